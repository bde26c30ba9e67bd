import type { BatchIn } from '../../src/domain/batch.ts';
import type { BatchEntry, BatchView } from '../../src/domain/batch-view.ts';
import { BatchId, RequestId } from '../../src/domain/ids.ts';
import type { RequestState } from '../../src/domain/request.ts';
import { at, ben, requestIn, rita, tenantId } from './requests.ts';

/** The number of the list of `sentList`. */
export const listId = BatchId.parse('WL-7K3F2Q9X');

/** A list of Rita's that was sent with these lines. */
export function sentList(
  rows: BatchIn<'sent'>['rows'],
  changes: Partial<BatchIn<'sent'>> = {},
): BatchIn<'sent'> {
  return {
    id: listId,
    version: 3,
    tenantId,
    requester: rita,
    state: 'sent',
    reason: 'Month-end closing',
    orders: [],
    rows,
    createdAt: at(0),
    updatedAt: at(0),
    ...changes,
  };
}

/** The same as somebody sees it who can do nothing about it. */
export function viewOfSent(
  entries: readonly BatchEntry[],
  changes: Partial<BatchIn<'sent'>> = {},
): BatchView {
  const batch = sentList(
    entries.map(({ row }) => row),
    changes,
  );
  return {
    batch,
    entries,
    options: [],
    approvable: 0,
    decidable: 0,
    seenAt: at(5),
    plansHash: 'x',
  };
}

/** Lines 1 to `count` with requests, each in the state that its number has. */
export function sentLines(
  count: number,
  stateOf: (row: number) => RequestState,
): readonly BatchEntry[] {
  return Array.from({ length: count }, (_unused, index) => {
    const row = index + 1;
    const requestId = RequestId.parse(`WB-7K3F2Q${String(row).padStart(2, '0')}`);
    const cells = { who: `person${row}@contoso.test`, group: 'Finance Reports', duration: '30' };
    return {
      row: { row, ...cells, days: 30, verdict: { kind: 'sent', requestId } },
      request: requestIn(stateOf(row), {
        id: requestId,
        beneficiary: { ...ben, displayName: `Person Number ${row}` },
        batch: { id: listId, row },
      }),
    };
  });
}
