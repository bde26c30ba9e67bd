import { z } from 'zod';
import { RequestId } from '../domain/ids.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import type { Request } from '../domain/request.ts';
import type { Click } from '../setup/use-cases.ts';
import { answerAgain } from './again.ts';
import { answerBatchAction, BatchAction, isBatchAction } from './batch-actions.ts';
import { asAsked } from './cards/approval-inputs.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { messageCard } from './cards/help-card.ts';
import { explain, notCancelled, noticeOf } from './cards/notices.ts';
import type { Notice } from './cards/view.ts';
import { answerCatalogAction, CatalogAction, isCatalogAction } from './catalog-actions.ts';
import type { ChatDeps } from './deps.ts';
import { answerDeputy, type DeputyAction, deputyVerbs } from './deputy.ts';
import { answerFavourite, FavouriteAction, isFavouriteAction } from './favourites.ts';
import { isBlank } from './form.ts';
import { answerForm, type FormAction, formVerbs } from './form-actions.ts';
import { alsoLate, notCounted } from './late-answers.ts';
import { type PersonalView, personalView } from './request-views.ts';
import { showLate } from './status-cards.ts';
import type { Turn } from './turn.ts';
import { answerQuestion, type Question } from './why.ts';

/** A duration that cannot be read makes the click unreadable, since approving a longer one would be worse. */
const GivenDays = z
  .union([z.literal(asAsked), z.literal(''), z.string().regex(/^[1-9]\d{0,3}$/)])
  .transform((text) => (text === asAsked || text === '' ? undefined : Number(text)))
  .optional();

const ClickData = z.object({
  requestId: RequestId,
  version: z.number().int().nonnegative(),
  comment: z.string().optional().catch(undefined),
  planHash: z.string().max(100).optional().catch(undefined),
  days: GivenDays,
});

/** Everything a button can say: the verb and which request, or the form. Nothing in it authorises anything. */
export const CardAction = z.discriminatedUnion('verb', [
  z.object({ verb: z.enum(formVerbs), data: z.unknown().optional() }),
  z.object({ verb: z.enum(deputyVerbs), data: z.unknown().optional() }),
  z.object({
    verb: z.enum([
      'view',
      'approve',
      'deny',
      'claim',
      'unclaim',
      'cancel',
      'retry',
      'attest',
      'justified',
      'not-justified',
    ]),
    data: ClickData,
  }),
  z.object({ verb: z.literal('again'), data: ClickData }),
  z.object({ verb: z.literal('why'), data: ClickData }),
  z.object({ verb: z.literal('sync-now'), data: ClickData }),
  BatchAction,
  CatalogAction,
  FavouriteAction,
]);
export type CardAction = z.infer<typeof CardAction>;
type RequestAction = Exclude<
  Extract<CardAction, { data: Click }>,
  Question | { readonly verb: 'again' }
>;

/** What a click leads to: the card in its new form, or a sentence beside the card. */
export type CardAnswer =
  | {
      readonly kind: 'card';
      readonly card: AdaptiveCard;
      readonly isForm?: boolean;
      /** A list that has only been made: it is sent from its own card. */
      readonly isUnsentList?: boolean;
      /** The request as it was drawn, where the click did what it was for. */
      readonly shows?: Request;
      /**
       * Makes up for a card that comes too late to be seen, where nothing else does; resolves to what is left to be
       * said in the private chat.
       */
      readonly late?: () => Promise<AdaptiveCard | undefined>;
    }
  | { readonly kind: 'message'; readonly text: string };

