import type { InvokeResponse } from 'botbuilder';
import { z } from 'zod';
import { BatchId, RequestId } from '../domain/ids.ts';
import type { CardAnswer } from './card-actions.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { messageCard } from './cards/help-card.ts';
import { outdatedCard } from './cards/outdated-card.ts';
import { invokeCard } from './invoke-answers.ts';
import { inTime, type LateDeps } from './late-answers.ts';
import type { Turn } from './turn.ts';

/** What our cards ask for by themselves; `View` of a request and of a list. */
const RefreshAction = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('view'),
    data: z.object({ requestId: RequestId, version: z.number() }),
  }),
  z.object({
    verb: z.literal('list-view'),
    data: z.object({ batchId: BatchId, page: z.number(), seenAt: z.number() }),
  }),
]);
type RefreshAction = z.infer<typeof RefreshAction>;

const Triggered = z.object({ trigger: z.unknown() }).catch({ trigger: undefined });
const Refreshed = z.object({ action: RefreshAction });

/** Undefined for anything that a person clicked. */
export function readRefresh(value: unknown): RefreshAction | undefined {
  const { trigger } = Triggered.parse(value);
  return trigger === 'automatic' ? Refreshed.safeParse(value).data?.action : undefined;
}

/**
 * Answers a refresh that a client makes by itself. It ends in a card whatever happens, else Teams stops refreshing;
 * what takes too long or fails is made up for by the next one, and nobody is told of it.
 */
export async function answerRefresh(
  deps: Pick<LateDeps, 'answerWithinMs' | 'log'>,
  turn: Turn,
  { action, work }: { readonly action: RefreshAction; readonly work: Promise<CardAnswer> },
): Promise<InvokeResponse> {
  const drawn = work.catch((error: unknown) => {
    const { name, stack } = error instanceof Error ? error : { name: typeof error };
    deps.log.error({ userId: turn.actor.id, error: name, stack }, 'a refresh failed');
    return undefined;
  });
  const answer = await inTime(deps, drawn);
  return invokeCard({ kind: 'card', card: cardOf(turn, action, answer) });
}

function cardOf(
  { words, channelUserId }: Turn,
  action: RefreshAction,
  answer: CardAnswer | undefined,
): AdaptiveCard {
  if (answer === undefined) {
    return outdatedCard(words, action, [channelUserId]);
  }
  return answer.kind === 'card' ? answer.card : messageCard(words, answer.text, answer.text);
}
