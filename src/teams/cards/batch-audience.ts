import { type Batch, isFinished } from '../../domain/batch.ts';
import type { BatchCardKind } from '../../domain/batch-store.ts';
import type { UserId } from '../../domain/ids.ts';
import { isAwaited } from '../../domain/needed-later.ts';
import type { Person } from '../../domain/person.ts';
import type { Request } from '../../domain/request.ts';

/** A card of a list that somebody has, or must get. */
export interface BatchPlace {
  readonly recipient: Pick<Person, 'id' | 'preferredLanguage'>;
  readonly kind: BatchCardKind;
  /** `send`: it must exist. `update`: it is brought up to date where it exists already. */
  readonly duty: 'send' | 'update';
}

/**
 * Who has which card of a list: whoever made it always 'list', every approver 'approval' (new ones only while any of it
 * waits for them), and at the end of it all the requester the 'outcome'. Approvers get theirs once all of it has been
 * sent, so that the first thing they see is whole.
 */
export function batchAudienceOf(batch: Batch, requests: readonly Request[]): readonly BatchPlace[] {
  const isEnd = isFinished(batch, requests);
  const outcome: BatchPlace = {
    recipient: batch.requester,
    kind: 'outcome',
    duty: isEnd ? 'send' : 'update',
  };
  const list: BatchPlace = { recipient: batch.requester, kind: 'list', duty: 'send' };
  if (batch.state !== 'sent') {
    return [list];
  }
  return [...approvers(requests), list, ...(isEnd ? [outcome] : [])];
}

function approvers(requests: readonly Request[]): readonly BatchPlace[] {
  const everybody = requests.flatMap((request) => request.approvers);
  const byId = new Map(everybody.map((person) => [person.id, person]));
  return [...byId.values()].map((recipient) => ({
    recipient,
    kind: 'approval',
    duty: requests.some((request) => awaits(request, recipient.id)) ? 'send' : 'update',
  }));
}

/** Whether this request waits for the approval of this person. */
export function awaits({ state, approval, updatedAt }: Request, id: UserId): boolean {
  return state === 'awaiting-approval' && isAwaited(approval, id, updatedAt);
}
