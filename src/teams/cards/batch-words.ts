import { toProblemCode } from '../../domain/advice.ts';
import { type BatchOrder, type RowVerdict, rowsIn } from '../../domain/batch.ts';
import type { BatchSummary, BatchView, StateCounts } from '../../domain/batch-view.ts';
import { textIn } from '../../domain/policy-text.ts';
import type { RequestState } from '../../domain/request.ts';
import { listed } from '../words/counting.ts';
import type { Words } from '../words/words.ts';
import { said, saidPlain } from './escape.ts';
import { complaintText } from './notices.ts';

const longestReason = 150;
const mostRefused = 3;
const mostFaults = 4;

/** Everything that is wrong with a line. Escaped. */
export function explainRefusal(
  words: Words,
  { refusals }: Extract<RowVerdict, { readonly kind: 'refused' }>,
): string {
  const told = refusals.map(({ code, subject }) => {
    const problem = toProblemCode(code);
    const { happened } = words.advice[problem];
    return problem === 'input-not-valid'
      ? complaintText(words, subject)
      : happened(said(textIn(subject, words.language), 60));
  });
  return [...new Set(told)].slice(0, mostFaults).join(' ');
}

/** What has become of the requests: "3 waiting for approval and 40 in Active Directory". */
export function countsText(words: Words, { entries }: Pick<BatchView, 'entries'>): string {
  const requests = entries.flatMap(({ request }) => request ?? []);
  const byState = Map.groupBy(requests, ({ state }) => state);
  const counts = Object.fromEntries([...byState].map(([state, all]) => [state, all.length]));
  const refused = entries.filter(({ row }) => row.verdict.kind === 'refused').length;
  return countedText(words, counts, refused);
}

/** The same for a list among others: a list that was sent tells what has become of it, any other how far it is. */
export function summaryText(words: Words, { batch, counts }: BatchSummary): string {
  return batch.state === 'sent'
    ? countedText(words, counts, rowsIn(batch, 'refused').length)
    : words.bulk.listStates[batch.state];
}

function countedText(words: Words, counts: StateCounts, refused: number): string {
  const states = order.flatMap((state) => {
    const count = counts[state] ?? 0;
    return count === 0 ? [] : [words.bulk.count(count, words.listStates[state])];
  });
  const all =
    refused === 0 ? states : [...states, words.bulk.count(refused, words.bulk.couldNotBeSent)];
  return all.length === 0 ? words.bulk.nothingSent : listed(words, all, 'and');
}

const order = [
  'confirmed',
  'awaiting-sync',
  'awaiting-membership',
  'delivering',
  'setting-up',
  'awaiting-approval',
  'failed',
  'denied',
  'expired',
  'cancelled',
] as const satisfies readonly RequestState[];

/** What somebody has said to the list as a whole, and for which lines it could not be done. Escaped. */
export function orderLines(
  words: Words,
  { kind, by, result, comment }: BatchOrder,
): readonly string[] {
  const { bulk } = words;
  const who = said(by.displayName, 60);
  if (result === undefined) {
    return [bulk.ordered[kind](who)];
  }
  const done = bulk.carriedOut[kind](who, result.done);
  const refused = result.refused
    .slice(0, mostRefused)
    .map((each) => bulk.notDone(each.row, whyNotDone(words, each, who)));
  const rest = result.refused.length - refused.length;
  return [
    done,
    ...(comment === undefined ? [] : [bulk.quoted(said(comment, longestReason))]),
    ...refused,
    ...(rest === 0 ? [] : [bulk.notDoneMore(rest)]),
  ];
}

/** For everybody who reads the card, so about whoever clicked. */
function whyNotDone(words: Words, { row, code, detail }: Refused, who: string): string {
  const { bulk, advice, language } = words;
  const subject = detail === undefined ? bulk.rowLine(row) : said(textIn(detail, language), 60);
  const told = new Map<string, (who: string, subject: string) => string>(
    Object.entries(bulk.notDoneBecause),
  ).get(code);
  return told === undefined ? advice[toProblemCode(code)].happened(subject) : told(who, subject);
}

type Refused = NonNullable<BatchOrder['result']>['refused'][number];

/** Where the list stands, in one line of plain text. */
export function batchSentence(words: Words, view: BatchView): string {
  const { batch } = view;
  const { bulk } = words;
  const heading = bulk.heading(batch.id);
  const states = batch.state === 'sent' ? countsText(words, view) : bulk.listStates[batch.state];
  return bulk.sentence(heading, states);
}

/** What an approver's notification says. Plain text. */
export function batchAsksSentence(words: Words, view: BatchView): string {
  const waiting = view.approvable;
  if (waiting === 0) {
    return batchSentence(words, view);
  }
  const { requester, id } = view.batch;
  const who = saidPlain(requester.displayName, 60);
  return words.bulk.asksSentence(who, words.bulk.heading(id), waiting);
}
