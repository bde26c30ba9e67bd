import type { BatchIn, BatchRow, RowVerdict } from '../../domain/batch.ts';
import { isProblem } from '../../domain/problem.ts';
import { inParallel } from '../in-parallel.ts';
import { submitRequest } from '../submit.ts';
import type { BatchDeps } from './deps.ts';
import { rememberAnswers } from './remember.ts';

const atOnce = 4;

/**
 * Makes an ordinary request of each good line. May be repeated at any point: the line's number in the list is the
 * request's form, and the same form never makes a second request.
 */
export async function sendRows(
  deps: BatchDeps,
  batch: BatchIn<'sending'>,
): Promise<BatchIn<'sent'>> {
  const remembering = rememberAnswers(deps);
  const verdicts = new Map<number, RowVerdict>();
  await inParallel(atOnce, batch.rows, async (row) => {
    verdicts.set(row.row, await sendRow(remembering, batch, row));
  });
  const rows = batch.rows.map((row) => ({
    ...row,
    verdict: verdicts.get(row.row) ?? row.verdict,
  }));
  return { ...batch, state: 'sent', rows, orders: [], updatedAt: deps.clock.now() };
}

async function sendRow(
  deps: BatchDeps,
  { id, tenantId, requester, reason, ticket }: BatchIn<'sending'>,
  { row, verdict, days }: BatchRow,
): Promise<RowVerdict> {
  if (verdict.kind !== 'good') {
    return verdict;
  }
  const { beneficiary, group } = verdict;
  const names = { whoName: beneficiary.displayName, groupName: group.displayName };
  const actor = { tenantId, id: requester.id, displayName: requester.displayName };
  try {
    const result = await submitRequest(deps, actor, {
      formId: `${id}/${row}`,
      batch: { id, row },
      beneficiary: beneficiary.id,
      group: { kind: 'existing', id: group.id },
      reason,
      ticket,
      days,
    });
    return result.kind === 'submitted'
      ? { kind: 'sent', requestId: result.request.id }
      : { kind: 'refused', refusals: [...result.refusals], ...names };
  } catch (error) {
    if (isProblem(error)) {
      const refusal = { code: error.code, subject: beneficiary.displayName };
      return { kind: 'refused', refusals: [refusal], ...names };
    }
    throw error;
  }
}
