import type { Selectable } from 'kysely';
import { SyncRun, type SyncRuns } from '../domain/sync-run.ts';
import type { Database } from './database.ts';
import type { SyncRunsTable } from './tables.ts';

type Begin = Parameters<SyncRuns['begin']>[0];

/** Syncs by hand in PostgreSQL. */
export function createSyncRuns({ db }: Database): SyncRuns {
  const select = db.selectFrom('sync_runs').selectAll().orderBy('started_at', 'desc');
  return {
    findLastStarted: async (tenantId, target) => {
      const row = await select
        .where('tenant_id', '=', tenantId)
        .where('target', '=', target)
        .where('outcome', 'in', ['starting', 'started'])
        .limit(1)
        .executeTakeFirst();
      return row && toRun(row);
    },
    begin: async (run) => {
      const query = db.insertInto('sync_runs').values(toRow(run)).returning('id');
      return (await query.executeTakeFirstOrThrow()).id;
    },
    conclude: async (id, outcome, detail) => {
      const change = { outcome, detail: detail ?? null };
      await db.updateTable('sync_runs').set(change).where('id', '=', id).execute();
    },
    list: async (tenantId, limit) => {
      const rows = await select.where('tenant_id', '=', tenantId).limit(limit).execute();
      return rows.map(toRun);
    },
  };
}

function toRow({ tenantId, target, startedAt, by, requestIds }: Begin): {
  readonly [column in 'tenant_id' | 'target' | 'asked_by' | 'request_ids']: string;
} & { readonly started_at: Date; readonly outcome: 'starting' } {
  return {
    tenant_id: tenantId,
    target,
    started_at: startedAt,
    asked_by: by,
    request_ids: JSON.stringify(requestIds),
    outcome: 'starting',
  };
}

function toRun(row: Selectable<SyncRunsTable>): SyncRun {
  return SyncRun.parse({
    id: row.id,
    tenantId: row.tenant_id,
    target: row.target,
    startedAt: row.started_at,
    by: row.asked_by,
    requestIds: row.request_ids,
    outcome: row.outcome,
    detail: row.detail ?? undefined,
  });
}
