import { sql } from 'kysely';
import { z } from 'zod';
import { RequestId, UserId } from '../domain/ids.ts';
import type { CardStore, PostedCard, UndeliveredCards } from '../domain/ports.ts';
import type { Database } from './database.ts';

const Card = z.object({
  requestId: RequestId,
  recipientId: UserId,
  kind: z.enum(['request', 'approval', 'outcome', 'late', 'overdue', 'failed']),
  conversationId: z.string().optional(),
  serviceUrl: z.string().optional(),
  activityId: z.string().optional(),
  contentHash: z.string().optional(),
  undeliverable: z.string().optional(),
});

/** Which cards a request has put into whose chat, in PostgreSQL. */
export function createCardStore({ db }: Database): CardStore & UndeliveredCards {
  return { list, save, listReachableAgain: (limit) => listReachableAgain(db, limit) };

  async function list(requestId: RequestId): Promise<readonly PostedCard[]> {
    const rows = await db
      .selectFrom('cards')
      .select('card')
      .where('request_id', '=', requestId)
      .orderBy('recipient_id')
      .orderBy('kind')
      .execute();
    return rows.map((row) => Card.parse(row.card));
  }

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
