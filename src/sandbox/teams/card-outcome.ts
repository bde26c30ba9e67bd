import { z } from 'zod';
import type { CardOutcome, SearchOutcome } from '../page/protocol.ts';
import type { HttpAnswer } from './bot-link.ts';

const somethingWentWrong = 'Something went wrong. Please try again.';
const unableToReachApp = 'Unable to reach app. Please try again.';
const longestList = 15;

const CardAnswer = z.object({
  statusCode: z.literal(200),
  type: z.literal('application/vnd.microsoft.card.adaptive'),
  value: z.looseObject({ type: z.literal('AdaptiveCard') }),
});
const MessageAnswer = z.object({
  statusCode: z.literal(200),
  type: z.literal('application/vnd.microsoft.activity.message'),
  value: z.string(),
});
const ErrorAnswer = z.object({
  statusCode: z.number().min(400),
  value: z.object({ message: z.string().min(1) }),
});
const SearchAnswer = z.object({
  statusCode: z.literal(200),
  type: z.literal('application/vnd.microsoft.search.searchResponse'),
  value: z.object({ results: z.array(z.object({ title: z.string(), value: z.string() })) }),
});

/** Reads the answer to `adaptiveCard/action` as the Teams client does: only HTTP 200 with a known body counts. */
export function toCardOutcome(answer: HttpAnswer): CardOutcome {
  if (answer.status !== 200) {
    return { kind: 'error', text: transportError(answer) };
  }
  const card = CardAnswer.safeParse(answer.body);
  if (card.success) {
    return { kind: 'card', card: card.data.value };
  }
  const message = MessageAnswer.safeParse(answer.body);
  if (message.success) {
    return { kind: 'message', text: message.data.value };
  }
  const error = ErrorAnswer.safeParse(answer.body);
  return { kind: 'error', text: error.success ? error.data.value.message : somethingWentWrong };
}

/** Reads the answer to `application/search`; Teams shows 15 choices at most. */
export function toSearchOutcome(answer: HttpAnswer): SearchOutcome {
  if (answer.status !== 200) {
    return { kind: 'error', text: transportError(answer) };
  }
  const found = SearchAnswer.safeParse(answer.body);
  if (!found.success) {
    return { kind: 'error', text: somethingWentWrong };
  }
  return { kind: 'choices', choices: found.data.value.results.slice(0, longestList) };
}

/** What Teams says when the bot's endpoint did not answer, or not as it should. */
export function transportError(answer: HttpAnswer): string {
  return answer.status === 502 || answer.status === 504 ? unableToReachApp : somethingWentWrong;
}
