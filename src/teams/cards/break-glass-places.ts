import { isToBeReviewed } from '../../domain/authority.ts';
import type { UserId } from '../../domain/ids.ts';
import type { Request } from '../../domain/request.ts';
import type { CardPlace } from './audience.ts';

/**
 * Who has cards of access that was taken first: everybody who would have been asked and every administrator is told
 * at once, and the requester how it was judged. None of them for any other request.
 */
export function breakGlassPlaces(
  request: Request,
  administrators: readonly UserId[],
): readonly CardPlace[] {
  const { approvers, requester, beneficiary, approval } = request;
  if (approval.breakGlass === undefined) {
    return [];
  }
  const parties = new Set([requester.id, beneficiary.id]);
  const told = new Set([...approvers.map(({ id }) => id), ...administrators]);
  const duty = isToBeReviewed(request) ? 'send' : 'update';
  const cards = [...told]
    .filter((id) => !parties.has(id))
    .map((id): CardPlace => ({ recipient: { id }, kind: 'approval', duty }));
  return approval.breakGlass.review === undefined
    ? cards
    : [...cards, { recipient: requester, kind: 'review', duty: 'send' }];
}
