import { askedNow } from '../domain/approval.ts';
import type { GroupCard } from '../domain/group-card.ts';
import type { UserId } from '../domain/ids.ts';
import type { ConversationStore } from '../domain/ports.ts';
import { isOpen, type Request } from '../domain/request.ts';
import type { UseCases } from '../setup/use-cases.ts';
import { optionsOf } from './cards/view.ts';
import type { Delivery } from './delivery.ts';
import type { Rosters } from './rosters.ts';

export interface GroupViewerDeps {
  readonly conversations: Pick<ConversationStore, 'find'>;
  readonly useCases: Pick<UseCases, 'rolesOf'>;
  readonly rosters: Pick<Rosters, 'find'>;
}

/** As many as Teams lets fetch a view by themselves. https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#refresh-mechanism */
const mostViewers = 60;

/**
 * The Teams ids of those whose client fetches a view of their own of the card of a request in a group: whoever is asked
 * to decide, deputies too, then whoever asked and whom it is for. They need not have met the bot, only to be there.
 * Where nobody can tell who is there, those who have met it.
 */
export async function groupViewers(
  deps: GroupViewerDeps,
  delivery: Delivery,
  { request, place }: { readonly request: Request; readonly place: GroupCard },
): Promise<readonly string[]> {
  const parties = partiesOf(deps, request);
  if (parties.length === 0) {
    return [];
  }
  const there = await deps.rosters.find(delivery, place, parties);
  const ids =
    there === undefined
      ? await idsOfThoseMet(deps, request, parties)
      : parties.flatMap((id) => there.get(id) ?? []);
  return ids.slice(0, mostViewers);
}

function partiesOf({ useCases }: GroupViewerDeps, request: Request): readonly UserId[] {
  const { tenantId, requester, beneficiary, approvers, approval } = request;
  const asked = [...askedNow(approval).map(({ person }) => person), ...approvers];
  const deciding = asked
    .map(({ id }) => id)
    .filter((id) => optionsOf(useCases.rolesOf({ tenantId, id }, request), request).length > 0);
  const own = isOpen(request) ? [requester.id, beneficiary.id] : [];
  return [...new Set([...deciding, ...own])];
}

async function idsOfThoseMet(
  { conversations }: GroupViewerDeps,
  { tenantId }: Request,
  parties: readonly UserId[],
): Promise<readonly string[]> {
  const known = await Promise.all(
    parties.slice(0, mostViewers).map((id) => conversations.find(tenantId, id)),
  );
  return known.flatMap((reference) => (reference === undefined ? [] : [reference.channelUserId]));
}
