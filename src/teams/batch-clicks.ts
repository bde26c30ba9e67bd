import type { BatchView } from '../domain/batch-view.ts';
import type { Complaint } from '../domain/complaint.ts';
import type { BatchId } from '../domain/ids.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import type { BatchClick } from '../setup/batches/batch-use-cases.ts';
import type { BatchAction } from './batch-actions.ts';
import type { CardAnswer } from './card-actions.ts';
import { unreachableIn } from './cards/batch-unreachable.ts';
import type { BatchTexts } from './cards/batch-view.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { messageCard } from './cards/help-card.ts';
import { explain } from './cards/notices.ts';
import type { Notice } from './cards/view.ts';
import type { ChatDeps } from './deps.ts';
import { isBlank } from './form.ts';
import { alsoLate, notCounted } from './late-answers.ts';
import { showListLate } from './late-lists.ts';
import { adoptLost } from './lost-cards.ts';
import { personalBatchCard } from './personal-batch-card.ts';
import type { Turn } from './turn.ts';
import type { Words } from './words/words.ts';

interface Click {
  readonly verb: Exclude<AboutList['verb'], 'list-correct'>;
  readonly data: AboutList['data'];
}

type AboutList = Extract<BatchAction, { readonly data: { readonly batchId: unknown } }>;

/** Does what a button on a list's card says; a problem is told on top of the card as it stands then. */
export async function answerBatchClick(
  deps: ChatDeps,
  turn: Turn,
  action: Click,
): Promise<CardAnswer> {
  const { page, plansPage, reason, ticket, comment } = action.data;
  const typed = { reason, ticket, comment };
  try {
    if (action.verb === 'list-deny' && isBlank(comment ?? '')) {
      const view = await deps.batches.view(turn.actor, action.data.batchId);
      const notice = { style: 'attention', text: turn.words.request.commentMissing } as const;
      return await refused(deps, turn, view, { page, notice, typed, missing: 'comment' });
    }
    const view = await act(deps, turn, action);
    const news = newsOf(turn, action, view);
    const isOutcome = action.data.card === 'outcome';
    const shown = { page, plansPage, isOutcome, ...news };
    const card = await drawn(deps, turn, view, shown);
    const isLook = action.verb === 'list-view';
    return { kind: 'card', card, late: () => showListLate(deps, turn, { view, shown, isLook }) };
  } catch (error) {
    if (isProblem(error)) {
      return explainProblem(deps, turn, { action, problem: error, typed });
    }
    throw error;
  }
}

// oxlint-disable-next-line max-params -- the three of every drawing, and what only this one has
async function refused(
  deps: ChatDeps,
  turn: Turn,
  view: BatchView,
  extra: Parameters<typeof personalBatchCard>[2] & { readonly notice: Notice },
): Promise<CardAnswer> {
  const card = await drawn(deps, turn, view, extra);
  return notCounted(turn.words, { id: view.batch.id, card, reason: extra.notice.text });
}

/** With the names of approvers who could not be written to. A message that got no answer is known by its click. */
// oxlint-disable-next-line max-params -- the three of every drawing, and what only this one has
async function drawn(
  { batchCards, appLink, clock }: ChatDeps,
  turn: Turn,
  view: BatchView,
  extra: Parameters<typeof personalBatchCard>[2],
): Promise<AdaptiveCard> {
  const posted = await batchCards.list(view.batch.id);
  if (!posted.some(({ activityId }) => activityId === turn.replyToId)) {
    await adoptLost({ cards: batchCards, clock }, turn, posted);
  }
  const unreachable = unreachableIn(view, posted);
  return personalBatchCard(turn, view, { ...extra, unreachable, appLink });
}

/** Refused lines of a list that was sent have become another list, which comes as a card of its own. */
function newsOf(
  { words }: Turn,
  { data }: Click,
  { batch }: BatchView,
): { readonly notice?: Notice } {
  return batch.id === data.batchId
    ? {}
    : { notice: { style: 'warning', text: words.bulk.newList(batch.id) } };
}

async function act(
  { batches }: ChatDeps,
  { actor }: Turn,
  { verb, data }: Click,
): Promise<BatchView> {
  const click: BatchClick = data;
  switch (verb) {
    case 'list-view':
      return batches.view(actor, data.batchId);
    case 'list-send':
      return batches.send(actor, { ...data, reason: data.reason ?? '' });
    case 'list-discard':
      return batches.discard(actor, click);
    case 'list-check-again':
      return batches.checkAgain(actor, click);
    case 'list-approve':
      return batches.order(actor, { ...click, kind: 'approve' });
    case 'list-deny':
      return batches.order(actor, { ...click, kind: 'deny' });
    case 'list-cancel':
      return batches.order(actor, { ...click, kind: 'cancel' });
    case 'list-retry':
      return batches.order(actor, { ...click, kind: 'retry' });
  }
}

interface Refused {
  readonly action: Click;
  readonly problem: Problem;
  readonly typed: BatchTexts;
}

async function explainProblem(
  deps: ChatDeps,
  turn: Turn,
  { action, problem, typed }: Refused,
): Promise<CardAnswer> {
  const { batchId, page } = action.data;
  deps.log.info(
    { batchId, verb: action.verb, code: problem.code },
    'a click on a list was refused',
  );
  const view = await findAgain(deps, turn, batchId);
  if (view !== undefined) {
    const text = textOf(turn.words, problem);
    const notice = { style: 'attention', text } as const;
    const missing =
      problem.detail === ('reason-missing' satisfies Complaint) ? 'reason' : undefined;
    return refused(deps, turn, view, { page, notice, typed, missing });
  }
  const reason = turn.words.bulk.notFound(batchId);
  // An automatic refresh must end in a card, else Teams stops refreshing.
  return action.verb === 'list-view'
    ? alsoLate(messageCard(turn.words, reason, batchId))
    : { kind: 'message', text: reason };
}

function textOf(words: Words, { code, detail }: Problem): string {
  const { over, changed } = words.bulk;
  if (code === 'already-decided') {
    return over;
  }
  return code === 'request-changed' ? changed : explain(words, code, detail);
}

async function findAgain(
  { batches }: ChatDeps,
  { actor }: Turn,
  id: BatchId,
): Promise<BatchView | undefined> {
  try {
    return await batches.view(actor, id);
  } catch (error) {
    if (isProblem(error)) {
      return undefined;
    }
    throw error;
  }
}
