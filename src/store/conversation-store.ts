import { z } from 'zod';
import { TenantId, UserId } from '../domain/ids.ts';
import type { ConversationReference, ConversationStore } from '../domain/ports.ts';
import type { Database } from './database.ts';

type Db = Database['db'];

const Reference = z.object({
  tenantId: TenantId,
  userId: UserId,
  channelUserId: z.string(),
  displayName: z.string(),
  conversationId: z.string(),
  serviceUrl: z.string(),
  botChannelId: z.string(),
  locale: z.string().optional(),
  timeZone: z.string().optional(),
});

/** Where people's chats with the bot are, in PostgreSQL. */
export function createConversationStore({ db }: Database): ConversationStore {
  return {
    remember: (reference) => remember(db, reference),
    find: (tenantId, userId) => find(db, tenantId, userId),
    forget: (tenantId, userId) => forget(db, tenantId, userId),
    claimWelcome: (tenantId, userId) => claimWelcome(db, tenantId, userId),
  };
}

async function remember(db: Db, given: ConversationReference): Promise<void> {
  const reference = JSON.stringify(Reference.parse(given));
  await db
    .insertInto('conversations')
    .values({ tenant_id: given.tenantId, user_id: given.userId, reference })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'user_id']).doUpdateSet({ reference }))
    .execute();
}

async function find(
  db: Db,
  tenantId: TenantId,
  userId: UserId,
): Promise<ConversationReference | undefined> {
  const row = await db
    .selectFrom('conversations')
    .select('reference')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row && Reference.parse(row.reference);
}

async function forget(db: Db, tenantId: TenantId, userId: UserId): Promise<void> {
  await db
    .deleteFrom('conversations')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .execute();
}

async function claimWelcome(db: Db, tenantId: TenantId, userId: UserId): Promise<boolean> {
  const row = await db
    .insertInto('welcomes')
    .values({ tenant_id: tenantId, user_id: userId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}
