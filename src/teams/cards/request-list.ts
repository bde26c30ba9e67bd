import type { BatchSummary } from '../../domain/batch-view.ts';
import type { Request } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { batchLine } from './batch-line.ts';
import { type AdaptiveCard, type Container, card, execute, heading, text } from './elements.ts';
import { said } from './escape.ts';
import { openingLine } from './opening-line.ts';
import { requestData } from './request-actions.ts';
import { moment } from './when.ts';

/** Neither crowds out the other: one list of somebody else can bring many requests. */
const mostRequests = 10;
const mostLists = 5;

/** Newest first; each line opens its request or list. */
export function requestListCard(
  words: Words,
  requests: readonly Request[],
  batches: readonly BatchSummary[] = [],
): AdaptiveCard {
  const { list } = words;
  const lines = [
    ...requests.slice(0, mostRequests).map((request) => ({
      at: request.createdAt,
      line: () => requestLine(words, request),
    })),
    ...batches.slice(0, mostLists).map((summary) => ({
      at: summary.batch.createdAt,
      line: () => batchLine(words, summary),
    })),
  ]
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
    .map((each) => each.line());
  const closing = lines.length === 0 ? list.empty : list.hint;
  return card(words, {
    fallbackText: list.summary,
    body: [heading(list.title), ...lines, text(closing, { isSubtle: true, spacing: 'medium' })],
  });
}

/** One request in a list, with what stands there of it; a click on it opens it. */
export function requestLine(
  words: Words,
  request: Request,
  about: string = words.listStates[request.state],
): Container {
  const { id, beneficiary, plan, createdAt } = request;
  const person = said(beneficiary.displayName, 60);
  const open = words.list.open(id);
  return openingLine(execute(open, 'view', { data: requestData(request) }), [
    text(said(plan.group.displayName), { weight: 'bolder' }),
    text(words.list.line(person, about), { spacing: 'none' }),
    text(`${id} · ${moment(createdAt)}`, { size: 'small', isSubtle: true, spacing: 'none' }),
  ]);
}
