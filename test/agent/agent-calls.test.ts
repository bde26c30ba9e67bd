import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AgentId } from '../../src/domain/agent-protocol.ts';
import { GroupId } from '../../src/domain/ids.ts';
import { isTransient, Problem } from '../../src/domain/problem.ts';
import { AgentDirectory } from '../../src/onprem/agent/agent-directory.ts';
import { AgentSync } from '../../src/onprem/agent/agent-sync.ts';
import { createAgentJobs } from '../../src/store/agent-jobs.ts';
import { listenForAgents } from '../../src/store/agent-signals.ts';
import { openDatabase } from '../../src/store/database.ts';
import { agentDatabase, answer, newKey, startBot, takeJob } from '../support/agent-world.ts';
import { SilentLog } from '../support/silent-log.ts';
import { stopwatch } from '../support/stopwatch.ts';

const key = newKey('site-1');
const other = newKey('site-2');
const pair = {
  groupId: GroupId.parse('3a5c3221-c465-48c0-95b8-e9305786a271'),
  user: { securityIdentifier: 'S-1-5-21-1-2-3-1104' },
};
const started = { kind: 'sync.startDelta', start: { kind: 'started' } };

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    return error;
  }
  return assert.fail('there was no Problem');
}

describe('asking an agent', () => {
  it('says at once that no agent has ever been there', async (t) => {
    const { jobs } = await startBot(t, await agentDatabase(t));
    const elapsed = stopwatch();

    const unreachable = await problemOf(new AgentDirectory({ jobs }).check([pair]));
    const unknown = await problemOf(new AgentSync({ jobs }).status());

    assert.equal(unreachable.code, 'directory-unreachable');
    assert.equal(unknown.code, 'sync-unreachable');
    assert.match(unreachable.detail, /no agent for membership\.check has ever called/);
    assert.ok(isTransient(unreachable) && isTransient(unknown));
    assert.ok(elapsed() < 2000);
  });

  it('says when an agent was there last', async (t) => {
    const database = await agentDatabase(t);
    const { jobs } = await startBot(t, database);
    await jobs.see(AgentId.parse('site-1'), ['sync.status']);
    await database.pool.query("update agents set seen = now() - interval '200 seconds'");

    const problem = await problemOf(new AgentSync({ jobs }).status());

    assert.match(problem.detail, /site-1 called last, 20\d seconds ago/);
  });

  it('ends after its patience when the agent that was there takes nothing', async (t) => {
    const { jobs } = await startBot(t, await agentDatabase(t));
    await jobs.see(AgentId.parse('site-1'), ['membership.check']);
    const elapsed = stopwatch();

    const problem = await problemOf(new AgentDirectory({ jobs, patienceMs: 300 }).check([pair]));

    assert.match(problem.detail, /no answer in time; no agent took it/);
    assert.ok(elapsed() < 2500);
  });

  it('leaves connections of the pool to others, however many ask at once', async (t) => {
    const { url } = await agentDatabase(t);
    const log = new SilentLog();
    const database = openDatabase({ url, log });
    const signals = listenForAgents(url, log);
    t.after(async () => {
      await signals.close();
      await database.close();
    });
    const jobs = createAgentJobs(database, signals);
    await jobs.see(AgentId.parse('site-1'), ['membership.check']);
    const asking = new AgentDirectory({ jobs, patienceMs: 300 });

    const problems = await Promise.all(
      Array.from({ length: 60 }, async () => problemOf(asking.check([pair]))),
    );

    assert.ok(problems.every(({ detail }) => /no agent took it/.test(detail)));
    assert.ok(database.pool.totalCount <= 3, `${database.pool.totalCount} connections`);
  });

  it('sees the answer that came in through another instance', async (t) => {
    const database = await agentDatabase(t);
    const asking = await startBot(t, database);
    const answering = await startBot(t, database, { keys: [key] });
    await asking.jobs.see(key.agentId, ['membership.check']);
    const verdict = {
      state: 'not-member',
      server: 'dc1',
      checkedAt: '2026-01-01T00:00:00.000Z',
      groupDn: 'CN=g',
      userDn: 'CN=u',
    };

    const asked = new AgentDirectory(asking).check([pair]);
    const job = await takeJob(answering, key);
    const outcome = { kind: 'membership.check', verdicts: [verdict] };
    await answer(answering, key, { ...job, outcome });

    assert.deepEqual(job.question, { verb: 'membership.check', pairs: [pair] });
    assert.deepEqual(await asked, [{ ...verdict, checkedAt: new Date(verdict.checkedAt) }]);
  });

  it('takes fewer verdicts than pairs for no answer', async (t) => {
    const bot = await startBot(t, await agentDatabase(t), { keys: [key] });
    await bot.jobs.see(key.agentId, ['membership.check']);

    const asked = problemOf(new AgentDirectory(bot).check([pair]));
    const job = await takeJob(bot, key);
    await answer(bot, key, { ...job, outcome: { kind: 'membership.check', verdicts: [] } });

    assert.equal((await asked).code, 'directory-unreachable');
  });

  it('passes on the Problem that the agent met', async (t) => {
    const bot = await startBot(t, await agentDatabase(t), { keys: [key] });
    await bot.jobs.see(key.agentId, ['membership.check']);

    const asked = problemOf(new AgentDirectory(bot).check([pair]));
    const job = await takeJob(bot, key);
    const failed = { kind: 'failed', code: 'directory-refused-credentials', detail: 'data 52e' };
    await answer(bot, key, { ...job, outcome: failed });

    const problem = await asked;
    assert.equal(problem.code, 'directory-refused-credentials');
    assert.equal(problem.detail, 'the agent site-1: data 52e');
  });
});

