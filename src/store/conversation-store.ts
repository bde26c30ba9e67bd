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
export function createConversationStore(database: Database): ConversationStore {
  const { db } = database;
  return {
    remember: (reference) => remember(database, reference),
    find: (tenantId, userId) => find(database, tenantId, userId),
    forget: (tenantId, userId) => forget(db, tenantId, userId),
    noteRemoval: (tenantId, userId, at) => noteRemoval(database, { tenantId, userId, at }),
    hasRemovedApp: (tenantId, userId) => hasRemovedApp(database, tenantId, userId),
    claimWelcome: (tenantId, userId) => claimWelcome(database, tenantId, userId),
    settleWelcome: (person, outcome) => settleWelcome(database, person, outcome),
  };
}

/** Named, so that each connection parses and plans it once: every turn does this. What is the same is not written again. */
const rememberStatement = {
  name: 'remember-conversation',
  text: `
    with back as (delete from app_removals where tenant_id = $1::uuid and user_id = $2::uuid)
    insert into conversations (tenant_id, user_id, reference) values ($1::uuid, $2::uuid, $3::jsonb)
    on conflict (tenant_id, user_id) do update set reference = excluded.reference
    where conversations.reference is distinct from excluded.reference`,
};

async function remember({ pool }: Database, given: ConversationReference): Promise<void> {
  const reference = JSON.stringify(Reference.parse(given));
  await pool.query({ ...rememberStatement, values: [given.tenantId, given.userId, reference] });
}

const findStatement = {
  name: 'find-conversation',
  text: 'select reference from conversations where tenant_id = $1::uuid and user_id = $2::uuid',
};

async function find(
  { reads }: Database,
  tenantId: TenantId,
  userId: UserId,
): Promise<ConversationReference | undefined> {
  const [row] = await reads.read<{ readonly reference: unknown }>({
    ...findStatement,
    values: [tenantId, userId],
  });
  return row && Reference.parse(row.reference);
}

async function forget(db: Db, tenantId: TenantId, userId: UserId): Promise<void> {
  await db
    .deleteFrom('conversations')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .execute();
}

async function noteRemoval(
  { pool }: Database,
  removal: { readonly tenantId: TenantId; readonly userId: UserId; readonly at: Date },
): Promise<void> {
  const { tenantId, userId, at } = removal;
  const text = `
    with gone as (delete from conversations where tenant_id = $1::uuid and user_id = $2::uuid)
    insert into app_removals (tenant_id, user_id, removed_at) values ($1::uuid, $2::uuid, $3::timestamptz)
    on conflict (tenant_id, user_id) do update set removed_at = excluded.removed_at`;
  await pool.query(text, [tenantId, userId, at]);
}

async function hasRemovedApp(
  { pool }: Database,
  tenantId: TenantId,
  userId: UserId,
): Promise<boolean> {
  const text = 'select from app_removals where tenant_id = $1::uuid and user_id = $2::uuid';
  const { rows } = await pool.query(text, [tenantId, userId]);
  return rows.length > 0;
}

/** The row stays whatever comes of it: it also tells that somebody had the app once. */
async function claimWelcome(
  { pool }: Database,
  tenantId: TenantId,
  userId: UserId,
): Promise<boolean> {
  const text = `
    insert into welcomes (tenant_id, user_id, unsaid_since) values ($1::uuid, $2::uuid, now())
    on conflict (tenant_id, user_id) do update set unsaid_since = now()
    where welcomes.unsaid_since < now() - interval '3 minutes'
    returning user_id`;
  const { rows } = await pool.query(text, [tenantId, userId]);
  return rows.length > 0;
}

async function settleWelcome(
  { pool }: Database,
  { tenantId, userId }: { readonly tenantId: TenantId; readonly userId: UserId },
  outcome: 'said' | 'unsaid',
): Promise<void> {
  const text = `
    update welcomes set unsaid_since = case when $3 then null else '-infinity'::timestamptz end
    where tenant_id = $1::uuid and user_id = $2::uuid`;
  await pool.query(text, [tenantId, userId, outcome === 'said']);
}
