import type { Approval } from '../../domain/approval.ts';
import { isToBeReviewed } from '../../domain/authority.ts';
import type { Request } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { namesOf } from './approval-people.ts';
import { endOf } from './duration-words.ts';
import { type Element, panel, text } from './elements.ts';
import { said, saidList } from './escape.ts';
import type { RequestView } from './view.ts';
import { moment } from './when.ts';

type BreakGlass = NonNullable<Approval['breakGlass']>;

/** That access was taken without approval, until when, and what was said of it afterwards. */
export function breakGlassPanel(view: RequestView): readonly Element[] {
  const { words, request } = view;
  const { breakGlass } = request.approval;
  if (breakGlass === undefined) {
    return [];
  }
  const { taken, because } = words.breakGlass;
  const headline = taken(said(request.requester.displayName), moment(breakGlass.at));
  const lines = [
    because(words.request.quoted(said(breakGlass.reason, 500))),
    ...endLine(words, request),
    reviewLine(view, breakGlass),
    ...reminderLine(words, request),
  ];
  return [
    panel(isToBeReviewed(request) ? 'warning' : 'emphasis', [
      text(headline, { weight: 'bolder' }),
      ...lines.map((line) => text(line, { spacing: 'small' })),
    ]),
  ];
}

/** The verdict with its comment; undefined while there is none. Escaped. */
export function verdictWords(words: Words, { review }: BreakGlass): string | undefined {
  if (review === undefined) {
    return undefined;
  }
  const { justified, notJustified, reviewedWith } = words.breakGlass;
  const say = review.verdict === 'justified' ? justified : notJustified;
  const verdict = say(said(review.by.displayName), moment(review.at));
  return review.comment === undefined
    ? verdict
    : reviewedWith(verdict, words.request.quoted(said(review.comment, 400)));
}

/** When emergency access ends by itself; undefined of a request that somebody approved. */
export function emergencyEnd({ duration, approval }: Request): Date | undefined {
  const { breakGlass } = approval;
  return breakGlass === undefined || duration.kind !== 'hours'
    ? undefined
    : endOf(duration, breakGlass.at);
}

function endLine(words: Words, request: Request): readonly string[] {
  const end = emergencyEnd(request);
  return end === undefined ? [] : [words.breakGlass.ends(moment(end))];
}

/** Told to everybody: to those who can review it, and to those who should know that nobody has. */
function reminderLine({ breakGlass }: Words, request: Request): readonly string[] {
  const { lastAt } = request.approval.reminders;
  return lastAt !== undefined && isToBeReviewed(request)
    ? [breakGlass.notReviewed(moment(lastAt))]
    : [];
}

function reviewLine({ words, request, audience }: RequestView, breakGlass: BreakGlass): string {
  const verdict = verdictWords(words, breakGlass);
  if (verdict !== undefined) {
    return verdict;
  }
  const { toReview, toReviewYourself } = words.breakGlass;
  return audience.options.includes('justified')
    ? toReviewYourself
    : toReview(saidList(words, namesOf(request.approvers), 'or'));
}
