import {
  type Batch,
  type BatchOrder,
  type BatchRow,
  type RowVerdict,
} from '../../../src/domain/batch.ts';
import type { BatchOption } from '../../../src/domain/batch-authority.ts';
import type { BatchEntry, BatchView } from '../../../src/domain/batch-view.ts';
import { BatchId, GroupId, RequestId } from '../../../src/domain/ids.ts';
import type { RequestState } from '../../../src/domain/request.ts';
import { batchCard } from '../../../src/teams/cards/batch-card.ts';
import { batchForm } from '../../../src/teams/cards/batch-form.ts';
import { batchOutcomeCard } from '../../../src/teams/cards/batch-outcome.ts';
import { batchPointerCard } from '../../../src/teams/cards/batch-pointer.ts';
import type { BatchCardView } from '../../../src/teams/cards/batch-view.ts';
import { requestListCard } from '../../../src/teams/cards/request-list.ts';
import type { Words } from '../../../src/teams/words/words.ts';
import { ada, at, ben, requestIn, rita, tenantId } from '../requests.ts';
import type { Samples } from './samples.ts';

const id = BatchId.parse('WL-7K3F2Q9X');
const reports = {
  id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001'),
  displayName: 'Finance Reports',
};
const good: RowVerdict = { kind: 'good', beneficiary: ben, group: reports };
const strange = '[click](http://evil.test) *_`~#|<b> ليلى 🌙 ';

function row(number: number, verdict: RowVerdict, changes: Partial<BatchRow> = {}): BatchRow {
  const cells = { who: `person${number}@contoso.test`, group: 'Finance Reports', duration: '30' };
  return { row: number, ...cells, days: 30, verdict, ...changes };
}

function refused(code: string, subject: string): RowVerdict {
  return { kind: 'refused', refusals: [{ code, subject }] };
}

const bad: readonly BatchRow[] = [
  row(3, refused('user-is-guest', 'Gina Guest')),
  row(7, refused('user-not-found', 'nobody@contoso.test'), { who: 'nobody@contoso.test' }),
  row(9, refused('group-not-found', 'Finance Rapports'), { group: 'Finance Rapports' }),
  row(12, refused('input-not-valid', 'row-duration-not-valid'), {
    duration: 'some days',
    complaint: 'row-duration-not-valid',
  }),
  row(15, refused('input-not-valid', 'row-repeated')),
  {
    row: 17,
    who: 'layla@contoso.test, Finance, 30',
    group: '',
    duration: '',
    text: 'layla@contoso.test, Finance, 30',
    complaint: 'row-separated-otherwise',
    verdict: refused('input-not-valid', 'row-separated-otherwise'),
  },
  row(
    16,
    {
      kind: 'refused',
      refusals: [
        { code: 'user-not-found', subject: 'nobody@contoso.test' },
        { code: 'input-not-valid', subject: 'row-duration-not-valid' },
      ],
      groupName: reports.displayName,
    },
    {
      who: 'nobody@contoso.test',
      group: reports.id,
      duration: 'abc',
      complaint: 'row-duration-not-valid',
    },
  ),
];

function requestOf(number: number, state: RequestState): BatchEntry {
  const requestId = RequestId.parse(`WB-7K3F2Q${String(number).padStart(2, '0')}`);
  return {
    row: row(number, { kind: 'sent', requestId }),
    request: requestIn(state, {
      id: requestId,
      beneficiary: { ...ben, displayName: `Person Number ${number}` },
      batch: { id, row: number },
    }),
  };
}

function entriesOf(states: readonly RequestState[]): readonly BatchEntry[] {
  return states.map((state, index) => requestOf(index + 1, state));
}

function inGroupOfItsOwn({ row: line, request }: BatchEntry): BatchEntry {
  if (request === undefined) {
    return { row: line };
  }
  const group = { ...request.plan.group, displayName: `Finance Team ${line.row}` };
  return { row: line, request: { ...request, plan: { ...request.plan, group } } };
}

function many(count: number, state: RequestState): readonly RequestState[] {
  return Array.from({ length: count }, () => state);
}

interface Wanted {
  readonly batch?: Partial<Batch>;
  readonly entries: readonly BatchEntry[];
  readonly options?: readonly BatchOption[];
  readonly decidable?: number;
  readonly approvable?: number;
}

function viewOf({ batch, entries, options = [], ...counts }: Wanted): BatchView {
  const { decidable = 0, approvable = decidable } = counts;
  const common = { id, version: 3, tenantId, requester: rita, createdAt: at(0), updatedAt: at(0) };
  const rows = entries.map((entry) => entry.row);
  const said = { state: 'sent' as const, reason: 'Month-end closing', orders: [] };
  // A sample says which state it is in; what that state needs stands in it.
  const stored = { ...common, ...said, rows, ...batch } as Batch;
  const seen = { seenAt: at(5), plansHash: 'hash' };
  return { batch: stored, entries, options, approvable, decidable, ...seen };
}

const draftEntries = [
  ...bad.map((each) => ({ row: each })),
  ...Array.from({ length: 45 }, (_unused, index) => ({ row: row(index + 20, good) })),
];
const rules = { reasons: [], tickets: [] };
const draft: Partial<Batch> = { state: 'draft', rules, reason: undefined };
const approved: BatchOrder = {
  kind: 'approve',
  by: ada,
  comment: 'Fine.',
  seenAt: at(5),
  at: at(6),
  result: {
    done: 43,
    refused: [
      { row: 4, code: 'request-changed' },
      { row: 5, code: 'needed-later', detail: 'Security' },
    ],
  },
};
const strangeRow = row(1, refused('group-not-found', strange.repeat(10)), {
  who: strange.repeat(6),
  group: strange.repeat(6),
});

