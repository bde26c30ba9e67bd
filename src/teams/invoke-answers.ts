import type { InvokeResponse } from 'botbuilder';
import type { CardAnswer } from './card-actions.ts';
import type { DialogCard } from './cards/dialog.ts';
import type { Words } from './words/words.ts';

/** The bodies of answers to invokes. The HTTP status is 200 whatever happened; what happened stands in the body. */
export function invokeOk(type: string, value: unknown): InvokeResponse {
  return { status: 200, body: { statusCode: 200, type, value } };
}

/** A sentence shown beside the card, which stays as it is. */
export function invokeMessage(text: string): InvokeResponse {
  return invokeOk('application/vnd.microsoft.activity.message', text);
}

export function invokeError(statusCode: number, code: string, message: string): InvokeResponse {
  const type = 'application/vnd.microsoft.error';
  return { status: 200, body: { statusCode, type, value: { code, message } } };
}

export function invokeCard(answer: CardAnswer): InvokeResponse {
  return answer.kind === 'card'
    ? invokeOk('application/vnd.microsoft.card.adaptive', answer.card)
    : invokeMessage(answer.text);
}

/**
 * A dialog that shows this card from now on.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules#task-info-object
 */
export function dialogWith(words: Words, card: DialogCard): InvokeResponse {
  const content = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
  const { title } = words.dialog;
  const value = { title, width: 'medium', height: 'large', card: content };
  return { status: 200, body: { task: { type: 'continue', value } } };
}

/** A dialog that says this and can only be closed. */
export function dialogMessage(text: string): InvokeResponse {
  return { status: 200, body: { task: { type: 'message', value: text } } };
}

/** Something that was not done, in the shape that this invoke is answered in. */
export function invokeRefusal(name: string | undefined, text: string): InvokeResponse {
  return isDialog(name) ? dialogMessage(text) : invokeMessage(text);
}

/** A failure, in the shape that this invoke is answered in. */
export function invokeFailure(
  name: string | undefined,
  { statusCode, code, text }: { statusCode: number; code: string; text: string },
): InvokeResponse {
  if (isDialog(name)) {
    return dialogMessage(text);
  }
  return name?.startsWith('composeExtension/') === true
    ? { status: 200, body: { composeExtension: { type: 'message', text } } }
    : invokeError(statusCode, code, text);
}

function isDialog(name: string | undefined): boolean {
  return name !== undefined && dialogs.has(name);
}

const dialogs: ReadonlySet<string> = new Set([
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
  'task/fetch',
  'task/submit',
]);
