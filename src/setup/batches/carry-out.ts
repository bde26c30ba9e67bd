import type { BatchIn, BatchOrder } from '../../domain/batch.ts';
import { isMeant, isUndecidedBy, type Member } from '../../domain/batch-authority.ts';
import type { Actor } from '../../domain/person.ts';
import { isProblem, type Problem, type ProblemCode } from '../../domain/problem.ts';
import type { Request } from '../../domain/request.ts';
import { approve, cancel, deny, retry, rolesNow } from '../decisions.ts';
import { inParallel } from '../in-parallel.ts';
import type { BatchDeps } from './deps.ts';

const atOnce = 4;

/** `not-meant`: somebody else's to decide, or nothing to do there. */
type RowResult = 'done' | 'not-meant' | Refused;

type Refused = Omit<NonNullable<BatchOrder['result']>['refused'][number], 'row'>;

/**
 * Does to every request of the list what the click on the whole said, as the person who clicked, by the ordinary use
 * cases and nothing else. May be repeated at any point: what this order has done already counts as done.
 */
export async function carryOut(
  deps: BatchDeps,
  batch: BatchIn<'sent'>,
  order: BatchOrder,
): Promise<BatchOrder> {
  const requests = await deps.batches.listRequests(batch.tenantId, batch.id);
  const results = new Map<number, RowResult>();
  await inParallel(atOnce, requests, async (request) => {
    results.set(request.batch?.row ?? 0, await doOne(deps, order, request));
  });
  const refused = [...results]
    .flatMap(([row, result]) => (typeof result === 'string' ? [] : [{ row, ...result }]))
    .toSorted((one, other) => one.row - other.row);
  const done = [...results.values()].filter((result) => result === 'done').length;
  return { ...order, result: { done, refused } };
}

async function doOne(deps: BatchDeps, order: BatchOrder, request: Request): Promise<RowResult> {
  const { kind, by } = order;
  if (wasDone(order, request)) {
    return 'done';
  }
  const actor: Actor = { tenantId: request.tenantId, id: by.id, displayName: by.displayName };
  if (!isStillMeant(order, { request, roles: rolesNow(deps, actor, request) })) {
    return 'not-meant';
  }
  const { id: requestId, version } = request;
  const planHash = seenHash(order, request);
  if (planHash === undefined && (kind === 'approve' || kind === 'deny')) {
    return { code: 'request-changed' };
  }
  const click = { requestId, version, planHash, comment: order.comment };
  try {
    await verbs[kind](deps, actor, click);
    return 'done';
  } catch (error) {
    if (isProblem(error)) {
      return refusedBy(error);
    }
    throw error;
  }
}

/** Whether the click was about it and it is still theirs. Whom a later stage has is looked up with the vote itself. */
function isStillMeant({ kind, planHashes }: BatchOrder, member: Member): boolean {
  if (kind !== 'approve' && kind !== 'deny') {
    return isMeant(kind, member);
  }
  const wasMeant = planHashes?.some(({ requestId }) => requestId === member.request.id) ?? true;
  return wasMeant && isUndecidedBy(member);
}

function refusedBy({ code, detail }: Problem): Refused {
  return namesItsSubject.has(code) ? { code, detail } : { code };
}

/** The details of the others are for the log. */
const namesItsSubject: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'needed-later',
  'nobody-can-approve',
  'too-many-approvers',
]);

/** Of the plan that the decision is about; undefined when that request, or this stage of it, was not seen. */
function seenHash(
  { planHashes = [], seenAt }: BatchOrder,
  { id, approval }: Request,
): string | undefined {
  const seen = planHashes.find(({ requestId }) => requestId === id);
  return approval.stageSince <= seenAt ? seen?.planHash : undefined;
}

const verbs = { approve, deny, cancel, retry } as const;

/** By this very order, when it was interrupted before its result was on record. */
function wasDone({ kind, by, at }: BatchOrder, request: Request): boolean {
  switch (kind) {
    case 'approve':
      return request.approval.votes.some((vote) => vote.by.id === by.id && vote.at >= at);
    case 'deny':
      return (
        request.state === 'denied' && request.decision.by.id === by.id && request.decision.at >= at
      );
    case 'cancel':
      return request.state === 'cancelled' && request.by.id === by.id && request.at >= at;
    case 'retry':
      return false;
  }
}
