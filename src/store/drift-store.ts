import { sql } from 'kysely';
import { z } from 'zod';
import { DriftFinding, driftKey } from '../domain/drift-finding.ts';
import type { LooksSoFar } from '../domain/drift-schedule.ts';
import type { DriftRecord, DriftStore, DriftSubject, WatchedGroup } from '../domain/drift-store.ts';
import { GroupId, TenantId, UserId } from '../domain/ids.ts';
import { Person } from '../domain/person.ts';
import type { Database } from './database.ts';

const Subject = z.object({
  groupName: z.string(),
  engine: z.enum(['connect-v1', 'connect-v2', 'cloud-sync']).optional(),
  owners: z.array(Person).readonly(),
});

const Row = z
  .object({
    tenant_id: TenantId,
    group_id: GroupId,
    key: z.string(),
    subject: Subject,
    finding: DriftFinding,
    first_seen: z.date(),
    last_seen: z.date(),
    reported_at: z.date().nullable(),
  })
  .transform(
    (row): DriftRecord => ({
      tenantId: row.tenant_id,
      groupId: row.group_id,
      ...row.subject,
      key: row.key,
      finding: row.finding,
      firstSeenAt: row.first_seen,
      lastSeenAt: row.last_seen,
      reportedAt: row.reported_at ?? undefined,
    }),
  );

const Watched = z
  .object({
    tenant_id: TenantId,
    group_id: GroupId,
    group_name: z.string(),
    proven: z.array(UserId),
    proven_type: z.number().nullable(),
    arriving: z.array(UserId),
  })
  .transform(
    (row): WatchedGroup => ({
      tenantId: row.tenant_id,
      groupId: row.group_id,
      groupName: row.group_name,
      proven: new Set(row.proven),
      provenGroupType: row.proven_type ?? undefined,
      arriving: new Set(row.arriving),
    }),
  );

/** What the drift watch found and whom it told, in PostgreSQL. */
export function createDriftStore(database: Database): DriftStore {
  const { db } = database;
  return {
    listWatched: () => listWatched(database),
    record: (subject, findings, at) => record(database, subject, { findings, at }),
    list: async () => {
      const rows = await db
        .selectFrom('drift_reports')
        .selectAll()
        .orderBy('tenant_id')
        .orderBy('group_id')
        .orderBy('key')
        .execute();
      return rows.map((row) => Row.parse(row));
    },
    markReported: (records, at) => markReported(database, records, at),
    recordLook: async (at, counts) => {
      await db
        .insertInto('drift_looks')
        .values({ at, ...counts })
        .onConflict((conflict) => conflict.column('at').doUpdateSet(counts))
        .execute();
    },
    lastLook: async () => {
      const look = await db
        .selectFrom('drift_looks')
        .selectAll()
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return look;
    },
    looksSoFar: () => looksSoFar(database),
  };
}

/** One pass over the requests that are confirmed or on their way; the newest proof tells the type. */
async function listWatched({ db }: Database): Promise<readonly WatchedGroup[]> {
  const { rows } = await sql`
    select tenant_id,
      (data->'setUp'->>'groupId')::uuid as group_id,
      (array_agg(data->'group'->>'displayName' order by updated_at desc))[1] as group_name,
      array_agg(distinct beneficiary_id) filter (where state = 'confirmed') as proven,
      (array_agg((data->'proof'->>'groupType')::integer order by updated_at desc)
        filter (where data->'proof'->>'kind' = 'ldap'))[1] as proven_type,
      coalesce(array_agg(distinct beneficiary_id) filter (where state <> 'confirmed'), '{}') as arriving
    from requests
    where state in ('confirmed', 'delivering', 'awaiting-membership', 'awaiting-sync')
    group by 1, 2
    having bool_or(state = 'confirmed')
    order by 1, 2`.execute(db);
  return rows.map((row) => Watched.parse(row));
}

async function record(
  database: Database,
  subject: DriftSubject,
  { findings, at }: { readonly findings: readonly DriftFinding[]; readonly at: Date },
): Promise<void> {
  const { tenantId, groupId } = subject;
  const byKey = new Map(findings.map((finding) => [driftKey(finding), JSON.stringify(finding)]));
  const keys = [...byKey.keys()];
  const facts = JSON.stringify(Subject.parse(subject));
  await database.transaction(async (db) => {
    await sql`
      delete from drift_reports
      where tenant_id = ${tenantId} and group_id = ${groupId} and key <> all(${keys}::text[])`.execute(
      db,
    );
    await sql`
      insert into drift_reports (tenant_id, group_id, key, subject, finding, first_seen, last_seen)
      select ${tenantId}, ${groupId}, found.key, ${facts}::jsonb, found.finding, ${at}, ${at}
      from unnest(${keys}::text[], ${[...byKey.values()]}::jsonb[]) as found (key, finding)
      on conflict (tenant_id, group_id, key) do update
      set subject = excluded.subject, finding = excluded.finding, last_seen = greatest(drift_reports.last_seen, excluded.last_seen)`.execute(
      db,
    );
  });
}

async function markReported(
  { db }: Database,
  records: readonly DriftRecord[],
  at: Date,
): Promise<void> {
  const [tenants, groups, keys] = [
    records.map(({ tenantId }) => tenantId),
    records.map(({ groupId }) => groupId),
    records.map(({ key }) => key),
  ];
  await sql`
    update drift_reports set reported_at = ${at}
    from unnest(${tenants}::uuid[], ${groups}::uuid[], ${keys}::text[]) as told (tenant_id, group_id, key)
    where drift_reports.tenant_id = told.tenant_id
      and drift_reports.group_id = told.group_id and drift_reports.key = told.key`.execute(db);
}

async function looksSoFar({ db }: Database): Promise<LooksSoFar> {
  const look = await db
    .selectFrom('drift_looks')
    .select((row) => row.fn.max('at').as('at'))
    .executeTakeFirst();
  const oldest = await db
    .selectFrom('drift_reports')
    .select((row) => row.fn.min('first_seen').as('at'))
    .where('reported_at', 'is', null)
    .executeTakeFirst();
  return { lastAt: look?.at ?? undefined, unsettledSince: oldest?.at ?? undefined };
}
