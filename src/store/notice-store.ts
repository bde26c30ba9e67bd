import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { TenantId } from '../domain/ids.ts';
import {
  combined,
  endOf,
  type NewNotice,
  type Notice,
  NoticeContent,
  type NoticeOutbox,
  subjectOf,
} from '../domain/notice.ts';
import { Person } from '../domain/person.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

const Stored = z.object({ recipient: Person, content: NoticeContent });

const Row = z
  .object({
    id: z.string(),
    tenant_id: TenantId,
    notice: Stored,
    made_at: z.date(),
    tries: z.number(),
  })
  .transform(
    ({ id, tenant_id: tenantId, notice, made_at: madeAt, tries }): Notice => ({
      id,
      tenantId,
      ...notice,
      madeAt,
      tries,
    }),
  );

/** Notices on their way, in PostgreSQL. When one is due is told by the database's own clock. */
export function createNoticeStore(database: Database): NoticeOutbox {
  const { db, pool } = database;
  return {
    put: (notices, { graceMs }) =>
      database.transaction((inside) => putNotices(inside, notices, graceMs)),
    announce: (notice, { graceMs }) =>
      database.transaction((inside) => announce(inside, notice, graceMs)),
    claimDue: async (limit) => {
      const { rows } = await pool.query<object>({ ...claimStatement, values: [limit] });
      return rows
        .map((row) => Row.parse(row))
        .toSorted((one, other) => one.madeAt.getTime() - other.madeAt.getTime());
    },
    settle: async ({ id }) => {
      await db.deleteFrom('notices').where('id', '=', id).execute();
    },
    hold: async ({ id, tries }, { since, because = null }) => {
      await db
        .updateTable('notices')
        .set({ waits: true, because, missed_since: sql`coalesce(missed_since, ${since})` })
        .where('id', '=', id)
        .where('tries', '=', tries)
        .execute();
    },
    release: async (tenantId, userId) => {
      await db
        .updateTable('notices')
        .set({ waits: false, due_at: sql`now()` })
        .where('tenant_id', '=', tenantId)
        .where('recipient_id', '=', userId)
        .where('waits', '=', true)
        .execute();
    },
    dropOver: async (now) => {
      await db.deleteFrom('notices').where('ends_at', '<=', now).execute();
    },
  };
}

/** As `put` of the outbox, within a transaction that changes what the notices tell of. */
export async function putNotices(
  db: Kysely<Tables>,
  notices: readonly NewNotice[],
  graceMs: number,
): Promise<readonly Notice[]> {
  const kept: Notice[] = [];
  for (const notice of notices) {
    kept.push(...(await putOne(db, notice, graceMs)));
  }
  return kept;
}

async function announce(db: Kysely<Tables>, notice: NewNotice, graceMs: number): Promise<void> {
  await takeAnnounced(db, notice);
  await insert(db, notice, graceMs);
}

async function putOne(
  db: Kysely<Tables>,
  notice: NewNotice,
  graceMs: number,
): Promise<readonly Notice[]> {
  await takeAnnounced(db, notice);
  const waiting = await sameSubject(db, notice)
    .where('waits', '=', true)
    .returning(['notice', 'missed_since'])
    .execute();
  const content = combined(
    waiting.map((row) => Stored.parse(row.notice).content),
    notice.content,
  );
  if (content === undefined) {
    return [];
  }
  const missed = waiting.flatMap(({ missed_since: since }) => since ?? []);
  const [missedSince] = missed.toSorted((one, other) => one.getTime() - other.getTime());
  return insert(db, { ...notice, content, missedSince }, graceMs);
}

/** The same that was put on record before it came about, and that nobody has begun to send. */
async function takeAnnounced(db: Kysely<Tables>, notice: NewNotice): Promise<void> {
  await sameSubject(db, notice)
    .where('waits', '=', false)
    .where('tries', '=', 0)
    .where('notice', '=', sql`${textOf(notice)}::jsonb`)
    .execute();
}

function sameSubject(db: Kysely<Tables>, { tenantId, recipient, content }: NewNotice) {
  return db
    .deleteFrom('notices')
    .where('tenant_id', '=', tenantId)
    .where('recipient_id', '=', recipient.id)
    .where('kind', '=', content.kind)
    .where('subject', '=', subjectOf(content));
}

async function insert(
  db: Kysely<Tables>,
  notice: NewNotice & { readonly missedSince?: Date | undefined },
  graceMs: number,
): Promise<readonly Notice[]> {
  const { tenantId, recipient, content, madeAt, missedSince } = notice;
  const rows = await db
    .insertInto('notices')
    .values({
      tenant_id: tenantId,
      recipient_id: recipient.id,
      kind: content.kind,
      subject: subjectOf(content),
      notice: textOf(notice),
      made_at: madeAt,
      ends_at: endOf(content) ?? null,
      due_at: sql`now() + ${graceMs} * interval '1 millisecond'`,
      missed_since: missedSince ?? null,
    })
    .returning(['id', 'tenant_id', 'notice', 'made_at', 'tries'])
    .execute();
  return rows.map((row) => Row.parse(row));
}

function textOf({ recipient, content }: NewNotice): string {
  return JSON.stringify(Stored.parse({ recipient, content }));
}

/** Whoever cannot be written to is forgotten, so a conversation that is there was made afterwards. */
const claimStatement = {
  name: 'claim-notices',
  text: `
    with due as (
      select id from notices
      where (not waits and due_at <= now()) or (waits and exists (
        select from conversations
        where conversations.tenant_id = notices.tenant_id
          and conversations.user_id = notices.recipient_id))
      order by made_at limit $1 for update skip locked)
    update notices set tries = tries + 1, waits = false,
      due_at = now() + least(power(2, least(tries, 6)), 60) * interval '1 minute'
    from due where notices.id = due.id
    returning notices.id, notices.tenant_id, notices.notice, notices.made_at, notices.tries`,
};
