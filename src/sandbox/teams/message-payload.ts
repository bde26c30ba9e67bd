import { randomUUID } from 'node:crypto';
import type { StoredAttachment, StoredMessage } from '../page/protocol.ts';
import { botAppId, people } from '../seed.ts';
import { escapeHtml, mention } from './activities.ts';
import { botName, getPerson } from './conversations.ts';

/**
 * A message as the client hands it over with a command that was chosen on it: a chatMessage of Graph, and where it is.
 * What it does not have is null. (msteams-docs messaging-extensions/how-to/action-commands/create-task-module.md)
 */
export function messagePayload(message: StoredMessage): object {
  const { id, conversationId, threadId, sentAt, editedAt, from } = message;
  const cards = message.attachments
    .filter(({ content }) => content !== undefined)
    .map(toAttachment);
  const { html, mentions } = bodyOf(message.text ?? '');
  return {
    linkToMessage: `https://teams.microsoft.com/l/message/${conversationId}/${id}`,
    id,
    replyToId: threadId === undefined || threadId === id ? null : threadId,
    createdDateTime: sentAt,
    lastModifiedDateTime: editedAt ?? null,
    deleted: false,
    subject: null,
    summary: message.summary ?? null,
    importance: 'normal',
    locale: 'en-us',
    body: { contentType: 'html', content: `${html}${cards.map(placeOf).join('')}` },
    from: from.kind === 'person' ? identity({ user: userOf(getPerson(from.key)) }) : bot,
    reactions: [],
    mentions,
    attachments: cards,
  };
}

const bot = identity({
  application: { applicationIdentityType: 'bot', id: botAppId, displayName: botName },
});

/** Who it is stands under what they are. */
function identity(one: { readonly user?: object; readonly application?: object }): object {
  return { device: null, conversation: null, user: null, application: null, ...one };
}

function userOf(person: { readonly objectId: string; readonly displayName: string }): object {
  const { objectId: id, displayName } = person;
  return { userIdentityType: 'aadUser', id, displayName };
}

interface Body {
  readonly html: string;
  readonly mentions: readonly object[];
}

const mentioned = new Map([
  [mention, { text: botName, mentioned: bot }],
  ...people.map((person) => {
    const { displayName: text } = person;
    return [`@${text}`, { text, mentioned: identity({ user: userOf(person) }) }] as const;
  }),
]);

/** Teams writes a mention without its @, between marks that carry its number. */
function bodyOf(text: string): Body {
  const mentions: object[] = [];
  const marks = new RegExp(`(${[...mentioned.keys()].map(escapeRegExp).join('|')})`, 'u');
  const html = text.split(marks).map((part) => {
    const who = mentioned.get(part);
    if (who === undefined) {
      return escapeHtml(part);
    }
    const id = mentions.length;
    mentions.push({ id, mentionText: who.text, mentioned: who.mentioned });
    return `<at id="${id}">${escapeHtml(who.text)}</at>`;
  });
  return { html: text === '' ? '' : `<p>${html.join('')}</p>`, mentions };
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

interface ChatMessageAttachment {
  readonly id: string;
  readonly contentType: string;
  readonly content: string;
}

/** A card comes as text, and the body says where it stands. */
function toAttachment({ contentType, content, name }: StoredAttachment): ChatMessageAttachment {
  const nothing = { contentUrl: null, thumbnailUrl: null, name: name ?? null };
  return { id: randomUUID(), contentType, content: JSON.stringify(content), ...nothing };
}

function placeOf({ id }: ChatMessageAttachment): string {
  return `<attachment id="${id}"></attachment>`;
}
