import { isProblem } from '../domain/problem.ts';
import type { CardAnswer } from './card-actions.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { explain } from './cards/notices.ts';
import { cardActivity } from './connector.ts';
import type { ChatDeps } from './deps.ts';
import { sayPrivately } from './say-privately.ts';
import type { Turn } from './turn.ts';

export interface LateDeps extends ChatDeps {
  /** How long somebody who clicked or sent a form waits for its answer, in real milliseconds. */
  readonly answerWithinMs: number;
  /** How long somebody waits for what is worth nothing empty, in real milliseconds. */
  readonly contentWithinMs: number;
}

/** A click without an answer for a second is made again. What takes longer is finished after the answer. */
export const defaultAnswerWithinMs = 900;

/**
 * For choices while somebody types, the form that a dialog opens with, and who a person is: an early answer without
 * content would help nobody, and Teams itself waits 5 seconds.
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

/** Of real time: longer than that, somebody who asked a question wonders whether anything happens. */
const defaultPatienceMs = 900;

/** The card when it is there at once; else a word that it comes, and the card into the private chat when it is. */
export async function nowOrLater(
  deps: ChatDeps,
  turn: Turn,
  drawing: Promise<AdaptiveCard>,
): Promise<CardAnswer> {
  const { patienceMs = defaultPatienceMs } = deps;
  const card = await inTime({ answerWithinMs: patienceMs }, drawing);
  if (card !== undefined) {
    return { kind: 'card', card };
  }
  void finishLate(deps, turn, saidWhenDrawn(turn, drawing));
  return { kind: 'message', text: turn.words.why.looking };
}

async function saidWhenDrawn({ words }: Turn, drawing: Promise<AdaptiveCard>): Promise<CardAnswer> {
  try {
    const card = await drawing;
    return { kind: 'card', card, late: card };
  } catch (error) {
    if (isProblem(error)) {
      return { kind: 'message', text: explain(words, error.code, '') };
    }
    throw error;
  }
}

/**
 * Waits for work that nobody waits for any more, and tells in the person's own chat what no card would: a form that
 * was refused, a click that was not counted, a sentence, a defect. A request that has changed brings its cards by
 * itself.
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
  if (answer.kind === 'card' && answer.isForm === true && isHere(turn)) {
    const message = { address: turn.address, activityId: turn.replyToId };
    await deps.deliveryFrom(turn.address.serviceUrl).update(message, cardActivity(answer.card));
    return;
  }
  const said = saidLate(answer);
  if (said !== undefined) {
    await sayPrivately(deps, turn, said);
  }
}

/** Whether there is a card of the person's own that can be corrected. */
function isHere(turn: Turn): turn is Turn & { readonly replyToId: string } {
  return turn.isPersonal && turn.replyToId !== undefined;
}

function saidLate(answer: CardAnswer): AdaptiveCard | string | undefined {
  if (answer.kind === 'message') {
    return answer.text;
  }
  return answer.isForm === true ? answer.card : answer.late;
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
