import { z } from 'zod';
import { AdministrationEvent, type AdministrationLog } from '../domain/administration.ts';
import { TenantId, UserId } from '../domain/ids.ts';
import type { Database } from './database.ts';

const fields = AdministrationEvent.shape;

const Row = z
  .object({
    tenant_id: TenantId,
    operation_id: z.guid(),
    actor: UserId,
    at: z.date(),
    act: fields.act,
    outcome: fields.outcome,
  })
  .transform(
    ({
      tenant_id: tenantId,
      operation_id: operationId,
      actor: by,
      ...rest
    }): AdministrationEvent => ({
      tenantId,
      operationId,
      by,
      ...rest,
    }),
  );

/** The audit trail of catalogs and roles, in PostgreSQL, which refuses every change of it. */
export function createAdministrationLog({ db }: Database): AdministrationLog {
  return {
    append: async ({ tenantId, operationId, by, at, act, outcome }) => {
      await db
        .insertInto('administration_events')
        .values({
          tenant_id: tenantId,
          operation_id: operationId,
          actor: by,
          at,
          kind: act.kind,
          act: JSON.stringify(act),
          outcome: JSON.stringify(outcome),
        })
        .execute();
    },
    listOperation: async (tenantId, operationId) => {
      const rows = await db
        .selectFrom('administration_events')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('operation_id', '=', operationId)
        .orderBy('id')
        .execute();
      return rows.map((row) => Row.parse(row));
    },
  };
}
