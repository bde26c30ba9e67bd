import { z } from 'zod';
import { TenantId, UserId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import type { ConversationReference } from '../domain/ports.ts';
import type { Address } from './connector.ts';

const Text = z.string().optional().catch(undefined);

/** The parts of an activity that this product reads. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-activities */
const Incoming = z.object({
  serviceUrl: z.string(),
  from: z.object({ id: z.string(), name: Text, aadObjectId: Text }),
  recipient: z.object({ id: z.string().catch('') }).catch({ id: '' }),
  conversation: z.object({ id: z.string(), conversationType: Text, tenantId: Text }),
  channelData: z
    .object({ tenant: z.object({ id: z.string() }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  locale: Text,
  localTimezone: Text,
  replyToId: Text,
});

/** Who acts and where. The actor comes from the authenticated activity and from nothing that a card carries. */
export interface Turn {
  readonly actor: Actor;
  readonly address: Address;
  readonly isPersonal: boolean;
  /** The Teams id of the person (MRI). */
  readonly channelUserId: string;
  readonly botChannelId: string;
  /** The message whose card was clicked. */
  readonly replyToId: string | undefined;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
}

export type TurnReading =
  | { readonly kind: 'turn'; readonly turn: Turn }
  | { readonly kind: 'unknown-person' | 'other-tenant' };

/** `allowedTenants` undefined: any tenant, for the sandbox. */
export function readTurn(
  activity: unknown,
  allowedTenants: readonly string[] | undefined,
): TurnReading {
  const incoming = Incoming.safeParse(activity);
  if (!incoming.success) {
    return { kind: 'unknown-person' };
  }
  const { from, conversation, channelData, ...rest } = incoming.data;
  const tenants = [conversation.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined);
  const tenantId = TenantId.safeParse(tenants[0]);
  const userId = UserId.safeParse(from.aadObjectId);
  if (!tenantId.success || !userId.success) {
    return { kind: 'unknown-person' };
  }
  const isForeign = tenants.some((id) => id !== tenantId.data);
  if (isForeign || allowedTenants?.includes(tenantId.data) === false) {
    return { kind: 'other-tenant' };
  }
  return {
    kind: 'turn',
    turn: {
      actor: { tenantId: tenantId.data, id: userId.data, displayName: nameOf(from.name) },
      address: { serviceUrl: rest.serviceUrl, conversationId: conversation.id },
      isPersonal: conversation.conversationType === 'personal',
      channelUserId: from.id,
      botChannelId: rest.recipient.id,
      replyToId: rest.replyToId,
      locale: rest.locale,
      timeZone: rest.localTimezone,
    },
  };
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

function nameOf(name: string | undefined): string {
  return name === undefined || name.trim() === '' ? 'Somebody' : name.slice(0, 256);
}
