import type { UserId } from '../../domain/ids.ts';
import { toldOfLateness } from '../../domain/lateness.ts';
import type { CardKind, PostedCard } from '../../domain/posted-card.ts';
import type { Lateness, Request } from '../../domain/request.ts';
import type { CardPlace } from './audience.ts';

export function findLateness(request: Request): Lateness | undefined {
  return 'lateness' in request ? request.lateness : undefined;
}

/**
 * What a card of this kind alerts its recipient of by a new message: each lateness and each stop once. Undefined for
 * other kinds, and while there is nothing of the sort.
 */
export function newsOccasion(kind: CardKind, request: Request): string | undefined {
  if (kind === 'failed') {
    return request.state === 'failed' ? request.at.toISOString() : undefined;
  }
  const lateness = findLateness(request);
  return lateness?.grade === kind ? lateness?.since.toISOString() : undefined;
}

/**
 * Who has which card beside those of `audienceOf`: the requester and the administrators one for each grade of
 * lateness, the administrators one of a request that has stopped. They are made when there is news and brought up to
 * date afterwards where they are.
 */
export function newsPlaces(
  request: Request,
  administrators: readonly UserId[],
  posted: readonly PostedCard[],
): readonly CardPlace[] {
  const told: readonly (readonly [CardKind, readonly UserId[]])[] = [
    ['late', toldOfLateness(request, administrators)],
    ['overdue', toldOfLateness(request, administrators)],
    ['failed', administrators.filter((id) => id !== request.requester.id)],
  ];
  return told.flatMap(([kind, ids]) =>
    ids.flatMap((id): readonly CardPlace[] => {
      const place = { recipient: { id }, kind };
      if (newsOccasion(kind, request) !== undefined) {
        return [{ ...place, duty: 'send' }];
      }
      const isThere = posted.some((card) => card.kind === kind && card.recipientId === id);
      return isThere ? [{ ...place, duty: 'update' }] : [];
    }),
  );
}
