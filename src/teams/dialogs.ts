import type { InvokeResponse } from 'botbuilder';
import { z } from 'zod';
import { UserId } from '../domain/ids.ts';
import { formWithRecent } from './again.ts';
import { answerAction, CardAction, type CardAnswer } from './card-actions.ts';
import { dialogCard } from './cards/dialog.ts';
import { cut } from './cards/escape.ts';
import { limits } from './cards/limits.ts';
import type { FormView } from './cards/request-form.ts';
import type { ChatDeps } from './deps.ts';
import { dialogMessage, dialogWith } from './invoke-answers.ts';
import { plainText } from './plain-text.ts';
import type { Turn } from './turn.ts';

/** The action command of the manifest. */
const commandId = 'requestAccess';

const Author = z.object({ id: z.string(), displayName: z.string().optional().catch(undefined) });
const Mention = z.object({ mentioned: z.object({ user: Author }) });
const User = z.object({ user: Author });

/** The message that the command was chosen on. https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module */
const MessagePayload = z.object({
  body: z.object({ content: z.string().catch('') }).catch({ content: '' }),
  from: User.optional().catch(undefined),
  mentions: z.array(z.unknown()).catch([]),
});

const FetchTask = z.object({
  commandId: z.literal(commandId),
  messagePayload: MessagePayload.optional().catch(undefined),
});

const SubmitAction = z.object({
  commandId: z.literal(commandId),
  data: z.looseObject({ verb: z.string() }),
});

/** Opens the form, filled in as far as the message tells on which the command was chosen. */
export async function openDialog(
  deps: ChatDeps,
  turn: Turn,
  value: unknown,
): Promise<InvokeResponse> {
  const fetched = FetchTask.safeParse(value);
  if (!fetched.success) {
    return dialogMessage(turn.words.dialog.unknownCommand);
  }
  const { messagePayload } = fetched.data;
  const prefilled = messagePayload === undefined ? {} : prefill(turn, messagePayload);
  return dialogWith(turn.words, dialogCard(await formWithRecent(deps, turn, prefilled)));
}

/** Does what the form's button says. The dialog is nobody's chat, so that no message in it becomes a card. */
export async function submitDialog(
  deps: ChatDeps,
  turn: Turn,
  value: unknown,
): Promise<CardAnswer> {
  const submitted = SubmitAction.safeParse(value);
  const data = submitted.data?.data;
  const action = CardAction.safeParse({ verb: data?.verb, data });
  if (!action.success) {
    deps.log.info({ userId: turn.actor.id }, 'a dialog could not be read');
    return { kind: 'message', text: turn.words.dialog.damaged };
  }
  return answerAction(deps, { ...turn, isPersonal: true, replyToId: undefined }, action.data);
}

/** The form again with what is wrong marked in it, that the request is made, or that a list waits to be sent. */
export function dialogAnswer({ words }: Turn, answer: CardAnswer): InvokeResponse {
  if (answer.kind === 'message') {
    return dialogMessage(answer.text);
  }
  return answer.isForm === true
    ? dialogWith(words, dialogCard(answer.card))
    : dialogMessage(answer.isUnsentList === true ? words.dialog.listMade : words.dialog.sent);
}

type Payload = z.infer<typeof MessagePayload>;

/**
 * For whom: somebody whom the message mentions, else whoever wrote it; why: what it says. Only a proposal, the sender
 * of the form sees and answers for it.
 */
function prefill({ actor }: Turn, payload: Payload): Partial<FormView> {
  const person = [...mentioned(payload), ...author(payload)].find(({ id }) => id !== actor.id);
  const reason = cut(plainText(payload.body.content), limits.reason);
  const titles = new Map([[actor.id, actor.displayName]]);
  if (person?.displayName !== undefined) {
    titles.set(person.id, person.displayName);
  }
  return {
    values: {
      ...(person === undefined ? {} : { person: person.id }),
      ...(reason === '' ? {} : { reason }),
    },
    titles,
  };
}

interface Named {
  readonly id: UserId;
  readonly displayName: string | undefined;
}

function mentioned({ mentions }: Payload): readonly Named[] {
  return mentions.flatMap((mention) => {
    const parsed = Mention.safeParse(mention);
    return parsed.success ? named(parsed.data.mentioned.user) : [];
  });
}

function author({ from }: Payload): readonly Named[] {
  return from === undefined ? [] : named(from.user);
}

/** Bots and people from elsewhere have other ids. */
function named({ id, displayName }: z.infer<typeof Author>): readonly Named[] {
  const userId = UserId.safeParse(id);
  return userId.success ? [{ id: userId.data, displayName }] : [];
}
