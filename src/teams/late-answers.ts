import type { CardAnswer } from './card-actions.ts';
import { cardActivity } from './connector.ts';
import type { ChatDeps } from './deps.ts';
import { sayPrivately } from './say-later.ts';
import type { Turn } from './turn.ts';

export interface LateDeps extends ChatDeps {
  /** How long an invoke may take, in real milliseconds; Teams itself waits 5 seconds for a dialog and 15 for a click. */
  readonly answerWithinMs: number;
}

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

/**
 * Waits for work that nobody waits for any more, and tells in the person's own chat what no card would: a form that
 * was refused, a sentence, a defect. A request that has changed brings its cards by itself.
 */
export async function finishLate(
  deps: LateDeps,
  turn: Turn,
  work: Promise<CardAnswer>,
): Promise<void> {
  try {
    await tell(deps, turn, await work.catch((error: unknown) => toDefect(deps, turn, error)));
  } catch (error) {
    deps.log.warn({ userId: turn.actor.id, ...nameOf(error) }, 'a late answer could not be told');
  }
}

async function tell(deps: LateDeps, turn: Turn, answer: CardAnswer): Promise<void> {
  if (answer.kind === 'message') {
    await sayPrivately(deps, turn, answer.text);
  } else if (answer.isForm === true && turn.isPersonal && turn.replyToId !== undefined) {
    const message = { address: turn.address, activityId: turn.replyToId };
    await deps.deliveryFrom(turn.address.serviceUrl).update(message, cardActivity(answer.card));
  } else if (answer.isForm === true) {
    await sayPrivately(deps, turn, answer.card);
  }
}

function toDefect({ log }: LateDeps, turn: Turn, error: unknown): CardAnswer {
  log.error({ userId: turn.actor.id, ...nameOf(error) }, 'an invoke failed after its answer');
  return { kind: 'message', text: turn.words.chat.defect };
}

function nameOf(error: unknown): object {
  return error instanceof Error
    ? { error: error.name, stack: error.stack }
    : { error: typeof error };
}
