import type { RequestId, UserId } from '../domain/ids.ts';
import { isProblem } from '../domain/problem.ts';
import type { SyncNowResult } from '../domain/sync-now-result.ts';
import { type AdaptiveCard, execute } from './cards/elements.ts';
import { messageCard } from './cards/help-card.ts';
import { explain } from './cards/notices.ts';
import { syncCard } from './cards/sync-card.ts';
import type { StarterOf } from './cards/sync-starter.ts';
import type { ChatDeps } from './deps.ts';
import type { Turn } from './turn.ts';
import type { Words } from './words/words.ts';

/** Has the sync run now, for everything that waits or for what one request needs, and says what came of it. */
export async function startSync(
  deps: ChatDeps,
  turn: Turn,
  requestId: RequestId | undefined,
): Promise<AdaptiveCard> {
  const { words, actor } = turn;
  try {
    const result = await deps.useCases.syncNow(actor, requestId);
    return syncCard({
      words,
      result,
      starterOf: await knownStarters(deps, turn, result),
      actions: backTo(words, requestId),
    });
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    deps.log.info({ requestId, code: error.code }, 'a sync was not started');
    const { syncNow } = words;
    const isForOthers = error.code === 'not-allowed';
    const reason = isForOthers ? syncNow.notAllowed : explain(words, error.code, requestId ?? '');
    const refusal = messageCard(words, reason, syncNow.summary);
    return { ...refusal, actions: backTo(words, requestId) };
  }
}

function backTo(
  { buttons }: Words,
  requestId: RequestId | undefined,
): NonNullable<AdaptiveCard['actions']> {
  return requestId === undefined
    ? []
    : [execute(buttons.back, 'view', { data: { requestId, version: 0 } })];
}

/** Whoever started one has spoken to the bot, so their name is known. */
async function knownStarters(
  { conversations }: ChatDeps,
  { actor, words }: Turn,
  { connect, cloudSync }: SyncNowResult,
): Promise<StarterOf> {
  const runs = connect === undefined ? cloudSync : [connect, ...cloudSync];
  const ids = new Set(runs.flatMap((run) => ('by' in run ? [run.by] : [])));
  const names = new Map<UserId, string>();
  for (const id of ids) {
    const known = await conversations.find(actor.tenantId, id);
    names.set(id, known?.displayName ?? words.chat.somebody);
  }
  return (by) => ({
    isReader: by === actor.id,
    displayName: names.get(by) ?? words.chat.somebody,
  });
}
