import type { RequestId } from '../domain/ids.ts';
import { isProblem } from '../domain/problem.ts';
import type { CardAnswer } from './card-actions.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { explain } from './cards/notices.ts';
import { optionsOf } from './cards/view.ts';
import { whyCard } from './cards/why-card.ts';
import type { ChatDeps } from './deps.ts';
import { alsoLate } from './late-answers.ts';
import { startSync } from './sync-now.ts';
import type { Turn } from './turn.ts';

/** A button that asks or starts something beside the request; nothing it does changes the request. */
export interface Question {
  readonly verb: 'why' | 'sync-now';
  readonly data: { readonly requestId: RequestId };
}

/** The answer to such a button; what stands in its way is said beside the card. */
export async function answerQuestion(
  deps: ChatDeps,
  turn: Turn,
  { verb, data }: Question,
): Promise<CardAnswer> {
  const { requestId } = data;
  try {
    const draw = verb === 'why' ? drawWhy : startSync;
    // The card that was clicked goes on telling of its request.
    return alsoLate(await draw(deps, turn, requestId));
  } catch (error) {
    if (isProblem(error)) {
      deps.log.info({ requestId, verb, code: error.code }, 'a click was refused');
      return { kind: 'message', text: explain(turn.words, error.code, requestId) };
    }
    throw error;
  }
}

/** "Why not yet?", drawn from what the world says now. Throws `request-not-found`. */
export async function drawWhy(
  { useCases }: ChatDeps,
  { actor, words }: Turn,
  id: RequestId,
): Promise<AdaptiveCard> {
  const diagnosis = await useCases.explain(actor, id);
  const request = await useCases.find(actor, id);
  const options = optionsOf(useCases.rolesOf(actor, request), request);
  return whyCard({ words, request, diagnosis, options });
}
