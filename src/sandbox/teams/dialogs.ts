import { z } from 'zod';
import type { DialogOutcome, SearchOutcome, StoredMessage } from '../page/protocol.ts';
import { people } from '../seed.ts';
import { htmlOf, invokeActivity } from './activities.ts';
import { deliver, type HttpAnswer } from './bot-link.ts';
import { toSearchOutcome, transportError } from './card-outcome.ts';
import { getAddress, getPerson, getPersonal } from './conversations.ts';
import { type ActionDeps, sceneOf } from './people-actions.ts';
import { isPeopleSearch, type SearchQuery, searchPeople } from './people-search.ts';

const command = { commandId: 'requestAccess', context: { theme: 'default' } } as const;

/** Where the command was chosen: in the box to write in, or on a message. */
export interface DialogPlace {
  readonly place: string;
  readonly messageId?: string | undefined;
}

/** "Request access": asks the bot for the dialog (msteams-docs action-commands/create-task-module.md). */
export async function openDialog(
  deps: ActionDeps,
  personKey: string,
  { place, messageId }: DialogPlace,
): Promise<HttpAnswer> {
  const message = messageId === undefined ? undefined : deps.messages.findAnywhere(messageId);
  const chosen =
    message === undefined
      ? { commandContext: 'compose' }
      : { commandContext: 'message', messagePayload: payloadOf(message) };
  return send(deps, personKey, {
    place,
    name: 'composeExtension/fetchTask',
    value: { ...command, ...chosen },
  });
}

/** Action.Submit of the dialog's card. */
export async function submitDialog(
  deps: ActionDeps,
  personKey: string,
  { place, data }: { readonly place: string; readonly data: unknown },
): Promise<HttpAnswer> {
  return send(deps, personKey, {
    place,
    name: 'composeExtension/submitAction',
    value: { ...command, commandContext: 'compose', data },
  });
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
  readonly name: string;
  readonly value: unknown;
}

async function send(
  deps: ActionDeps,
  personKey: string,
  { place, name, value }: DialogCall,
): Promise<HttpAnswer> {
  const scene = sceneOf(deps, personKey, getAddress(personKey, place));
  return deliver(deps.botEndpoint, invokeActivity(scene, { name, value }));
}

/** A message as Graph has it (chatMessage): its author and the people whom it mentions. */
function payloadOf({ id, from, text = '' }: StoredMessage): object {
  const mentioned = people.filter(({ displayName }) => text.includes(`@${displayName}`));
  const author = from.kind === 'person' ? getPerson(from.key) : undefined;
  return {
    id,
    body: { contentType: 'html', content: htmlOf(text) },
    ...(author === undefined ? {} : { from: { user: userOf(author) } }),
    mentions: mentioned.map((person, index) => ({
      id: index,
      mentionText: person.displayName,
      mentioned: { user: userOf(person) },
    })),
  };
}

function userOf(person: { readonly objectId: string; readonly displayName: string }): object {
  const { objectId: id, displayName } = person;
  return { id, displayName, userIdentityType: 'aadUser' };
}
