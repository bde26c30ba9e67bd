import { type BatchId, readBatchId } from '../domain/ids.ts';
import { isProblem } from '../domain/problem.ts';
import { newBatchForm } from './batch-actions.ts';
import { batchCard } from './cards/batch-card.ts';
import { batchForm, longestPaste } from './cards/batch-form.ts';
import type { Reply } from './commands.ts';
import type { ChatDeps } from './deps.ts';
import { answerFile, type FileDeps } from './list-file.ts';
import { readCommand } from './read-command.ts';
import { startList } from './start-list.ts';
import type { Turn } from './turn.ts';
import { everyLanguage } from './words/choose.ts';

/** `comes-by-itself`: the list's card is the answer, and it comes as soon as its lines are checked. */
export type ListReply = Reply | 'comes-by-itself';

interface Message {
  readonly text: string;
  readonly activity: { readonly id?: string | undefined; readonly attachments?: unknown };
}

/** What belongs to a list: a file, "bulk", and the number of a list after "status" or "cancel". Undefined for the rest. */
export async function answerListMessage(
  deps: FileDeps,
  turn: Turn,
  { text, activity }: Message,
): Promise<ListReply | undefined> {
  const file = await answerFile(deps, turn, activity);
  if (file !== undefined) {
    return file.say === undefined ? 'comes-by-itself' : { content: file.say, isPrivate: true };
  }
  const { name } = readCommand(text);
  if (name === 'bulk') {
    return answerBulk(deps, turn, { text, messageId: activity.id });
  }
  const id = readBatchId(text.trim().split(/\s/).at(-1) ?? '');
  if (id === undefined || (name !== 'status' && name !== 'cancel')) {
    return undefined;
  }
  return name === 'status' ? answerListStatus(deps, turn, id) : answerListCancel(deps, turn, id);
}

/**
 * Alone it gives the form; with lines after it they are checked at once. Lines that cannot be read go into the form,
 * to be mended there.
 */
async function answerBulk(
  deps: ChatDeps,
  turn: Turn,
  { text, messageId }: { readonly text: string; readonly messageId: string | undefined },
): Promise<ListReply> {
  const lines = linesOf(text);
  if (lines === '') {
    return { content: newBatchForm(deps, turn), isPrivate: true };
  }
  const error = await startList(deps, turn, { text: lines, messageId });
  if (error === undefined) {
    return 'comes-by-itself';
  }
  const kept = lines.slice(0, longestPaste);
  const form = batchForm({ words: turn.words, formId: deps.newFormId(), lines: kept, error });
  return { content: form, isPrivate: true };
}

/** Everything after the command. */
function linesOf(text: string): string {
  const trimmed = text.trim();
  const said = everyLanguage()
    .flatMap(({ commands }) => commands.bulk)
    .toSorted((one, other) => other.length - one.length)
    .find((phrase) => trimmed.toLowerCase().startsWith(phrase.toLowerCase()));
  return trimmed.slice(said?.length ?? 0).trim();
}

async function answerListStatus(deps: ChatDeps, turn: Turn, id: BatchId): Promise<Reply> {
  const { words, actor, channelUserId } = turn;
  try {
    const view = await deps.batches.view(actor, id);
    const content = batchCard({
      words,
      view,
      audience: { kind: 'base', viewerIds: [channelUserId] },
      isRequesters: view.batch.requester.id === actor.id,
    });
    return { content, isPrivate: true };
  } catch (error) {
    if (isProblem(error)) {
      return { content: words.bulk.notFound(id), isPrivate: true };
    }
    throw error;
  }
}

/** Takes the whole list back while nobody has decided anything about it. */
async function answerListCancel(deps: ChatDeps, turn: Turn, id: BatchId): Promise<Reply> {
  const { actor } = turn;
  const view = await deps.batches.view(actor, id);
  if (view.options.includes('cancel')) {
    await deps.batches.order(actor, { batchId: id, seenAt: view.seenAt, kind: 'cancel' });
  } else if (view.options.includes('discard')) {
    await deps.batches.discard(actor, { batchId: id, seenAt: view.seenAt });
  }
  return answerListStatus(deps, turn, id);
}
