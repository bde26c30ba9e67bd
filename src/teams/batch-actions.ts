import { z } from 'zod';
import type { BatchView } from '../domain/batch-view.ts';
import { BatchId } from '../domain/ids.ts';
import { answerBatchClick } from './batch-clicks.ts';
import type { CardAnswer } from './card-actions.ts';
import { batchForm } from './cards/batch-form.ts';
import { explain } from './cards/notices.ts';
import { answerCorrect } from './correct-lines.ts';
import type { ChatDeps } from './deps.ts';
import { personalBatchCard } from './personal-batch-card.ts';
import { readTypedList } from './read-list.ts';
import type { Turn } from './turn.ts';
import { everyLanguage } from './words/choose.ts';

const Text = z
  .string()
  .transform((text) => text.toWellFormed().slice(0, 2000))
  .optional()
  .catch(undefined);

const ClickData = z.object({
  batchId: BatchId,
  page: z.number().int().min(0).max(100).catch(0),
  plansPage: z.number().int().min(0).max(100).optional().catch(undefined),
  /** Of which card a page is turned, where it is not the list's own. */
  card: z.literal('outcome').optional().catch(undefined),
  plansHash: z.string().max(100).optional().catch(undefined),
  seenAt: z
    .number()
    .transform((at) => new Date(at))
    .pipe(z.date()),
  reason: Text,
  ticket: Text,
  comment: Text,
});

/** What a button on a list's card can say. Nothing in it authorises anything. */
export const BatchAction = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('list-form') }),
  z.object({
    verb: z.literal('list-check'),
    data: z.object({ formId: z.guid(), lines: z.string().max(60_000).catch('') }),
  }),
  z.object({
    verb: z.enum([
      'list-view',
      'list-send',
      'list-discard',
      'list-check-again',
      'list-correct',
      'list-approve',
      'list-deny',
      'list-cancel',
      'list-retry',
    ]),
    data: ClickData,
  }),
]);
export type BatchAction = z.infer<typeof BatchAction>;

export function isBatchAction(action: { readonly verb: string }): action is BatchAction {
  return action.verb.startsWith('list-');
}

/** Does what the button says and resolves to the reader's view of the list as it is stored afterwards. */
export async function answerBatchAction(
  deps: ChatDeps,
  turn: Turn,
  action: BatchAction,
): Promise<CardAnswer> {
  if (action.verb === 'list-form' || action.verb === 'list-check') {
    if (!turn.isPersonal) {
      return { kind: 'message', text: turn.words.chat.onlyPrivately };
    }
    return action.verb === 'list-form'
      ? { kind: 'card', card: newBatchForm(deps, turn), isForm: true }
      : check(deps, turn, action.data);
  }
  return action.verb === 'list-correct'
    ? answerCorrect(deps, turn, action.data.batchId)
    : answerBatchClick(deps, turn, { ...action, verb: action.verb });
}

export function newBatchForm(
  { newFormId }: Pick<ChatDeps, 'newFormId'>,
  { words }: Pick<Turn, 'words'>,
  lines?: string,
): ReturnType<typeof batchForm> {
  return batchForm({ words, formId: newFormId(), lines });
}

async function check(
  deps: ChatDeps,
  turn: Turn,
  { formId, lines }: { readonly formId: string; readonly lines: string },
): Promise<CardAnswer> {
  const { words, actor } = turn;
  const reading = readTypedList(lines, everyLanguage());
  if (reading.kind === 'complaint') {
    const error = explain(words, 'input-not-valid', reading.complaint);
    return { kind: 'card', card: batchForm({ words, formId, lines, error }), isForm: true };
  }
  return deps.submissions.run(actor.id, async () => {
    const wish = { formId: `${actor.id}/${formId}`, rows: reading.rows };
    const view = await deps.batches.start(actor, wish);
    await adoptBatchForm(deps, turn, view);
    return { kind: 'card', card: personalBatchCard(turn, view) };
  });
}

/** The form's message is from now on the requester's card of the list. */
export async function adoptBatchForm(
  { batchCards }: Pick<ChatDeps, 'batchCards'>,
  { actor, replyToId, address }: Turn,
  { batch }: BatchView,
): Promise<void> {
  const posted = await batchCards.list(batch.id);
  const isThere = posted.some(
    ({ kind, recipientId }) => kind === 'list' && recipientId === actor.id,
  );
  if (!isThere && replyToId !== undefined) {
    const place = { ...address, activityId: replyToId };
    await batchCards.save({ batchId: batch.id, recipientId: actor.id, kind: 'list', ...place });
  }
}
