import { z } from 'zod';
import { RequestId } from '../domain/ids.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import type { Request } from '../domain/request.ts';
import type { Click } from '../setup/use-cases.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { said } from './cards/escape.ts';
import { messageCard } from './cards/help-card.ts';
import { explain, noticeOf } from './cards/notices.ts';
import type { ChatDeps } from './deps.ts';
import { FormData, isBlank, readForm, toFormErrors } from './form.ts';
import { formAgain, newForm, wholeFormError } from './forms.ts';
import { personalView } from './request-views.ts';
import type { Turn } from './turn.ts';

const ClickData = z.object({
  requestId: RequestId,
  version: z.number().int().nonnegative(),
  comment: z.string().optional().catch(undefined),
});

/** Everything a button can say: the verb and which request, or the form. Nothing in it authorises anything. */
export const CardAction = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('new-request') }),
  z.object({ verb: z.literal('submit-request'), data: z.unknown() }),
  z.object({
    verb: z.enum(['view', 'approve', 'deny', 'cancel', 'retry', 'attest']),
    data: ClickData,
  }),
]);
export type CardAction = z.infer<typeof CardAction>;
type RequestAction = Extract<CardAction, { data: Click }>;

/** What a click leads to: the card in its new form, or a sentence beside the card. */
export type CardAnswer =
  | { readonly kind: 'card'; readonly card: AdaptiveCard; readonly isForm?: boolean }
  | { readonly kind: 'message'; readonly text: string };

/** Does what the button says and resolves to the actor's view of the card as it is stored afterwards. */
export async function answerAction(
  deps: ChatDeps,
  turn: Turn,
  action: CardAction,
): Promise<CardAnswer> {
  if (action.verb === 'new-request' || action.verb === 'submit-request') {
    if (!turn.isPersonal) {
      return { kind: 'message', text: turn.words.chat.onlyPrivately };
    }
    return action.verb === 'new-request'
      ? { kind: 'card', card: newForm(deps, turn), isForm: true }
      : submit(deps, turn, action.data);
  }
  return answerClick(deps, turn, action);
}

async function answerClick(deps: ChatDeps, turn: Turn, action: RequestAction): Promise<CardAnswer> {
  try {
    if (action.verb === 'deny' && isBlank(action.data.comment ?? '')) {
      const request = await deps.useCases.find(turn.actor, action.data.requestId);
      const notice = { style: 'attention', text: turn.words.request.commentMissing } as const;
      return { kind: 'card', card: await personalView(deps, turn, { request, notice }) };
    }
    const request = await act(deps, turn, action);
    return { kind: 'card', card: await personalView(deps, turn, { request }) };
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
  switch (verb) {
    case 'view':
      return useCases.find(actor, data.requestId);
    case 'approve':
    case 'deny':
    case 'cancel':
    case 'retry':
    case 'attest':
      return useCases[verb](actor, data);
  }
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
    const notice = noticeOf(turn.words, problem, request);
    return { kind: 'card', card: await personalView(deps, turn, { request, notice, comment }) };
  }
  const reason = explain(turn.words, problem.code, requestId);
  // An automatic refresh must end in a card, else Teams stops refreshing.
  return action.verb === 'view'
    ? { kind: 'card', card: messageCard(turn.words, reason, requestId) }
    : { kind: 'message', text: reason };
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

async function submit(deps: ChatDeps, turn: Turn, data: unknown): Promise<CardAnswer> {
  const form = FormData.safeParse(data);
  if (!form.success) {
    return {
      kind: 'card',
      card: newForm(deps, turn, { hint: turn.words.form.damaged }),
      isForm: true,
    };
  }
  const reading = readForm(turn, form.data, deps.useCases.maximumDays);
  if (reading.kind === 'errors') {
    return again(deps, turn, { data: form.data, errors: reading.errors });
  }
  try {
    return await deps.submissions.run(turn.actor.id, async () => {
      const result = await deps.useCases.submit(turn.actor, reading.wish);
      if (result.kind === 'refused') {
        const errors = toFormErrors(turn.words, result.refusals, form.data);
        return again(deps, turn, { data: form.data, errors });
      }
      await adoptForm(deps, turn, result.request);
      const { request } = result;
      return { kind: 'card', card: await personalView(deps, turn, { request }) };
    });
  } catch (error) {
    if (isProblem(error)) {
      deps.log.info({ code: error.code }, 'a form was refused');
      const subject =
        error.code === 'input-not-valid' ? error.detail : said(turn.actor.displayName);
      return again(deps, turn, {
        data: form.data,
        errors: [wholeFormError(turn.words, error.code, subject)],
      });
    }
    throw error;
  }
}

function again(deps: ChatDeps, turn: Turn, form: Parameters<typeof formAgain>[2]): CardAnswer {
  return { kind: 'card', card: formAgain(deps, turn, form), isForm: true };
}

/** The form's message is from now on the requester's card; the messenger brings it up to date for every device. */
async function adoptForm({ cards }: ChatDeps, turn: Turn, request: Request): Promise<void> {
  const recipientId = turn.actor.id;
  const posted = await cards.list(request.id);
  const isThere = posted.some(
    (card) => card.kind === 'request' && card.recipientId === recipientId,
  );
  if (!isThere && turn.replyToId !== undefined) {
    const { replyToId: activityId, address } = turn;
    await cards.save({
      requestId: request.id,
      recipientId,
      kind: 'request',
      activityId,
      ...address,
    });
  }
}
