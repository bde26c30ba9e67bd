import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { DialogOutcome, SearchOutcome } from '../page/protocol.ts';
import { invokeActivity } from './activities.ts';
import { deliver, type HttpAnswer } from './bot-link.ts';
import { toSearchOutcome, transportError } from './card-outcome.ts';
import { getAddress, getPersonal } from './conversations.ts';
import { messagePayload } from './message-payload.ts';
import { type ActionDeps, addressOfMessage, sceneOf } from './people-actions.ts';
import { isPeopleSearch, type SearchQuery, searchPeople } from './people-search.ts';

/** Which command was chosen, and where: in the box to write in, or on a message. */
export interface Chosen {
  readonly place: string;
  /** The first one of the app when absent. */
  readonly commandId?: string | undefined;
  readonly messageId?: string | undefined;
}

/** Asks the bot for the dialog of a command (msteams-docs action-commands/create-task-module.md). */
export async function openDialog(
  deps: ActionDeps,
  personKey: string,
  chosen: Chosen,
): Promise<HttpAnswer> {
  return send(deps, personKey, {
    ...chosen,
    name: 'composeExtension/fetchTask',
    value: valueOf(deps, chosen),
  });
}

/** Action.Submit of the dialog's card. */
export async function submitDialog(
  deps: ActionDeps,
  personKey: string,
  { data, ...chosen }: Chosen & { readonly data: unknown },
): Promise<HttpAnswer> {
  return send(deps, personKey, {
    ...chosen,
    name: 'composeExtension/submitAction',
    value: { ...valueOf(deps, chosen), data },
  });
}

/** What both say of the command; a message comes along as it is at that moment. */
function valueOf({ commands, messages }: ActionDeps, { commandId, messageId }: Chosen): object {
  const message = messageId === undefined ? undefined : messages.findAnywhere(messageId);
  return {
    commandId: commandId ?? commands[0]?.id,
    commandContext: message === undefined ? 'compose' : 'message',
    requestId: randomUUID().replaceAll('-', ''),
    ...(message === undefined ? {} : { messagePayload: messagePayload(message) }),
    context: { theme: 'default' },
  };
}

/** Somebody types into a choice set of the dialog, where the whole organisation can be searched. */
export async function searchInDialog(
  deps: ActionDeps,
  personKey: string,
  { place, ...typed }: SearchQuery & { readonly place: string },
): Promise<SearchOutcome> {
  if (isPeopleSearch(typed)) {
    return { kind: 'choices', choices: searchPeople(typed, getPersonal(personKey)) };
  }
  const { dataset, filter: queryText } = typed;
  const value = { kind: 'search', queryText, queryOptions: { skip: 0, top: 15 }, dataset };
  return toSearchOutcome(await send(deps, personKey, { place, name: 'application/search', value }));
}

const Task = z.object({
  task: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('continue'),
      value: z.object({
        title: z.string(),
        card: z.object({
          contentType: z.literal('application/vnd.microsoft.card.adaptive'),
          content: z.looseObject({ type: z.literal('AdaptiveCard') }),
        }),
      }),
    }),
    z.object({ type: z.literal('message'), value: z.string() }),
  ]),
});

/** Reads the answer as the Teams client does; an empty one closes the dialog. */
export function toDialogOutcome(answer: HttpAnswer): DialogOutcome {
  if (answer.status !== 200) {
    return { kind: 'error', text: transportError(answer) };
  }
  const parsed = Task.safeParse(answer.body);
  if (!parsed.success) {
    return { kind: 'closed' };
  }
  const { task } = parsed.data;
  return task.type === 'continue'
    ? { kind: 'card', title: task.value.title, card: task.value.card.content }
    : { kind: 'message', text: task.value };
}

interface DialogCall {
  readonly place: string;
  readonly messageId?: string | undefined;
  readonly name: string;
  readonly value: unknown;
}

/** A command on a message is given where the message is, in a channel in its thread. */
async function send(
  deps: ActionDeps,
  personKey: string,
  { place, messageId, name, value }: DialogCall,
): Promise<HttpAnswer> {
  const address =
    messageId === undefined
      ? getAddress(personKey, place)
      : addressOfMessage(deps, personKey, messageId);
  const scene = sceneOf(deps, personKey, address);
  return deliver(deps.botEndpoint, invokeActivity(scene, { name, value, source: 'compose' }));
}
