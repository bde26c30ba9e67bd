import { isProblem } from '../domain/problem.ts';
import type { CardAnswer } from './card-actions.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { saidPlain } from './cards/escape.ts';
import { messageCard } from './cards/help-card.ts';
import { explain } from './cards/notices.ts';
import type { ChatDeps } from './deps.ts';
import { keepAnswer } from './kept-answers.ts';
import { sayPrivately } from './say-privately.ts';
import type { Turn } from './turn.ts';
import type { Words } from './words/words.ts';

export interface LateDeps extends ChatDeps {
  /** How long somebody who clicked or sent a form waits for its answer, in real milliseconds. */
  readonly answerWithinMs: number;
  /** How long somebody waits for what is worth nothing empty, in real milliseconds. */
  readonly contentWithinMs: number;
}

/** A click without an answer for a second is made again. What takes longer is finished after the answer. */
export const defaultAnswerWithinMs = 900;

/**
 * For choices while somebody types, the form of a dialog, and who a person is: an early answer without content would
 * help nobody, and would close a dialog with all that was typed into it. Teams itself waits 5 seconds, and shows in the
 * dialog that it does.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit
 */
export const defaultContentWithinMs = 4000;

/** What the work comes to, or undefined when it takes longer than Teams waits; it goes on then. */
export async function inTime<T>(
  { answerWithinMs }: Pick<LateDeps, 'answerWithinMs'>,
  work: Promise<T>,
): Promise<T | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  // Nearly always stopped, which is dear with an AbortSignal.
  const timer = setTimeout(resolve, answerWithinMs, undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The answer when it is there in time; else a sentence that it comes, and afterwards what it comes to. */
export async function answerInTime(
  deps: LateDeps,
  turn: Turn,
  work: Promise<CardAnswer>,
): Promise<CardAnswer> {
  const answer = await inTime(deps, work);
  if (answer !== undefined) {
    return answer;
  }
  void finishLate(deps, turn, work);
  return { kind: 'message', text: turn.words.slow.stillWorking };
}

/** A card that nothing else brings: in the private chat where it comes too late to be seen. */
export function alsoLate(card: AdaptiveCard): CardAnswer {
  return { kind: 'card', card, late: async () => card };
}

/** A card with the reason why a click was not counted, which is told alone where the card comes too late to be seen. */
export function notCounted(
  words: Words,
  {
    id,
    card,
    reason,
  }: { readonly id: string; readonly card: AdaptiveCard; readonly reason: string },
): CardAnswer {
  const told = words.slow.notCounted(id, reason);
  // Never as a text: the reason is written for cards, where a moment is in the reader's time zone.
  return { kind: 'card', card, late: async () => messageCard(words, told, card.fallbackText) };
}

/** Of real time: longer than that, somebody who asked a question wonders whether anything happens. */
const defaultPatienceMs = 900;

/**
 * For a question that was typed: the card when it is there at once; else a word that it comes, and the card into the
 * private chat when it is. A click is told so by `answerInTime`.
 */
export async function nowOrLater(
  deps: ChatDeps,
  turn: Turn,
  drawing: Promise<AdaptiveCard>,
): Promise<AdaptiveCard | string> {
  const { patienceMs = defaultPatienceMs } = deps;
  const card = await inTime({ answerWithinMs: patienceMs }, drawing);
  if (card !== undefined) {
    return card;
  }
  void finishLate(deps, turn, saidWhenDrawn(turn, drawing));
  return turn.words.why.looking;
}

async function saidWhenDrawn({ words }: Turn, drawing: Promise<AdaptiveCard>): Promise<CardAnswer> {
  try {
    return alsoLate(await drawing);
  } catch (error) {
    if (isProblem(error)) {
      return { kind: 'message', text: explain(words, error.code, '') };
    }
    throw error;
  }
}

/**
 * Waits for work that nobody waits for any more, and makes up for what was not seen: on the message where that is the
 * person's own, else in their own chat. A request that has changed brings its cards by itself.
 */
export async function finishLate(
  deps: ChatDeps,
  turn: Turn,
  work: Promise<CardAnswer>,
): Promise<void> {
  try {
    await tell(deps, turn, await work.catch((error: unknown) => toDefect(deps, turn, error)));
  } catch (error) {
    deps.log.warn({ userId: turn.actor.id, ...nameOf(error) }, 'a late answer could not be told');
  }
}

async function tell(deps: ChatDeps, turn: Turn, answer: CardAnswer): Promise<void> {
  const said = answer.kind === 'message' ? answer.text : await leftToSay(deps, turn, answer);
  if (said === undefined || (await sayPrivately(deps, turn, said))) {
    return;
  }
  deps.log.info({ userId: turn.actor.id }, 'a late answer reached nobody');
  if (!turn.isPersonal) {
    await askForApp(deps, turn);
  }
}

/** Shows it on the message as far as that can be; undefined where it needs no more words. */
async function leftToSay(
  deps: ChatDeps,
  turn: Turn,
  answer: Extract<CardAnswer, { readonly kind: 'card' }>,
): Promise<AdaptiveCard | undefined> {
  if (answer.late !== undefined) {
    return answer.late();
  }
  const isHere = turn.isPersonal && turn.replyToId !== undefined;
  if (answer.isForm === true && !isHere) {
    return answer.card;
  }
  await keepAnswer(deps, turn, answer);
  return undefined;
}

/** Where they clicked or sent the form, with nothing of it; in a chat that the bot is no part of nothing can be said. */
async function askForApp(
  { deliveryFrom }: Pick<ChatDeps, 'deliveryFrom'>,
  { actor, address, words }: Turn,
): Promise<void> {
  const text = words.slow.unheard(saidPlain(actor.displayName));
  const recipient = { tenantId: actor.tenantId, userId: actor.id };
  const message = { type: 'message', textFormat: 'plain', text };
  await deliveryFrom(address.serviceUrl).post(recipient, address, message);
}

function toDefect({ log }: Pick<ChatDeps, 'log'>, turn: Turn, error: unknown): CardAnswer {
  log.error({ userId: turn.actor.id, ...nameOf(error) }, 'an invoke failed after its answer');
  return { kind: 'message', text: turn.words.chat.defect };
}

function nameOf(error: unknown): object {
  return error instanceof Error
    ? { error: error.name, stack: error.stack }
    : { error: typeof error };
}
