import {
  type BatchOrder,
  type BatchRow,
  mostRows,
  type OrderKind,
  rowsIn,
} from '../../domain/batch.ts';
import { isMeant } from '../../domain/batch-authority.ts';
import type { BatchSummary, BatchView } from '../../domain/batch-view.ts';
import { type BatchId, toBatchId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/person.ts';
import { Problem } from '../../domain/problem.ts';
import { commentOf, rolesNow } from '../decisions.ts';
import type { BatchClick, BatchUseCases, BatchWish } from './batch-use-cases.ts';
import { change, view, viewOf } from './change-batch.ts';
import { complain } from './complain.ts';
import type { BatchDeps } from './deps.ts';
import { writtenOut } from './line-names.ts';
import { namesOf, previewRoutes } from './preview-routes.ts';
import { rememberAnswers } from './remember.ts';
import { planHashesOf } from './seen-plans.ts';
import { sendBatch } from './send-batch.ts';

/** As many as the card of somebody's requests has room for; each may have 200 lines to be read. */
const listed = 5;

export function createBatchUseCases(deps: BatchDeps): BatchUseCases {
  return {
    start: (actor, wish) => start(deps, actor, wish),
    view: (actor, id) => view(deps, actor, id),
    send: (actor, click) => sendBatch(deps, actor, click),
    discard: (actor, click) =>
      change(deps, { actor, click, option: 'discard' }, (batch) => ({
        ...batch,
        state: 'discarded',
      })),
    checkAgain: (actor, click) => checkAgain(deps, actor, click),
    order: (actor, click) => giveOrder(deps, actor, click),
    namesOf: (people) => namesOf(deps, people),
    previewRoutes: (actor, wish) => previewRoutes(deps, actor, wish),
    refusedLines: (actor, id) => refusedLines(deps, actor, id),
    listMine: (actor) => listMine(deps, actor),
    viewsFor: (batch, requests, people) =>
      new Map(
        people.flatMap(({ id }) => {
          const actor = { tenantId: batch.tenantId, id };
          const found = viewOf(deps, actor, { batch, requests });
          return found === undefined ? [] : [[id, found] as const];
        }),
      ),
  };
}

async function start(deps: BatchDeps, actor: Actor, wish: BatchWish): Promise<BatchView> {
  if (wish.rows.length === 0) {
    throw complain('list-empty');
  }
  if (wish.rows.length > mostRows) {
    throw complain('list-too-long');
  }
  const { reason, ticket } = wish;
  const now = deps.clock.now();
  const batch = await deps.batches.create(
    {
      id: toBatchId(deps.random()),
      version: 1,
      tenantId: actor.tenantId,
      requester: { id: actor.id, displayName: actor.displayName },
      state: 'checking',
      ...(reason === undefined ? {} : { reason }),
      ...(ticket === undefined ? {} : { ticket }),
      rows: wish.rows.map((row) => ({ ...row, verdict: { kind: 'unchecked' } })),
      createdAt: now,
      updatedAt: now,
    },
    wish.formId,
  );
  return view(deps, actor, batch.id);
}

async function checkAgain(deps: BatchDeps, actor: Actor, click: BatchClick): Promise<BatchView> {
  const { batch, options } = await view(deps, actor, click.batchId);
  if (batch.state === 'sent' && options.includes('check-again')) {
    const rows = rowsIn(batch, 'refused').map(({ verdict: _verdict, ...row }) => row);
    const formId = `${batch.id}/again/${batch.version}`;
    const { reason, ticket } = batch;
    return start(deps, actor, { formId, rows, reason, ticket });
  }
  return change(deps, { actor, click, option: 'check-again' }, (current) => ({
    ...current,
    state: 'checking',
    rows: current.rows.map((row) => ({ ...row, verdict: { kind: 'unchecked' } })),
  }));
}

async function listMine(
  { batches }: BatchDeps,
  { tenantId, id }: Actor,
): Promise<readonly BatchSummary[]> {
  const mine = await batches.listFor(tenantId, id, listed);
  const counted = await batches.countStates(
    tenantId,
    mine.map((batch) => batch.id),
  );
  return mine.map((batch) => ({ batch, counts: counted.get(batch.id) ?? {} }));
}

/** For whoever made the list; nobody else corrects it. */
async function refusedLines(
  deps: BatchDeps,
  actor: Actor,
  id: BatchId,
): Promise<readonly BatchRow[]> {
  const { batch } = await view(deps, actor, id);
  if (batch.requester.id !== actor.id) {
    throw new Problem('not-allowed', { detail: `${id} is somebody else's` });
  }
  return writtenOut(rememberAnswers(deps), rowsIn(batch, 'refused'));
}

async function giveOrder(
  deps: BatchDeps,
  actor: Actor,
  { kind, ...click }: BatchClick & { readonly kind: OrderKind },
): Promise<BatchView> {
  const comment = commentOf(click);
  if (kind === 'deny' && comment === undefined) {
    throw complain('comment-missing');
  }
  const order: BatchOrder = {
    kind,
    by: { id: actor.id, displayName: actor.displayName },
    ...(comment === undefined ? {} : { comment }),
    seenAt: click.seenAt,
    at: deps.clock.now(),
  };
  return change(deps, { actor, click, option: kind }, (batch, seen) =>
    batch.state === 'sent'
      ? {
          ...batch,
          orders: [...batch.orders, { ...order, ...seenBy(deps, order, { click, seen }) }],
        }
      : undefined,
  );
}

interface Seen {
  readonly click: BatchClick;
  readonly seen: BatchView;
}

/** The plans that the decision is about. */
function seenBy(
  deps: BatchDeps,
  { kind, by }: BatchOrder,
  { click: { batchId, plansHash }, seen }: Seen,
): Pick<BatchOrder, 'planHashes'> {
  if (kind !== 'approve' && kind !== 'deny') {
    return {};
  }
  if (plansHash !== seen.plansHash) {
    throw new Problem('request-changed', { detail: `${batchId} has other plans than were seen` });
  }
  const actor = { tenantId: seen.batch.tenantId, id: by.id };
  const meant = seen.entries
    .flatMap(({ request }) => request ?? [])
    .filter((request) => isMeant(kind, { request, roles: rolesNow(deps, actor, request) }));
  return { planHashes: planHashesOf(meant) };
}
