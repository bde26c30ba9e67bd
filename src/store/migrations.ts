import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { openStates } from '../domain/request.ts';
import { withLock } from './advisory-lock.ts';
import { createAgentJobs } from './agent-migration.ts';
import { createApproval } from './approval-migration.ts';
import type { Database } from './database.ts';
import { createAdministration } from './migration-administration.ts';
import { createAppInstalls } from './migration-app-installs.ts';
import { createAppRemovals } from './migration-app-removals.ts';
import { indexAsking } from './migration-asking.ts';
import { createBatches } from './migration-batches.ts';
import { allowSeveralDelegations } from './migration-delegations.ts';
import { createDrift } from './migration-drift.ts';
import { createFavourites } from './migration-favourites.ts';
import { createGroupCards } from './migration-group-cards.ts';
import { dueToLookAgain } from './migration-look-again.ts';
import { createNotices } from './migration-notices.ts';
import { indexOwnRequests } from './migration-own-requests.ts';
import { indexOpenReviews } from './migration-reviews.ts';
import { createSyncRuns } from './migration-sync-runs.ts';
import { createUndelivered } from './migration-undelivered.ts';
import { settleWelcomes } from './migration-welcomes.ts';

/** In this order for ever: a migration that has been released is never changed, a new one is added below. */
const migrations: Readonly<Record<string, Migration>> = {
  '001-requests': { up: createRequests },
  '002-events': { up: createEvents },
  '003-people': { up: createPeople },
  '004-executors': { up: createExecutors },
  '005-approval': { up: createApproval },
  '006-agent-jobs': { up: createAgentJobs },
  '007-sync-runs': { up: createSyncRuns },
  '008-drift': { up: createDrift },
  '009-app-installs': { up: createAppInstalls },
  '010-batches': { up: createBatches },
  '011-administration': { up: createAdministration },
  '012-group-cards': { up: createGroupCards },
  '013-reviews': { up: indexOpenReviews },
  '014-favourites': { up: createFavourites },
  '015-app-removals': { up: createAppRemovals },
  '016-delegations': { up: allowSeveralDelegations },
  '017-undelivered': { up: createUndelivered },
  '018-own-requests': { up: indexOwnRequests },
  '019-notices': { up: createNotices },
  '020-look-again': { up: dueToLookAgain },
  '021-asking': { up: indexAsking },
  '022-welcomes': { up: settleWelcomes },
};

/** Brings the tables up to date. Several processes may do so at once: one does the work, the others wait. */
export async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({
    db: database.db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  await withLock(database.pool, 'writeback:migrations', async () => {
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) {
      throw new Error('the database could not be brought up to date', { cause: error });
    }
  });
}

async function createRequests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('requests')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('requester_id', 'uuid', (column) => column.notNull())
    .addColumn('beneficiary_id', 'uuid', (column) => column.notNull())
    .addColumn('group_key', 'text', (column) => column.notNull())
    .addColumn('form_id', 'text', (column) => column.notNull())
    .addColumn('data', 'jsonb', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
    .addUniqueConstraint('requests_form', ['tenant_id', 'form_id'])
    .execute();
  await db.schema
    .createIndex('requests_open_pair')
    .on('requests')
    .columns(['tenant_id', 'beneficiary_id', 'group_key'])
    .unique()
    .where(
      sql.ref('state'),
      'in',
      [...openStates].map((state) => sql.lit(state)),
    )
    .execute();
  await index(db, 'requests_by_requester', ['tenant_id', 'requester_id', 'created_at']);
  await index(db, 'requests_by_beneficiary', ['tenant_id', 'beneficiary_id', 'created_at']);
  await index(db, 'requests_by_state', ['state', 'id']);
}

async function index(db: Kysely<unknown>, name: string, columns: readonly string[]): Promise<void> {
  await db.schema
    .createIndex(name)
    .on('requests')
    .columns([...columns])
    .execute();
}

async function createEvents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('request_events')
    .addColumn('request_id', 'text', (column) => column.notNull().references('requests.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('changes', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('request_events_pkey', ['request_id', 'version'])
    .execute();
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% is append-only', tg_table_name; end $$`.execute(db);
  await sql`
    create trigger request_events_append_only before update or delete or truncate on request_events
    for each statement execute function refuse_change()`.execute(db);
}

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('user_id', 'uuid', (column) => column.notNull())
    .addColumn('reference', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversations_pkey', ['tenant_id', 'user_id'])
    .execute();
  await db.schema
    .createTable('welcomes')
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('user_id', 'uuid', (column) => column.notNull())
    .addPrimaryKeyConstraint('welcomes_pkey', ['tenant_id', 'user_id'])
    .execute();
  await db.schema
    .createTable('cards')
    .addColumn('request_id', 'text', (column) => column.notNull().references('requests.id'))
    .addColumn('recipient_id', 'uuid', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('card', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('cards_pkey', ['request_id', 'recipient_id', 'kind'])
    .execute();
  await sql`
    create index cards_undeliverable on cards (recipient_id) where card ? 'undeliverable'`.execute(
    db,
  );
}

async function createExecutors(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('executors')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('seen', 'timestamptz', (column) => column.notNull())
    .execute();
}
