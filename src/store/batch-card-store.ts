import { z } from 'zod';
import type { BatchCardStore, PostedBatchCard } from '../domain/batch-store.ts';
import { BatchId, UserId } from '../domain/ids.ts';
import { cardShape } from './card-shape.ts';
import type { Database } from './database.ts';

/** A card of a list as it is stored. */
export const BatchCard = z.object({
  batchId: BatchId,
  recipientId: UserId,
  kind: z.enum(['list', 'approval', 'outcome']),
  ...cardShape,
});

/** Which cards a list has put into whose chat, in PostgreSQL. */
export function createBatchCardStore({ db }: Database): BatchCardStore {
  return { list, save };

  async function list(batchId: BatchId): Promise<readonly PostedBatchCard[]> {
    const rows = await db
      .selectFrom('batch_cards')
      .select('card')
      .where('batch_id', '=', batchId)
      .orderBy('recipient_id')
      .orderBy('kind')
      .execute();
    return rows.map((row) => BatchCard.parse(row.card));
  }

  async function save(posted: PostedBatchCard): Promise<void> {
    const card = JSON.stringify(BatchCard.parse(posted));
    const { batchId: batch_id, recipientId: recipient_id, kind } = posted;
    await db
      .insertInto('batch_cards')
      .values({ batch_id, recipient_id, kind, card })
      .onConflict((conflict) =>
        conflict.columns(['batch_id', 'recipient_id', 'kind']).doUpdateSet({ card }),
      )
      .execute();
  }
}
