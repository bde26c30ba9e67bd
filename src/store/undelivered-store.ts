import { sql } from 'kysely';
import { z } from 'zod';
import { Batch } from '../domain/batch.ts';
import type { TenantId } from '../domain/ids.ts';
import { Person } from '../domain/person.ts';
import { Request } from '../domain/request.ts';
import type { Undelivered, UndeliveredList } from '../domain/undelivered.ts';
import { BatchCard } from './batch-card-store.ts';
import { cardShape } from './card-shape.ts';
import { Card } from './card-store.ts';
import type { Database } from './database.ts';

type Db = Database['db'];

const Missed = z.object({
  kind: z.enum(['deputy', 'catalog', 'drift']),
  recipient: Person,
  since: z.date(),
  because: cardShape.undeliverableBecause.nullable().transform((because) => because ?? undefined),
});

/** What could not be delivered to whom, in PostgreSQL: cards of requests and of lists, and notices. */
export function createUndeliveredStore({ db }: Database): UndeliveredList {
  return { listUndelivered: (tenantId, limit) => listUndelivered(db, { tenantId, limit }) };
}

interface Wanted {
  readonly tenantId: TenantId;
  readonly limit: number;
}

async function listUndelivered(db: Db, wanted: Wanted): Promise<readonly Undelivered[]> {
  const found = await Promise.all([
    ofRequests(db, wanted),
    ofLists(db, wanted),
    ofNotices(db, wanted),
  ]);
  return found
    .flat()
    .toSorted((one, other) => beganAt(other).getTime() - beganAt(one).getTime())
    .slice(0, wanted.limit);
}

function beganAt(undelivered: Undelivered): Date {
  switch (undelivered.about) {
    case 'request':
      return undelivered.request.createdAt;
    case 'list':
      return undelivered.batch.createdAt;
    case 'notice':
      return undelivered.since;
  }
}

async function ofRequests(db: Db, { tenantId, limit }: Wanted): Promise<readonly Undelivered[]> {
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
    const card = Card.parse(row.card);
    const request = Request.parse(row.data);
    const known = [...request.approvers, request.requester, request.beneficiary];
    return { about: 'request', ...missing(card, known), kind: card.kind, request };
  });
}

async function ofLists(db: Db, { tenantId, limit }: Wanted): Promise<readonly Undelivered[]> {
  const rows = await db
    .selectFrom('batch_cards')
    .innerJoin('batches', 'batches.id', 'batch_cards.batch_id')
    .select(['batch_cards.card', 'batches.data', approverIn()])
    .where('batches.tenant_id', '=', tenantId)
    .where(sql<boolean>`batch_cards.card ? 'undeliverable'`)
    .orderBy('batches.created_at', 'desc')
    .orderBy('batch_cards.recipient_id')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const card = BatchCard.parse(row.card);
    const batch = Batch.parse(row.data);
    const approver = Person.nullable().parse(row.approver);
    const known = [batch.requester, ...(approver === null ? [] : [approver])];
    return { about: 'list', ...missing(card, known), kind: card.kind, batch };
  });
}

/** The recipient as a request of the list names them; the list itself names nobody who is asked. */
function approverIn() {
  return sql`(
    select person from requests, jsonb_array_elements(requests.data->'approvers') person
    where requests.data ? 'batch' and requests.data->'batch'->>'id' = batch_cards.batch_id
      and person->>'id' = batch_cards.recipient_id::text
    limit 1)`.as('approver');
}

/** One line for each person and kind. Of those who can be written to again nobody has to be helped. */
async function ofNotices(db: Db, { tenantId, limit }: Wanted): Promise<readonly Undelivered[]> {
  const { rows } = await sql`
    select kind, min(missed_since) as since,
      (array_agg(notice->'recipient' order by made_at desc))[1] as recipient,
      (array_agg(because order by made_at desc))[1] as because
    from notices
    where tenant_id = ${tenantId} and missed_since is not null and not exists (
      select from conversations
      where conversations.tenant_id = notices.tenant_id
        and conversations.user_id = notices.recipient_id)
    group by recipient_id, kind
    order by since desc, recipient_id
    limit ${limit}`.execute(db);
  return rows.map((row) => ({ about: 'notice', ...Missed.parse(row) }));
}

type Undeliverable = Pick<
  z.infer<typeof Card>,
  'recipientId' | 'undeliverableSince' | 'undeliverableBecause'
>;

function missing(
  { recipientId, undeliverableSince: since, undeliverableBecause: because }: Undeliverable,
  known: readonly Person[],
): Pick<Undelivered, 'recipient' | 'because'> & { readonly since: Date | undefined } {
  const recipient = known.find(({ id }) => id === recipientId);
  return { recipient: recipient ?? { id: recipientId, displayName: recipientId }, since, because };
}