/** Does what the button says and resolves to the actor's view of the card as it is stored afterwards. */
export async function answerAction(
  deps: ChatDeps,
  turn: Turn,
  action: CardAction,
): Promise<CardAnswer> {
  if (isBatchAction(action)) {
    return answerBatchAction(deps, turn, action);
  }
  if (isCatalogAction(action)) {
    return answerCatalogAction(deps, turn, action);
  }
  if (isFavouriteAction(action)) {
    return answerFavourite(deps, turn, action);
  }
  if (isFormAction(action)) {
    return answerForm(deps, turn, action);
  }
  if (isDeputyAction(action)) {
    return answerDeputy(deps, turn, action);
  }
  if (action.verb === 'again') {
    return answerAgain(deps, turn, action.data.requestId);
  }
  return action.verb === 'why' || action.verb === 'sync-now'
    ? answerQuestion(deps, turn, action)
    : answerClick(deps, turn, action);
}

function isFormAction(action: CardAction): action is FormAction {
  return formVerbs.some((verb) => verb === action.verb);
}

function isDeputyAction(action: CardAction): action is DeputyAction {
  return deputyVerbs.some((verb) => verb === action.verb);
}

async function answerClick(deps: ChatDeps, turn: Turn, action: RequestAction): Promise<CardAnswer> {
  try {
    if (action.verb === 'deny' && isBlank(action.data.comment ?? '')) {
      const request = await deps.useCases.find(turn.actor, action.data.requestId);
      const notice = { style: 'attention', text: turn.words.request.commentMissing } as const;
      return await withNotice(deps, turn, { request, notice, isCommentMissing: true });
    }
    // Asked for together with the request, so that the click waits once.
    const [request, posted] = await Promise.all([
      act(deps, turn, action),
      deps.cards.list(action.data.requestId),
    ]);
    const card = await personalView(deps, turn, { request, posted });
    return action.verb === 'view'
      ? { kind: 'card', card, shows: request, late: () => showLate(deps, turn, request) }
      : { kind: 'card', card, shows: request };
  } catch (error) {
    if (isProblem(error)) {
      return explainProblem(deps, turn, { action, problem: error });
    }
    throw error;
  }
}

async function act(
  { useCases }: ChatDeps,
  { actor }: Turn,
  { verb, data }: RequestAction,
): Promise<Request> {
  if (verb === 'view') {
    return useCases.find(actor, data.requestId);
  }
  return verb === 'justified' || verb === 'not-justified'
    ? useCases.review(actor, data, verb)
    : useCases[verb](actor, data);
}

/** The card as it stands with the reason on top; where the person may see no card, the reason alone. */
async function explainProblem(
  deps: ChatDeps,
  turn: Turn,
  { action, problem }: { readonly action: RequestAction; readonly problem: Problem },
): Promise<CardAnswer> {
  const { requestId, comment } = action.data;
  deps.log.info({ requestId, verb: action.verb, code: problem.code }, 'a click was refused');
  const request = await findAgain(deps, turn, requestId);
  if (request !== undefined) {
    const reason = action.verb === 'cancel' ? notCancelled : noticeOf;
    const notice = reason(turn.words, problem, { request, reader: turn.actor });
    return withNotice(deps, turn, { request, notice, comment });
  }
  const reason = explain(turn.words, problem.code, requestId);
  const shared = action.verb === 'view' && (await deps.groupCards?.viewFor(turn, requestId));
  if (shared) {
    return alsoLate(shared);
  }
  // An automatic refresh must end in a card, else Teams stops refreshing.
  return action.verb === 'view'
    ? alsoLate(messageCard(turn.words, reason, requestId))
    : { kind: 'message', text: reason };
}

async function withNotice(
  deps: ChatDeps,
  turn: Turn,
  view: PersonalView & { readonly notice: Notice },
): Promise<CardAnswer> {
  const { request, notice } = view;
  const card = await personalView(deps, turn, view);
  return notCounted(turn.words, { id: request.id, card, reason: notice.text });
}

async function findAgain(
  { useCases }: ChatDeps,
  { actor }: Turn,
  id: RequestId,
): Promise<Request | undefined> {
  try {
    return await useCases.find(actor, id);
  } catch (error) {
    if (isProblem(error)) {
      return undefined;
    }
    throw error;
  }
}
