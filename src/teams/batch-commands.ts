import type { BatchOrder } from '../domain/batch.ts';
import type { BatchEntry, BatchView } from '../domain/batch-view.ts';
import { type BatchId, readBatchId } from '../domain/ids.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import { isOpen } from '../domain/request.ts';
import { newBatchForm } from './batch-actions.ts';
import { batchCard } from './cards/batch-card.ts';
import { batchForm, longestPaste } from './cards/batch-form.ts';
import { unreachableIn } from './cards/batch-unreachable.ts';
import { said } from './cards/escape.ts';
import { explain } from './cards/notices.ts';
import type { Notice } from './cards/view.ts';
import type { Reply } from './commands.ts';
import type { ChatDeps } from './deps.ts';
import { answerFile, type FileDeps } from './list-file.ts';
import { behindCommand, lastWord, readCommand, withoutMarks } from './read-command.ts';
import { readTypedList } from './read-list.ts';
import { startList } from './start-list.ts';
import type { Turn } from './turn.ts';
import { everyLanguage } from './words/choose.ts';
import type { Words } from './words/words.ts';

/** `comes-by-itself`: the list's card is the answer, and it comes as soon as its lines are checked. */
export type ListReply = Reply | 'comes-by-itself';

interface Message {
  readonly text: string;
  readonly activity: { readonly id?: string | undefined; readonly attachments?: unknown };
}

/** What belongs to a list: a file, "bulk", and the number of a list after "status", "cancel" or "why". Undefined for the rest. */
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
  const id = readBatchId(lastWord(text));
  return id === undefined || !isAboutList(name) ? undefined : answerAbout(deps, turn, { id, name });
}

const aboutList = ['status', 'cancel', 'why'] as const;
type AboutList = (typeof aboutList)[number];

function isAboutList(name: string): name is AboutList {
  return aboutList.some((each) => each === name);
}

async function answerAbout(
  deps: ChatDeps,
  turn: Turn,
  { id, name }: { readonly id: BatchId; readonly name: AboutList },
): Promise<Reply> {
  try {
    const view = await deps.batches.view(turn.actor, id);
    switch (name) {
      case 'status':
        return await listReply(deps, turn, { view });
      case 'cancel':
        return await cancelList(deps, turn, view);
      case 'why':
        return await listReply(deps, turn, { view, notice: whyNotice(turn, view) });
    }
  } catch (error) {
    if (isProblem(error)) {
      deps.log.info({ batchId: id, command: name, code: error.code }, 'a command was refused');
      return { content: problemText(turn.words, error, id), isPrivate: true };
    }
    throw error;
  }
}

function problemText(words: Words, { code }: Problem, id: BatchId): string {
  return code === 'request-not-found' ? words.bulk.notFound(id) : explain(words, code, id);
}

/**
 * Alone it gives the form, with the number of a list that list; with lines after it they are checked at once. Lines of
 * which none can be read go into the form, to be mended there.
 */
async function answerBulk(
  deps: ChatDeps,
  turn: Turn,
  { text, messageId }: { readonly text: string; readonly messageId: string | undefined },
): Promise<ListReply> {
  const lines = behindCommand(text, 'bulk');
  if (lines === '') {
    return { content: newBatchForm(deps, turn), isPrivate: true };
  }
  const id = readBatchId(withoutMarks(lines));
  if (id !== undefined) {
    return answerAbout(deps, turn, { id, name: 'status' });
  }
  const reading = readTypedList(lines, everyLanguage());
  const error = await startList(deps, turn, { reading, messageId });
  if (error === undefined) {
    return 'comes-by-itself';
  }
  const kept = lines.slice(0, longestPaste);
  const form = batchForm({ words: turn.words, formId: deps.newFormId(), lines: kept, error });
  return { content: form, isPrivate: true };
}

async function listReply(
  { batchCards, appLink }: ChatDeps,
  { words, actor, channelUserId }: Turn,
  { view, notice }: { readonly view: BatchView; readonly notice?: Notice | undefined },
): Promise<Reply> {
  const unreachable = unreachableIn(view, await batchCards.list(view.batch.id));
  const content = batchCard({
    words,
    view,
    notice,
    unreachable,
    appLink,
    audience: { kind: 'base', viewerIds: [channelUserId] },
    isRequesters: view.batch.requester.id === actor.id,
  });
  return { content, isPrivate: true };
}

/** Takes back whatever of the list nobody has decided yet. */
async function cancelList(deps: ChatDeps, turn: Turn, view: BatchView): Promise<Reply> {
  const { actor, words } = turn;
  const { options, seenAt, batch } = view;
  const click = { batchId: batch.id, seenAt };
  if (options.includes('cancel')) {
    const ordered = await deps.batches.order(actor, { ...click, kind: 'cancel' });
    const notice = { style: 'warning', text: words.bulk.cancelling } as const;
    return listReply(deps, turn, { view: ordered, notice });
  }
  if (options.includes('discard')) {
    return listReply(deps, turn, { view: await deps.batches.discard(actor, click) });
  }
  return listReply(deps, turn, { view, notice: notCancelled(turn, view) });
}

/** Why nothing of the list was taken back, which the requester alone may do. */
function notCancelled({ actor, words }: Turn, { batch, entries }: BatchView): Notice {
  const { bulk } = words;
  if (batch.requester.id !== actor.id) {
    return { style: 'attention', text: bulk.notYours(said(batch.requester.displayName)) };
  }
  if (batch.state === 'checking' || batch.state === 'sending') {
    return { style: 'warning', text: bulk.notYet };
  }
  if (batch.state === 'sent' && batch.orders.some((order) => isOpenCancel(order, actor))) {
    return { style: 'warning', text: bulk.cancelling };
  }
  const isUnderWay = batch.state === 'sent' && entries.some(isOpenEntry);
  return { style: 'attention', text: isUnderWay ? bulk.notCancelled : bulk.over };
}

function isOpenCancel({ kind, by, result }: BatchOrder, actor: Turn['actor']): boolean {
  return kind === 'cancel' && by.id === actor.id && result === undefined;
}

function isOpenEntry({ request }: BatchEntry): boolean {
  return request !== undefined && isOpen(request);
}

/** What holds a list up stands on its requests, the first of those that are not at their end. */
function whyNotice({ words }: Turn, { entries }: BatchView): Notice | undefined {
  const requests = entries.flatMap(({ request }) => request ?? []);
  const request = requests.find(({ state }) => state !== 'confirmed') ?? requests[0];
  return request && { style: 'warning', text: words.bulk.whyEach(request.id) };
}