describe('asking for a sync cycle', () => {
  it('starts one run for ten who ask at once, through two instances', async (t) => {
    const database = await agentDatabase(t);
    const one = await startBot(t, database, { keys: [key, other] });
    const two = await startBot(t, database, { keys: [key, other] });
    await one.jobs.see(key.agentId, ['sync.startDelta']);

    const asked = Array.from({ length: 10 }, (_, index) =>
      new AgentSync(index % 2 === 0 ? one : two).startDelta(),
    );
    const job = await takeJob(one, key);
    const more = await one.jobs.take({
      agentId: other.agentId,
      verbs: ['sync.startDelta'],
      leaseMs: 1000,
    });
    await answer(two, key, { ...job, outcome: started });

    assert.equal(more, undefined);
    const kinds = new Set((await Promise.all(asked)).map(({ kind }) => kind));
    assert.ok(kinds.has('started'));
    const { rows } = await database.pool.query('select 1 from agent_audit where accepted');
    assert.equal(rows.length, 1);
  });

  it('refuses the next start for five minutes, whichever agent would be asked', async (t) => {
    const database = await agentDatabase(t);
    const bot = await startBot(t, database, { keys: [key, other] });
    await bot.jobs.see(key.agentId, ['sync.startDelta']);
    const sync = new AgentSync(bot);
    const first = sync.startDelta();
    await answer(bot, key, { ...(await takeJob(bot, key)), outcome: started });
    await first;

    const second = await sync.startDelta();

    assert.ok(second.kind === 'refused' && second.why === 'too-soon');
    assert.ok((second.retryAfterMs ?? 0) > 290_000 && (second.retryAfterMs ?? 0) <= 300_000);
    await database.pool.query("update agent_jobs set finished_at = now() - interval '301 seconds'");
    const third = sync.startDelta();
    await answer(bot, key, { ...(await takeJob(bot, key)), outcome: started });
    assert.deepEqual(await third, { kind: 'started' });
  });

  it('counts a start whose outcome nobody knows', async (t) => {
    const bot = await startBot(t, await agentDatabase(t), { keys: [key] });
    await bot.jobs.see(key.agentId, ['sync.startDelta']);
    const sync = new AgentSync({ jobs: bot.jobs, patienceMs: 400 });
    const asked = problemOf(sync.startDelta());
    await takeJob(bot, key);

    const problem = await asked;
    const next = await sync.startDelta();

    assert.match(problem.detail, /an agent took it, so it may have been done/);
    assert.ok(next.kind === 'refused' && next.why === 'too-soon');
  });

  it('does not count what started nothing', async (t) => {
    const bot = await startBot(t, await agentDatabase(t), { keys: [key] });
    await bot.jobs.see(key.agentId, ['sync.startDelta']);
    const sync = new AgentSync(bot);
    const refusal = { kind: 'refused', why: 'staging' };
    const asked = sync.startDelta();
    const outcome = { kind: 'sync.startDelta', start: refusal };
    await answer(bot, key, { ...(await takeJob(bot, key)), outcome });

    assert.deepEqual(await asked, refusal);
    const next = sync.startDelta();
    const start = { kind: 'sync.startDelta', start: { kind: 'started' } };
    await answer(bot, key, { ...(await takeJob(bot, key)), outcome: start });
    assert.deepEqual(await next, { kind: 'started' });
  });
});
