import type { Kysely } from 'kysely';
import { Delegation, partsBeside } from '../domain/delegation.ts';
import type { TenantId, UserId } from '../domain/ids.ts';
import { noticeGraceMs } from '../domain/notice.ts';
import type { DelegationChange, DelegationNews, DelegationStore } from '../domain/ports.ts';
import type { Database } from './database.ts';
import { putNotices } from './notice-store.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** Who decides for whom, in PostgreSQL. */
export function createDelegationStore(database: Database): DelegationStore {
  const { db } = database;
  return {
    save: (delegation, newsOf) =>
      database.transaction(async (inside) =>
        telling(inside, await save(inside, delegation), newsOf),
      ),
    remove: (approver, newsOf) =>
      database.transaction(async (inside) =>
        telling(inside, await remove(inside, approver), newsOf),
      ),
    listFor: (tenantId, userId) => listFor(db, tenantId, userId),
    listActive: async (tenantId, approverIds, now) =>
      approverIds.length === 0 ? [] : listActive(db, { tenantId, approverIds }, now),
    listBegun: (now, limit) => listBegun(db, now, limit),
    markTold: (delegation) => markTold(db, delegation),
  };
}

/** Whoever reads the change finds the notices about it, however it ends. */
async function telling(
  db: Db,
  before: readonly Delegation[],
  newsOf: DelegationNews = () => [],
): Promise<DelegationChange> {
  return { before, notices: await putNotices(db, newsOf(before), noticeGraceMs) };
}

async function save(db: Db, delegation: Delegation): Promise<readonly Delegation[]> {
  const overlapped = await remove(db, delegation, delegation);
  const parts = overlapped.flatMap((each) => partsBeside(each, delegation));
  for (const each of [...parts, delegation]) {
    await insert(db, each);
  }
  return overlapped;
}

async function insert(db: Db, delegation: Delegation): Promise<void> {
  const { tenantId, approver, deputy, from, until } = delegation;
  const values = {
    deputy_id: deputy.id,
    delegation: JSON.stringify(delegation),
    begins: from,
    ends: until,
    told: false,
  };
  await db
    .insertInto('delegations')
    .values({ tenant_id: tenantId, approver_id: approver.id, ...values })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'approver_id', 'begins']).doUpdateSet(values),
    )
    .execute();
}

/** All of them, or only those that overlap the period. */
async function remove(
  db: Db,
  { tenantId, approver }: Parameters<DelegationStore['remove']>[0],
  period?: Pick<Delegation, 'from' | 'until'>,
): Promise<readonly Delegation[]> {
  const theirs = db
    .deleteFrom('delegations')
    .where('tenant_id', '=', tenantId)
    .where('approver_id', '=', approver.id);
  const meant =
    period === undefined
      ? theirs
      : theirs.where('begins', '<', period.until).where('ends', '>', period.from);
  const rows = await meant.returning('delegation').execute();
  return rows.map(parse).toSorted((one, other) => one.from.getTime() - other.from.getTime());
}

async function listFor(db: Db, tenantId: TenantId, userId: UserId): Promise<readonly Delegation[]> {
  const rows = await select(db)
    .where('tenant_id', '=', tenantId)
    .where((is) => is.or([is('approver_id', '=', userId), is('deputy_id', '=', userId)]))
    .orderBy('begins')
    .execute();
  return rows.map(parse);
}

async function listActive(
  db: Db,
  {
    tenantId,
    approverIds,
  }: { readonly tenantId: TenantId; readonly approverIds: readonly UserId[] },
  now: Date,
): Promise<readonly Delegation[]> {
  const rows = await select(db)
    .where('tenant_id', '=', tenantId)
    .where('approver_id', 'in', [...approverIds])
    .where('begins', '<=', now)
    .where('ends', '>', now)
    .execute();
  return rows.map(parse);
}

async function listBegun(db: Db, now: Date, limit: number): Promise<readonly Delegation[]> {
  const rows = await select(db)
    .where('told', '=', false)
    .where('begins', '<=', now)
    .where('ends', '>', now)
    .orderBy('begins')
    .limit(limit)
    .execute();
  return rows.map(parse);
}

/** One that was replaced in the meantime stays untold. */
async function markTold(db: Db, { tenantId, approver, deputy, from }: Delegation): Promise<void> {
  await db
    .updateTable('delegations')
    .set({ told: true })
    .where('tenant_id', '=', tenantId)
    .where('approver_id', '=', approver.id)
    .where('deputy_id', '=', deputy.id)
    .where('begins', '=', from)
    .execute();
}

function select(db: Db) {
  return db.selectFrom('delegations').select('delegation');
}

function parse({ delegation }: { readonly delegation: unknown }): Delegation {
  return Delegation.parse(delegation);
}