/** Lists of requests, from the form to the end of all. */
export function bulkSamples(words: Words): Samples {
  const formId = 'ffffffff-0000-4000-8000-000000000001';
  function own(wanted: Wanted, extra: Partial<BatchCardView> = {}): Samples[string] {
    const audience = { kind: 'personal' } as const;
    return batchCard({ words, view: viewOf(wanted), audience, isRequesters: true, ...extra });
  }
  const base = { kind: 'base', viewerIds: ['29:1ada'] } as const;
  const waiting = {
    entries: entriesOf(many(45, 'awaiting-approval')),
    options: ['approve', 'deny'] as const,
    decidable: 45,
  };
  const differentGroups = {
    ...waiting,
    entries: entriesOf(many(8, 'awaiting-approval')).map(inGroupOfItsOwn),
    decidable: 8,
  };
  const under = [...many(2, 'failed'), ...many(3, 'awaiting-sync'), ...many(40, 'confirmed')];
  const ended = [
    ...entriesOf(['failed', ...many(44, 'confirmed')]),
    ...bad.map((each) => ({ row: each })),
  ];
  return {
    'bulk-form': batchForm({ words, formId }),
    'bulk-form-refused': batchForm({
      words,
      formId,
      lines: 'ada@contoso.test; "Finance Reports',
      error: words.complaints['list-not-readable'],
    }),
    'bulk-checking': own({
      batch: { state: 'checking' },
      entries: draftEntries.map((entry) => ({
        row: { ...entry.row, verdict: { kind: 'unchecked' } },
      })),
    }),
    'bulk-draft': own({
      batch: draft,
      entries: draftEntries,
      options: ['send', 'correct', 'check-again', 'discard'],
    }),
    'bulk-draft-base': own(
      { batch: draft, entries: draftEntries, options: ['send', 'check-again', 'discard'] },
      { audience: base },
    ),
    'bulk-draft-without-reason': own(
      {
        batch: { ...draft, rules: { reasons: [], tickets: [{ message: 'A ticket, please.' }] } },
        entries: draftEntries.slice(-3),
        options: ['send', 'discard'],
      },
      { notice: { style: 'attention', text: words.complaints['reason-missing'] } },
    ),
    'bulk-discarded': own({
      batch: { ...draft, state: 'discarded' },
      entries: draftEntries.slice(bad.length - 1, bad.length + 2),
    }),
    'bulk-approval': own(waiting, { isRequesters: false }),
    'bulk-approval-some': own(
      { ...waiting, entries: entriesOf(many(5, 'awaiting-approval')), approvable: 2, decidable: 5 },
      { isRequesters: false },
    ),
    'bulk-approval-last-page': own(waiting, { isRequesters: false, page: 2 }),
    'bulk-approval-plans': own(differentGroups, { isRequesters: false }),
    'bulk-approval-last-plans': own(differentGroups, { isRequesters: false, plansPage: 2 }),
    'bulk-approval-base': own(waiting, { isRequesters: false, audience: base }),
    'bulk-pointer': batchPointerCard(words, viewOf(waiting)),
    'bulk-under-way': own({
      batch: { orders: [approved] },
      entries: [...entriesOf(under), ...bad.map((each) => ({ row: each }))],
      options: ['correct', 'check-again'],
    }),
    'bulk-partly-decided': own({
      entries: entriesOf([...many(2, 'denied'), ...many(3, 'awaiting-approval')]),
      options: ['cancel'],
    }),
    'bulk-retry': own(
      { entries: entriesOf(under), options: ['retry'], batch: { orders: [approved] } },
      { isRequesters: false },
    ),
    'bulk-outcome': batchOutcomeCard({
      words,
      view: viewOf({ entries: ended, options: ['correct', 'check-again'] }),
      audience: base,
      isRequesters: true,
    }),
    'bulk-outcome-last-page': batchOutcomeCard({
      words,
      view: viewOf({ entries: ended, options: ['correct', 'check-again'] }),
      audience: { kind: 'personal' },
      isRequesters: true,
      page: 2,
    }),
    'bulk-outcome-refused': batchOutcomeCard({
      words,
      view: viewOf({
        entries: [
          ...Array.from({ length: 20 }, (_unused, index) => ({
            row: { ...strangeRow, row: index + 2 },
          })),
          requestOf(1, 'confirmed'),
        ],
        options: ['correct', 'check-again'],
      }),
      audience: base,
      isRequesters: true,
    }),
    'bulk-outcome-good': batchOutcomeCard({
      words,
      view: viewOf({ entries: entriesOf(many(30, 'confirmed')) }),
      audience: base,
      isRequesters: true,
    }),
    'bulk-strange': own({
      batch: { ...draft, requester: { ...rita, displayName: 'مُقدِّم الطلب' } },
      entries: Array.from({ length: 200 }, (_unused, index) => ({
        row: { ...strangeRow, row: index + 1 },
      })),
      options: ['check-again', 'discard'],
    }),
    'bulk-in-list': requestListCard(
      words,
      [requestIn('awaiting-sync', { id: RequestId.parse('WB-7K3F2Q9X') })],
      [
        {
          batch: viewOf({ entries: ended }).batch,
          counts: { confirmed: 44, failed: 1 },
        },
        { batch: viewOf({ entries: draftEntries, batch: draft }).batch, counts: {} },
      ],
    ),
  };
}
