import { RequestId } from '../domain/ids.ts';
import type { MissedCards } from '../domain/posted-card.ts';
import type { Database } from './database.ts';
import type { Change, WorkQueue } from './work-queue.ts';

/** Cards that could not be delivered to people who can be written to now, in PostgreSQL. */
export function createReachedCards({ pool }: Database, queue: WorkQueue): MissedCards {
  return {
    retry: async (limit) => {
      const { rows } = await pool.query<{ readonly id: string }>({
        ...listStatement,
        values: [limit],
      });
      const ids = rows.map(({ id }) => RequestId.parse(id));
      if (ids.length > 0) {
        const work = ids.map((requestId) => [{ kind: 'refresh-cards', requestId }] as const);
        await queue.write(pool, toReached(ids), work);
      }
    },
  };
}

/** Whoever cannot be reached is forgotten, so a conversation that is there was made afterwards. */
const listStatement = {
  name: 'list-reached-cards',
  text: `
    select requests.id from cards
    join requests on requests.id = cards.request_id
    join conversations on conversations.tenant_id = requests.tenant_id
      and conversations.user_id = cards.recipient_id
    where cards.card ? 'undeliverable'
    group by requests.id order by requests.created_at, requests.id limit $1`,
};

/** Since when somebody misses a card stays on it until it has arrived. */
function toReached(ids: readonly RequestId[]): Change {
  const asked = ids.map((id, place) => ({ id, place }));
  return {
    name: 'reached-cards',
    tables: `
      asked as (
        select * from json_to_recordset($1::json) as asked (place integer, id text)
      ),
      reached as (
        update cards set card = cards.card - 'undeliverable'
        from asked, requests, conversations
        where cards.request_id = asked.id and requests.id = asked.id
          and conversations.tenant_id = requests.tenant_id
          and conversations.user_id = cards.recipient_id
          and cards.card ? 'undeliverable'
        returning asked.place
      ),
      made as (select distinct place from reached)`,
    values: [JSON.stringify(asked)],
  };
}
