import { sql } from 'kysely';
import { z } from 'zod';
import { RequestId, type TenantId, UserId } from '../domain/ids.ts';
import type {
  CardStore,
  PostedCard,
  UndeliveredCard,
  UndeliveredCards,
} from '../domain/posted-card.ts';
import { Request } from '../domain/request.ts';
import type { Database } from './database.ts';

const Card = z.object({
  requestId: RequestId,
  recipientId: UserId,
  kind: z.enum(['request', 'approval', 'outcome', 'review', 'late', 'overdue', 'failed', 'status']),
  conversationId: z.string().optional(),
  serviceUrl: z.string().optional(),
  activityId: z.string().optional(),
  attemptedAt: z.coerce.date().optional(),
  contentHash: z.string().optional(),
  undeliverable: z.string().optional(),
  undeliverableSince: z.coerce.date().optional(),
  undeliverableBecause: z.enum(['no-app', 'blocked', 'chat-gone', 'not-permitted']).optional(),
  occasion: z.string().optional(),
  replaces: z
    .object({ activityId: z.string(), conversationId: z.string(), serviceUrl: z.string() })
    .optional(),
});

/** Which cards a request has put into whose chat, in PostgreSQL. */
export function createCardStore(database: Database): CardStore & UndeliveredCards {
  const { db } = database;
  return {
    list: (requestId) => list(database, requestId),
    save,
    listReachableAgain: (limit) => listReachableAgain(db, limit),
    listUndelivered: (tenantId, limit) => listUndelivered(db, { tenantId, limit }),
  };

  async function save(posted: PostedCard): Promise<void> {
    const card = JSON.stringify(Card.parse(posted));
    await db
      .insertInto('cards')
      .values({
        request_id: posted.requestId,
        recipient_id: posted.recipientId,
        kind: posted.kind,
        card,
      })
      .onConflict((conflict) =>
        conflict.columns(['request_id', 'recipient_id', 'kind']).doUpdateSet({ card }),
      )
      .execute();
  }
}

/** Named, so that each connection parses and plans it once: every click asks it. */
const listStatement = {
  name: 'list-cards',
  text: 'select card from cards where request_id = $1::text order by recipient_id, kind',
};

async function list({ reads }: Database, requestId: RequestId): Promise<readonly PostedCard[]> {
  const rows = await reads.read<{ readonly card: unknown }>({
    ...listStatement,
    values: [requestId],
  });
  return rows.map((row) => Card.parse(row.card));
}

async function listUndelivered(
  db: Database['db'],
  { tenantId, limit }: { readonly tenantId: TenantId; readonly limit: number },
): Promise<readonly UndeliveredCard[]> {
  const rows = await db
    .selectFrom('cards')
    .innerJoin('requests', 'requests.id', 'cards.request_id')
    .select(['cards.card', 'requests.data'])
    .where('requests.tenant_id', '=', tenantId)
    .where(sql<boolean>`cards.card ? 'undeliverable'`)
    .orderBy('requests.created_at', 'desc')
    .orderBy('cards.recipient_id')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const {
      recipientId,
      kind,
      undeliverableSince: since,
      undeliverableBecause: because,
    } = Card.parse(row.card);
    const request = Request.parse(row.data);
    const known = [...request.approvers, request.requester, request.beneficiary];
    const recipient = known.find(({ id }) => id === recipientId);
    return {
      recipient: recipient ?? { id: recipientId, displayName: recipientId },
      kind,
      request,
      since,
      because,
    };
  });
}

/** Whoever cannot be reached is forgotten, so a conversation that is there was made afterwards. */
async function listReachableAgain(
  db: Database['db'],
  limit: number,
): Promise<readonly RequestId[]> {
  const rows = await db
    .selectFrom('cards')
    .innerJoin('requests', 'requests.id', 'cards.request_id')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.tenant_id', '=', 'requests.tenant_id')
        .onRef('conversations.user_id', '=', 'cards.recipient_id'),
    )
    .select('cards.request_id')
    .distinct()
    .where(sql<boolean>`cards.card ? 'undeliverable'`)
    .limit(limit)
    .execute();
  return rows.map((row) => RequestId.parse(row.request_id));
}
