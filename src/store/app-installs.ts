import { sql } from 'kysely';
import type { InstallAttempts } from '../domain/app-installer.ts';
import type { Database } from './database.ts';

const dayMs = 86_400_000;

/** Tries to install the app for people, in PostgreSQL. Whoever was welcomed once had the app. */
export function createInstallAttempts({ db }: Database): InstallAttempts {
  return {
    claim: async ({ tenantId, userId }, now) => {
      const before = new Date(now.getTime() - dayMs);
      const { rows } = await sql`
        insert into app_installs (tenant_id, user_id, tried_at)
        select ${tenantId}::uuid, ${userId}::uuid, ${now}::timestamptz
        where not exists (
          select from welcomes where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid)
        on conflict (tenant_id, user_id) do update set tried_at = excluded.tried_at
        where app_installs.tried_at <= ${before}::timestamptz
        returning user_id`.execute(db);
      return rows.length > 0;
    },
    release: async ({ tenantId, userId }) => {
      await db
        .deleteFrom('app_installs')
        .where('tenant_id', '=', tenantId)
        .where('user_id', '=', userId)
        .execute();
    },
  };
}
