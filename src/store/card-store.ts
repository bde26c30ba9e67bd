import { z } from 'zod';
import { RequestId, UserId } from '../domain/ids.ts';
import type { CardStore, PostedCard } from '../domain/posted-card.ts';
import { cardShape } from './card-shape.ts';
import type { Database } from './database.ts';
import { loadTogether } from './load-together.ts';

/** A card of a request as it is stored. */
export const Card = z.object({
  requestId: RequestId,
  recipientId: UserId,
  kind: z.enum(['request', 'approval', 'outcome', 'review', 'late', 'overdue', 'failed', 'status']),
  ...cardShape,
});

/** Which cards a request has put into whose chat, in PostgreSQL. */
export function createCardStore(database: Database): CardStore {
  const { db } = database;
  return {
    list: loadTogether((ids: readonly RequestId[]) => listAll(database, ids)),
    save,
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
  text: 'select card from cards where request_id = any($1::text[]) order by recipient_id, kind',
};

async function listAll(
  { reads }: Database,
  ids: readonly RequestId[],
): Promise<readonly (readonly PostedCard[])[]> {
  const rows = await reads.read<{ readonly card: unknown }>({ ...listStatement, values: [ids] });
  const cards = rows.map((row) => Card.parse(row.card));
  const byRequest = Map.groupBy(cards, ({ requestId }) => requestId);
  return ids.map((id) => byRequest.get(id) ?? []);
}
