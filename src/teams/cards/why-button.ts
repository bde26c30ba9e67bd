import { type Request, waitingStates } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { type Action, execute } from './elements.ts';

/** "Why not yet?" where there is something to explain; whoever sees the card may ask. */
export function whyButton({ buttons }: Words, request: Request): readonly Action[] {
  const { id: requestId, version, state } = request;
  const isWaiting = waitingStates.some((each) => each === state);
  if (!isWaiting && state !== 'failed') {
    return [];
  }
  const title = isWaiting ? buttons.why : buttons.whyStopped;
  return [execute(title, 'why', { data: { requestId, version } })];
}
