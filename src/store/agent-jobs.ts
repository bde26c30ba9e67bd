import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Added, AgentJobs, JobState, NewJob, TakeOptions } from '../domain/agent-jobs.ts';
import { AgentJob } from '../domain/agent-protocol.ts';
import { answerOnce, sinceLastStart } from './agent-answers.ts';
import { lastSeen, see, spendNonce } from './agent-callers.ts';
import { type AgentSignals, signal } from './agent-signals.ts';
import type { Database } from './database.ts';
import { fewAtOnce } from './few-at-once.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

const now = sql<Date>`clock_timestamp()`;

const finishedMinutes = 60;
/** However many ask at once, they leave connections to the agents that answer, and to everybody else. */
const askingAtOnce = 3;

/** The jobs in PostgreSQL; `signals` wakes those who wait for one. Whoever asks waits for a turn first. */
export function createAgentJobs(database: Database, signals: AgentSignals): AgentJobs {
  const { db } = database;
  const asking = fewAtOnce(askingAtOnce);
  return {
    add: (job) => asking(() => add(database, job)),
    look: (id) => asking(() => look(db, id)),
    expire: (id) => asking(() => expire(db, id)),
    take: (options) => take(db, options),
    giveBack: (job) => giveBack(db, job),
    answer: (answer) => answerOnce(database, answer),
    see: (agentId, verbs) => see(db, agentId, verbs),
    lastSeen: (verb) => asking(() => lastSeen(db, verb)),
    spendNonce: (nonce) => spendNonce(db, nonce),
    news: (news, waitMs, until) => signals.next(news, waitMs, until),
  };
}

function after(milliseconds: number) {
  return sql<Date>`clock_timestamp() + ${milliseconds} * interval '1 millisecond'`;
}

async function add(database: Database, job: NewJob): Promise<Added> {
  return database.transaction(async (db) => {
    await sweep(db);
    const id = await insert(db, job);
    const open = id === undefined ? await openStart(db) : undefined;
    return open === undefined ? addNew(db, job, id) : { kind: 'added', id: open };
  });
}

/** `inserted` undefined: a start was open a moment ago, and is no more. */
async function addNew(db: Db, job: NewJob, inserted: string | undefined): Promise<Added> {
  const id = inserted ?? (await insert(db, job));
  if (id === undefined) {
    throw new Error('a start of a sync cycle was open and was not');
  }
  // Only now, when no other start can come in between.
  const { floorMs } = job;
  const sinceMs = floorMs === undefined ? undefined : await sinceLastStart(db);
  if (floorMs !== undefined && sinceMs !== undefined && sinceMs < floorMs) {
    await db.deleteFrom('agent_jobs').where('id', '=', id).execute();
    return { kind: 'too-soon', retryAfterMs: Math.ceil(floorMs - sinceMs) };
  }
  await signal(db, 'job');
  return { kind: 'added', id };
}

/** Old answers go, and a start that nobody waits for makes room for the next. */
async function sweep(db: Db): Promise<void> {
  await sql`
    delete from agent_jobs where id in (
      select id from agent_jobs
      where finished_at < clock_timestamp() - ${finishedMinutes} * interval '1 minute'
      limit 100 for update skip locked)`.execute(db);
  await sql`
    update agent_jobs set finished_at = clock_timestamp() where id in (
      select id from agent_jobs
      where finished_at is null and expires_at < clock_timestamp()
      limit 100 for update skip locked)`.execute(db);
}

async function insert(
  db: Db,
  { question, askedBy, patienceMs }: NewJob,
): Promise<string | undefined> {
  const row = await db
    .insertInto('agent_jobs')
    .values({
      id: randomUUID(),
      verb: question.verb,
      question: JSON.stringify(question),
      asked_by: askedBy,
      asked_at: now,
      expires_at: after(patienceMs),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

async function openStart(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('agent_jobs')
    .select('id')
    .where('verb', '=', 'sync.startDelta')
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

async function look(db: Db, id: string): Promise<JobState> {
  const row = await db
    .selectFrom('agent_jobs')
    .select(['finished_at', 'outcome', 'leased_by'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row?.finished_at === null) {
    return { state: 'open' };
  }
  const agentId = row?.leased_by ?? undefined;
  return agentId === undefined || row?.outcome === null
    ? { state: 'expired', taken: agentId !== undefined }
    : { state: 'answered', agentId, outcome: row?.outcome };
}

async function expire(db: Db, id: string): Promise<JobState> {
  await db
    .updateTable('agent_jobs')
    .set({ finished_at: now })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .where('expires_at', '<=', now)
    .execute();
  return look(db, id);
}

async function take(
  db: Db,
  { agentId, verbs, leaseMs }: TakeOptions,
): Promise<AgentJob | undefined> {
  const lease = randomUUID();
  const row = await db
    .updateTable('agent_jobs')
    .set({ lease, leased_by: agentId, leased_at: now, lease_until: after(leaseMs) })
    .where('id', '=', (query) =>
      query
        .selectFrom('agent_jobs')
        .select('id')
        .where('finished_at', 'is', null)
        .where('expires_at', '>', now)
        .where('verb', 'in', verbs)
        .where((where) => where.or([where('lease', 'is', null), where('lease_until', '<', now)]))
        .where((where) =>
          where.or([
            where('verb', '<>', 'sync.startDelta'),
            where('leased_by', 'is', null),
            where('leased_by', '=', agentId),
          ]),
        )
        .orderBy('asked_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'question'])
    .executeTakeFirst();
  return row && AgentJob.parse({ id: row.id, lease, question: row.question });
}

async function giveBack(db: Db, { id, lease }: AgentJob): Promise<void> {
  await db
    .updateTable('agent_jobs')
    .set({ lease: null, leased_by: null, leased_at: null, lease_until: null })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .where('finished_at', 'is', null)
    .execute();
  await signal(db, 'job');
}
