import { findRefusal, type Role } from './authority.ts';
import { type Batch, type OrderKind, rowsIn } from './batch.ts';
import type { Actor } from './person.ts';
import type { Request } from './request.ts';

/** What somebody can do with a list as a whole, as buttons. */
export type BatchOption = 'send' | 'discard' | 'check-again' | 'correct' | OrderKind;

/** A member of the list with what the reader is to it at this moment. */
export interface Member {
  readonly request: Request;
  readonly roles: readonly Role[];
}

/**
 * The requests of a list that this person may see in it: all for whoever made it and for administrators, those they
 * are asked about for approvers. Undefined: for this person there is no such list.
 */
export function visibleMembers(
  actor: Pick<Actor, 'tenantId' | 'id'>,
  batch: Batch,
  members: readonly Member[],
): readonly Member[] | undefined {
  if (actor.tenantId !== batch.tenantId) {
    return undefined;
  }
  if (actor.id === batch.requester.id) {
    return members;
  }
  const visible = members.filter(({ roles }) => roles.some((role) => seeing.includes(role)));
  return visible.length === 0 ? undefined : visible;
}

/** Whoever has left those who are asked has a card that is to say so. */
const seeing: readonly Role[] = ['approver', 'former-approver', 'administrator'];

/** The buttons for this person; every single request is checked again when the click is carried out. */
export function batchOptionsOf(
  actor: Pick<Actor, 'id'>,
  batch: Batch,
  members: readonly Member[],
): readonly BatchOption[] {
  const isRequester = actor.id === batch.requester.id;
  switch (batch.state) {
    case 'checking':
    case 'sending':
    case 'discarded':
      return [];
    case 'draft':
      return isRequester ? draftOptions(batch) : [];
    case 'sent': {
      const ordered = batch.orders.filter(
        ({ by, result }) => by.id === actor.id && result === undefined,
      );
      return [
        ...orderOptions(isRequester, members).filter(
          (kind) => !ordered.some((order) => order.kind === kind),
        ),
        ...(isRequester ? refusedOptions(batch) : []),
      ];
    }
  }
}

function draftOptions(batch: Batch): readonly BatchOption[] {
  const hasGood = rowsIn(batch, 'good').length > 0;
  return [...(hasGood ? ['send' as const] : []), ...refusedOptions(batch), 'discard'];
}

function refusedOptions(batch: Batch): readonly BatchOption[] {
  return rowsIn(batch, 'refused').length > 0 ? ['correct', 'check-again'] : [];
}

function orderOptions(isRequester: boolean, members: readonly Member[]): readonly OrderKind[] {
  const kinds = (['approve', 'deny', 'retry'] as const).filter((kind) =>
    members.some((member) => isMeant(kind, member)),
  );
  return isRequester && members.some(isUndecided) ? [...kinds, 'cancel'] : kinds;
}

/** Whether one click for all of them is about this one: what its button counts is what it does. */
export function isMeant(kind: OrderKind, member: Member): boolean {
  return kind === 'deny'
    ? isUndecidedBy(member)
    : findRefusal(member.roles, kind, member.request) === undefined;
}

/**
 * Whether this person has not decided what they are asked. Whoever has approved one may deny it on its own, but not by
 * the way; whose approval a later stage needs can deny at once.
 */
export function isUndecidedBy({ roles, request }: Member): boolean {
  const refusal = findRefusal(roles, 'approve', request);
  return refusal === undefined || refusal === 'needed-later';
}

/** One that can still be taken back, although others of the list may have been decided. */
function isUndecided({ request }: Member): boolean {
  return request.state === 'awaiting-approval';
}
