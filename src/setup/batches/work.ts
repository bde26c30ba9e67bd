import { type Batch, type BatchOrder, openOrder } from '../../domain/batch.ts';
import type { BatchId } from '../../domain/ids.ts';
import { isProblem } from '../../domain/problem.ts';
import { inParallel } from '../in-parallel.ts';
import { carryOut } from './carry-out.ts';
import { checkRows } from './check.ts';
import type { BatchDeps } from './deps.ts';
import { sendRows } from './send.ts';

const listsAtOnce = 3;
const attempts = 20;

/**
 * Does what the lists wait for: checking, sending, carrying out. All of it can be interrupted anywhere and done again
 * by the next pass, in this process or another; a list that fails is left for then and does not keep the others.
 */
export async function workOnBatches(deps: BatchDeps, signal: AbortSignal): Promise<void> {
  const ids = await deps.batches.listToWork(20);
  await inParallel(listsAtOnce, ids, async (id) => {
    if (signal.aborted) {
      return;
    }
    try {
      await workOn(deps, id);
    } catch (error) {
      const level = isProblem(error) ? 'warn' : 'error';
      deps.log[level]({ batchId: id, error }, 'a list has to wait for the next pass');
    }
  });
}

async function workOn(deps: BatchDeps, id: BatchId): Promise<void> {
  const batch = await deps.batches.get(id);
  switch (batch.state) {
    case 'checking':
      await deps.batches.advance(batch, await checkRows(deps, batch));
      return;
    case 'sending':
      await deps.batches.advance(batch, await sendRows(deps, batch));
      return;
    case 'sent':
      return carryOutNext(deps, batch);
    case 'draft':
    case 'discarded':
      return;
  }
}

/** Somebody may have given another order in the meantime, which stays. */
async function carryOutNext(deps: BatchDeps, batch: Batch): Promise<void> {
  const order = batch.state === 'sent' ? openOrder(batch) : undefined;
  if (batch.state !== 'sent' || order === undefined) {
    return;
  }
  const done = await carryOut(deps, batch, order);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const current = await deps.batches.get(batch.id);
    if (current.state !== 'sent') {
      return;
    }
    const orders = current.orders.map((each) => (isSame(each, order) ? done : each));
    const next = { ...current, orders, updatedAt: deps.clock.now() };
    if ((await deps.batches.advance(current, next)) !== undefined) {
      return;
    }
  }
}

/** Nobody gives the same order twice in one moment, since it is not offered again while it is open. */
function isSame(one: BatchOrder, other: BatchOrder): boolean {
  return (
    one.result === undefined &&
    one.kind === other.kind &&
    one.by.id === other.by.id &&
    one.at.getTime() === other.at.getTime()
  );
}
