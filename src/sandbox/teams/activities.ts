import { randomUUID } from 'node:crypto';
import { botId, type SeedPerson, tenantId } from '../seed.ts';
import { type Address, botName, team } from './conversations.ts';

/** An activity as the Bot Connector posts it; the sandbox writes it, the bot parses it. */
export type Activity = Readonly<Record<string, unknown>>;

/** Who acts, where, when, and where the bot shall answer. */
export interface Scene {
  readonly person: SeedPerson;
  readonly address: Address;
  readonly now: Date;
  readonly serviceUrl: string;
  /** The language of the person's Teams. */
  readonly locale: string;
}

/** A mention of the bot in a text that was typed. */
export const mention = `<at>${botName}</at>`;

/** Turns a typed `@Writeback` into the tag Teams puts around a mention. */
export function withMention(text: string): string {
  return text.replaceAll(new RegExp(`(?<![\\w@>])@${botName}\\b`, 'giu'), mention);
}

/** In a group chat or a channel only a message that mentions the bot reaches it. */
export function reachesBot(address: Address, text: string): boolean {
  return address.conversation.kind === 'personal' || text.includes(mention);
}

/** A message a person typed; `text` already carries mentions as Teams writes them. */
export function messageActivity(
  scene: Scene,
  message: {
    readonly id: string;
    readonly text: string;
    readonly attachments?: readonly unknown[];
  },
): Activity {
  const mentions = message.text.includes(mention)
    ? [{ type: 'mention', mentioned: { id: botId, name: botName }, text: mention }]
    : [];
  return {
    ...envelope(scene, message.id),
    type: 'message',
    text: message.text,
    textFormat: 'plain',
    attachments: [
      ...(message.attachments ?? []),
      { contentType: 'text/html', content: htmlOf(message.text) },
    ],
    entities: [...mentions, clientInfo(scene)],
  };
}

/** What Action.Submit of a card becomes: a message without text. */
export function submitActivity(scene: Scene, value: unknown, replyToId: string): Activity {
  const base = envelope(scene, `f:${randomUUID()}`);
  const channelData = {
    ...channelDataOf(scene),
    source: { name: 'message' },
    legacy: { replyToId },
  };
  return {
    ...base,
    type: 'message',
    value,
    replyToId,
    channelData,
    entities: [clientInfo(scene)],
  };
}

export interface Invoke {
  readonly name: string;
  readonly value: unknown;
  /** Absent in a dialog, which belongs to no message. */
  readonly replyToId?: string;
  /** Where it was begun; a click on a card when absent. */
  readonly source?: 'compose';
}

export function invokeActivity(scene: Scene, invoke: Invoke): Activity {
  return {
    ...envelope(scene, `f:${randomUUID()}`),
    type: 'invoke',
    name: invoke.name,
    value: invoke.value,
    ...(invoke.replyToId === undefined ? {} : { replyToId: invoke.replyToId }),
    channelData: { ...channelDataOf(scene), source: { name: invoke.source ?? 'message' } },
    entities: [clientInfo(scene)],
  };
}

/** The app was added to (or taken from) the chat of this person. */
export function installationActivity(scene: Scene, action: 'add' | 'remove'): Activity {
  return {
    ...envelope(scene, `f:${randomUUID()}`),
    type: 'installationUpdate',
    action,
    channelData: {
      ...channelDataOf(scene),
      settings: { selectedChannel: { id: scene.address.conversation.id } },
      source: { name: 'message' },
    },
    entities: [clientInfo(scene)],
  };
}

/** The bot became a member of the chat. */
export function botAddedActivity(scene: Scene): Activity {
  return {
    ...envelope(scene, `f:${randomUUID()}`),
    type: 'conversationUpdate',
    membersAdded: [{ id: botId }],
    entities: [clientInfo(scene)],
  };
}

function envelope(scene: Scene, id: string): Activity {
  const { person } = scene;
  return {
    id,
    channelId: 'msteams',
    serviceUrl: scene.serviceUrl,
    timestamp: scene.now.toISOString(),
    localTimestamp: localTimestamp(scene.now, timeZoneOf(person)),
    localTimezone: timeZoneOf(person),
    locale: scene.locale,
    from: { id: person.teamsId, name: person.displayName, aadObjectId: person.objectId },
    recipient: { id: botId, name: botName },
    conversation: conversationOf(scene.address),
    channelData: channelDataOf(scene),
  };
}

function conversationOf({ conversation, threadId }: Address): Activity {
  const id = threadId === undefined ? conversation.id : `${conversation.id};messageid=${threadId}`;
  const common = { id, conversationType: conversation.kind, tenantId };
  return conversation.kind === 'personal' ? common : { ...common, isGroup: true };
}

function channelDataOf({ address }: Scene): Activity {
  const tenant = { tenant: { id: tenantId } };
  if (address.conversation.kind !== 'channel') {
    return tenant;
  }
  const channelId = address.conversation.id;
  return {
    ...tenant,
    teamsChannelId: channelId,
    teamsTeamId: team.id,
    channel: { id: channelId },
    team: { id: team.id },
  };
}

function clientInfo({ person, locale }: Scene): Activity {
  return {
    type: 'clientInfo',
    locale,
    country: new Intl.Locale(locale).region,
    platform: 'Web',
    timezone: timeZoneOf(person),
  };
}

/** What their Teams tells the bot. */
export function timeZoneOf(person: SeedPerson): string {
  return person.key === 'layla' ? 'Asia/Dubai' : 'Europe/Berlin';
}

interface ZoneFormats {
  readonly offset: Intl.DateTimeFormat;
  readonly local: Intl.DateTimeFormat;
}

/** Making a format takes longer than anything else of an activity. */
const formats = new Map<string, ZoneFormats>();

function formatsOf(timeZone: string): ZoneFormats {
  const known = formats.get(timeZone);
  if (known !== undefined) {
    return known;
  }
  const made = {
    offset: new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }),
    local: new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
  };
  formats.set(timeZone, made);
  return made;
}

function localTimestamp(now: Date, timeZone: string): string {
  const format = formatsOf(timeZone);
  const offset = format.offset
    .formatToParts(now)
    .find((part) => part.type === 'timeZoneName')
    ?.value.replace('GMT', '');
  const local = format.local.format(now);
  return `${local.replace(' ', 'T')}${offset === undefined || offset === '' ? 'Z' : offset}`;
}

/** A message as Teams keeps it. */
export function htmlOf(text: string): string {
  const span = `<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">${botName}</span>`;
  return `<p>${text.split(mention).map(escapeHtml).join(span)}</p>`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
