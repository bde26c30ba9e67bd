import { type Kysely, sql } from 'kysely';

/** Deputies, the moments at which requests are due, and an approval on each request made before there was one. */
export async function createApproval(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('requests').addColumn('due_at', 'timestamptz').execute();
  await sql`create index requests_due on requests (due_at) where due_at is not null`.execute(db);
  await db.schema
    .createTable('delegations')
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('approver_id', 'uuid', (column) => column.notNull())
    .addColumn('deputy_id', 'uuid', (column) => column.notNull())
    .addColumn('delegation', 'jsonb', (column) => column.notNull())
    .addColumn('begins', 'timestamptz', (column) => column.notNull())
    .addColumn('ends', 'timestamptz', (column) => column.notNull())
    .addColumn('told', 'boolean', (column) => column.notNull())
    .addPrimaryKeyConstraint('delegations_pkey', ['tenant_id', 'approver_id'])
    .execute();
  await sql`create index delegations_by_deputy on delegations (tenant_id, deputy_id)`.execute(db);
  await sql`create index delegations_untold on delegations (begins) where not told`.execute(db);
  await giveApprovalToOlderRequests(db);
}

/** As it was then: one stage, any of the named approvers, no reminders and no end. */
async function giveApprovalToOlderRequests(db: Kysely<unknown>): Promise<void> {
  await sql`
    update requests set data = data || jsonb_build_object('approval', jsonb_build_object(
      'route', jsonb_build_object(
        'rule', 'before-policies',
        'distinctApprovers', false,
        'stages', jsonb_build_array(jsonb_build_object(
          'name', 'Approval',
          'need', 1,
          'approvers', (
            select coalesce(jsonb_agg(jsonb_build_object(
              'person', person, 'because', jsonb_build_object('kind', 'named'))), '[]'::jsonb)
            from jsonb_array_elements(data->'approvers') person)))),
      'stage', 0,
      'stageSince', data->'createdAt',
      'askedSince', 1,
      'votes', '[]'::jsonb,
      'reminders', jsonb_build_object('sent', 0),
      'planHash', ''))
    where not data ? 'approval'`.execute(db);
}
