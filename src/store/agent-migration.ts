import { type Kysely, sql } from 'kysely';

/** Jobs for the agents on premises, what they answered, and when they were last there. */
export async function createAgentJobs(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table agent_jobs (
      id uuid primary key,
      verb text not null,
      question jsonb not null,
      asked_by text not null,
      asked_at timestamptz not null,
      expires_at timestamptz not null,
      lease uuid,
      leased_by text,
      leased_at timestamptz,
      lease_until timestamptz,
      finished_at timestamptz,
      outcome jsonb
    )`.execute(db);
  await sql`create index agent_jobs_open on agent_jobs (asked_at) where finished_at is null`.execute(
    db,
  );
  await sql`create index agent_jobs_finished on agent_jobs (finished_at)`.execute(db);
  await sql`
    create unique index agent_jobs_one_start on agent_jobs (verb)
    where finished_at is null and verb = 'sync.startDelta'`.execute(db);
  await createAudit(db);
  await sql`create table agents (id text primary key, verbs jsonb not null, seen timestamptz not null)`.execute(
    db,
  );
  await sql`create table agent_nonces (nonce uuid primary key, at timestamptz not null default now())`.execute(
    db,
  );
  await sql`create index agent_nonces_by_age on agent_nonces (at)`.execute(db);
}

async function createAudit(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table agent_audit (
      id bigint generated always as identity primary key,
      job_id uuid not null,
      lease uuid not null,
      verb text not null,
      agent_id text not null,
      asked_by text not null,
      at timestamptz not null default now(),
      accepted boolean not null,
      outcome text not null,
      signature text not null
    )`.execute(db);
  await sql`create index agent_audit_by_job on agent_audit (job_id)`.execute(db);
  await sql`
    create trigger agent_audit_append_only before update or delete or truncate on agent_audit
    for each statement execute function refuse_change()`.execute(db);
}
