import { z } from 'zod';
import { TenantId, UserId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import type { ConversationReference } from '../domain/ports.ts';
import type { Address } from './connector.ts';
import { wordsFor } from './words/choose.ts';
import type { Words } from './words/words.ts';

const Text = z.string().optional().catch(undefined);

/** Teams tells the language in one of two places, the time zone too. */
const Client = z.object({ type: z.literal('clientInfo'), locale: Text, timezone: Text });
const Reader = z.object({
  locale: Text,
  localTimezone: Text,
  entities: z.array(z.unknown()).optional().catch(undefined),
});
type Reader = z.infer<typeof Reader>;

/** Where an activity happened. */
export const Located = z.object({
  serviceUrl: z.string(),
  conversation: z.object({ id: z.string(), conversationType: Text, tenantId: Text }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string() }).optional().catch(undefined),
      team: z.object({ id: z.string() }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
type Located = z.infer<typeof Located>;

/** The parts of an activity that this product reads. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-activities */
const Incoming = Located.extend({
  ...Reader.shape,
  from: z.object({ id: z.string(), name: Text, aadObjectId: Text }),
  recipient: z.object({ id: z.string().catch('') }).catch({ id: '' }),
  replyToId: Text,
});

/** Who acts and where. The actor comes from the authenticated activity and from nothing that a card carries. */
export interface Turn {
  readonly actor: Actor;
  readonly address: Address;
  readonly isPersonal: boolean;
  /** The team whose channel it is. */
  readonly teamId?: string | undefined;
  /** The Teams id of the person (MRI). */
  readonly channelUserId: string;
  readonly botChannelId: string;
  /** The message whose card was clicked. */
  readonly replyToId: string | undefined;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
  /** In the language of the person. */
  readonly words: Words;
}

export type TurnReading =
  | { readonly kind: 'turn'; readonly turn: Turn }
  | { readonly kind: 'unknown-person' | 'other-tenant'; readonly words: Words };

/** `allowedTenants` undefined: any tenant, for the sandbox. */
export function readTurn(
  activity: unknown,
  allowedTenants: readonly string[] | undefined,
): TurnReading {
  const incoming = Incoming.safeParse(activity);
  if (!incoming.success) {
    return { kind: 'unknown-person', words: readReader(activity).words };
  }
  const reader = toReader(incoming.data);
  const { words } = reader;
  const { from, conversation, channelData, ...rest } = incoming.data;
  const tenantId = tenantOf({ conversation, channelData }, allowedTenants);
  const userId = UserId.safeParse(from.aadObjectId);
  if (tenantId === 'unknown' || !userId.success) {
    return { kind: 'unknown-person', words };
  }
  if (tenantId === 'other') {
    return { kind: 'other-tenant', words };
  }
  return {
    kind: 'turn',
    turn: {
      actor: { tenantId, id: userId.data, displayName: nameOf(words, from.name) },
      address: { serviceUrl: rest.serviceUrl, conversationId: conversation.id },
      isPersonal: conversation.conversationType === 'personal',
      teamId: channelData?.team?.id,
      channelUserId: from.id,
      botChannelId: rest.recipient.id,
      replyToId: rest.replyToId,
      ...reader,
    },
  };
}

/** Whose conversation it is: `other`, that of an organisation that is not served, or of two at once. */
export function tenantOf(
  { conversation, channelData }: Pick<Located, 'conversation' | 'channelData'>,
  allowedTenants: readonly string[] | undefined,
): TenantId | 'unknown' | 'other' {
  const tenants = [conversation.tenantId, channelData?.tenant?.id].flatMap(
    (id) => id?.toLowerCase() ?? [],
  );
  const tenantId = TenantId.safeParse(tenants[0]);
  if (!tenantId.success) {
    return 'unknown';
  }
  const isForeign = tenants.some((id) => id !== tenantId.data);
  return isForeign || allowedTenants?.includes(tenantId.data) === false ? 'other' : tenantId.data;
}

/** The language and the time zone of whoever sent this, whatever else it is. */
export function readReader(activity: unknown): Pick<Turn, 'locale' | 'timeZone' | 'words'> {
  return toReader(Reader.safeParse(activity).data ?? {});
}

function toReader(read: Partial<Reader>): Pick<Turn, 'locale' | 'timeZone' | 'words'> {
  const isWhole = read.locale !== undefined && read.localTimezone !== undefined;
  const client = isWhole ? undefined : findClient(read.entities);
  const locale = read.locale ?? client?.locale;
  return { locale, timeZone: read.localTimezone ?? client?.timezone, words: wordsFor(locale) };
}

function findClient(entities: Reader['entities'] = []): z.infer<typeof Client> | undefined {
  return entities.map((entity) => Client.safeParse(entity).data).find((data) => data);
}

/** Where this person can be reached from now on. */
export function toReference(turn: Turn): ConversationReference {
  const { actor, address, channelUserId, botChannelId, locale, timeZone } = turn;
  return {
    tenantId: actor.tenantId,
    userId: actor.id,
    displayName: actor.displayName,
    channelUserId,
    botChannelId,
    locale,
    timeZone,
    ...address,
  };
}

function nameOf({ chat }: Words, name: string | undefined): string {
  return name === undefined || name.trim() === '' ? chat.somebody : name.slice(0, 256);
}
