import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { GroupCard, GroupCardStore } from '../domain/group-card.ts';
import { RequestId, TenantId } from '../domain/ids.ts';
import { openStates } from '../domain/request.ts';
import { cardShape } from './card-shape.ts';
import type { Database } from './database.ts';

type Db = Database['db'];

const Card = z.object({
  tenantId: TenantId,
  formId: z.string(),
  conversationId: z.string(),
  serviceUrl: z.string(),
  teamId: z.string().optional(),
  locale: z.string().optional(),
  activityId: cardShape.activityId,
  attemptedAt: cardShape.attemptedAt,
  contentHash: cardShape.contentHash,
  replaces: cardShape.replaces,
});

const keptMs = 30 * 86_400_000;

/** Where requests were begun in front of others, in PostgreSQL. */
export function createGroupCardStore(database: Database): GroupCardStore {
  const { db } = database;
  return {
    begin: (card, now) => begin(db, card, now),
    findFor: (requestId) => findFor(database, requestId),
    replace: (current, next) => replace(db, current, next),
    isPosted: (place, activityId) => isPosted(db, place, activityId),
    forget: async ({ tenantId, formId }) => {
      await ofForm(db, { tenantId, formId }).execute();
    },
    listOpenIn: (place, limit) => listOpenIn(db, place, limit),
    forgetConversation: async (tenantId, conversationId) => {
      await db
        .deleteFrom('group_cards')
        .where('tenant_id', '=', tenantId)
        .where(isIn(conversationId))
        .execute();
    },
  };
}

function ofForm(db: Db, { tenantId, formId }: Pick<GroupCard, 'tenantId' | 'formId'>) {
  return db
    .deleteFrom('group_cards')
    .where('tenant_id', '=', tenantId)
    .where('form_id', '=', formId);
}

/** Threads belong to their channel. */
function isIn(conversationId: string): RawBuilder<boolean> {
  return sql<boolean>`split_part(conversation_id, ';', 1) = split_part(${conversationId}, ';', 1)`;
}

async function listOpenIn(
  db: Db,
  { tenantId, conversationId, teamId }: Pick<GroupCard, 'tenantId' | 'conversationId' | 'teamId'>,
  limit: number,
): Promise<readonly RequestId[]> {
  const rows = await db
    .selectFrom('group_cards')
    .innerJoin('requests', (join) =>
      join
        .onRef('requests.tenant_id', '=', 'group_cards.tenant_id')
        .onRef('requests.form_id', '=', 'group_cards.form_id'),
    )
    .select('requests.id')
    .where('group_cards.tenant_id', '=', tenantId)
    .where('requests.state', 'in', openStates)
    .where(sql<boolean>`card ? 'activityId'`)
    .where((where) =>
      where.or([isIn(conversationId), sql<boolean>`card->>'teamId' = ${teamId ?? null}::text`]),
    )
    .orderBy('requests.created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => RequestId.parse(id));
}

async function begin(db: Db, given: GroupCard, now: Date): Promise<void> {
  const card = Card.parse(given);
  await db
    .deleteFrom('group_cards')
    .where('begun_at', '<', new Date(now.getTime() - keptMs))
    .where(sql<boolean>`not card ? 'activityId'`)
    .execute();
  await db
    .insertInto('group_cards')
    .values({
      tenant_id: card.tenantId,
      form_id: card.formId,
      conversation_id: card.conversationId,
      begun_at: now,
      card: JSON.stringify(card),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Named, so that each connection parses and plans it once: every change of a request asks it. */
const findStatement = {
  name: 'find-group-card',
  text: `
    select group_cards.card from group_cards
    join requests using (tenant_id, form_id) where requests.id = $1::text`,
};

async function findFor({ reads }: Database, requestId: RequestId): Promise<GroupCard | undefined> {
  const [row] = await reads.read<{ readonly card: unknown }>({
    ...findStatement,
    values: [requestId],
  });
  return row && Card.parse(row.card);
}

async function replace(db: Db, current: GroupCard, next: GroupCard): Promise<boolean> {
  const before = JSON.stringify(Card.parse(current));
  const rows = await db
    .updateTable('group_cards')
    .set({ card: JSON.stringify(Card.parse(next)) })
    .where('tenant_id', '=', current.tenantId)
    .where('form_id', '=', current.formId)
    .where(sql<boolean>`card = ${before}::jsonb`)
    .returning('form_id')
    .execute();
  return rows.length > 0;
}

async function isPosted(
  db: Db,
  { tenantId, conversationId }: Pick<GroupCard, 'tenantId' | 'conversationId'>,
  activityId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('group_cards')
    .select('form_id')
    .where('tenant_id', '=', tenantId)
    .where(isIn(conversationId))
    .where(sql<boolean>`card->>'activityId' = ${activityId}`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
