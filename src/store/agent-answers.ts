import { type Kysely, sql } from 'kysely';
import type { SignedAnswer } from '../domain/agent-jobs.ts';
import { type AgentVerb, summarise } from '../domain/agent-protocol.ts';
import { signal } from './agent-signals.ts';
import type { Database } from './database.ts';
import type { AgentJobsTable, Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** Stores the first answer under a valid lease, and every answer to a known job in the audit trail. */
export async function answerOnce(database: Database, answer: SignedAnswer): Promise<boolean> {
  return database.transaction(async (db) => {
    const job = await db
      .selectFrom('agent_jobs')
      .select(['verb', 'asked_by', 'lease', 'leased_by', 'finished_at'])
      .where('id', '=', answer.id)
      .forUpdate()
      .executeTakeFirst();
    if (job === undefined) {
      return false;
    }
    const accepted = isAcceptable(job, answer);
    if (accepted) {
      await finish(db, answer);
    }
    await audit(db, answer, { verb: job.verb, asked_by: job.asked_by, accepted });
    return accepted;
  });
}

function isAcceptable(
  job: Pick<AgentJobsTable, 'verb' | 'lease' | 'leased_by' | 'finished_at'>,
  { agentId, lease, outcome }: SignedAnswer,
): boolean {
  return (
    job.finished_at === null &&
    job.lease === lease &&
    job.leased_by === agentId &&
    (outcome.kind === 'failed' || outcome.kind === job.verb)
  );
}

async function finish(db: Db, { id, outcome }: SignedAnswer): Promise<void> {
  await db
    .updateTable('agent_jobs')
    .set({ finished_at: sql<Date>`clock_timestamp()`, outcome: JSON.stringify(outcome) })
    .where('id', '=', id)
    .execute();
  await signal(db, `answer:${id}`);
}

async function audit(
  db: Db,
  { id, lease, agentId, outcome, signature }: SignedAnswer,
  known: { readonly verb: AgentVerb; readonly asked_by: string; readonly accepted: boolean },
): Promise<void> {
  const answered = { job_id: id, lease, agent_id: agentId, outcome: summarise(outcome), signature };
  await db
    .insertInto('agent_audit')
    .values({ ...answered, ...known })
    .execute();
}

/** Real milliseconds since the last start of a cycle; one whose outcome nobody knows counts, as it may have happened. */
export async function sinceLastStart(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ ms: number | null }>`
    select extract(epoch from clock_timestamp() - max(coalesce(finished_at, leased_at)))::float8 * 1000 as ms
    from agent_jobs
    where verb = 'sync.startDelta' and leased_at is not null and finished_at is not null
      and (outcome is null or outcome -> 'start' ->> 'kind' = 'started')`.execute(db);
  return rows[0]?.ms ?? undefined;
}
