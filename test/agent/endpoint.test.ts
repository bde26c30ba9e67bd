import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { NewJob } from '../../src/domain/agent-jobs.ts';
import { pollPath, resultPath } from '../../src/domain/agent-protocol.ts';
import { toPublicJwk, verifyRequest } from '../../src/onprem/agent/request-signature.ts';
import {
  agentDatabase,
  answer,
  type Bot,
  newKey,
  pollBody,
  send,
  startBot,
  takeJob,
  wall,
} from '../support/agent-world.ts';
import { stopwatch } from '../support/stopwatch.ts';

const key = newKey('site-1');
const other = newKey('site-2');
const keys = [key, other];
const idle = { enabled: true, staging: false, suspended: false, inProgress: false };
const status = { kind: 'sync.status', status: { ...idle, intervalMs: 1_800_000 } };
const started = { kind: 'sync.startDelta', start: { kind: 'started' } };
const question = { verb: 'sync.status' } as const;
const job = { question, askedBy: 'writeback', patienceMs: 60_000 } as const;

interface AuditRow {
  readonly job_id: string;
  readonly verb: string;
  readonly agent_id: string;
  readonly asked_by: string;
  readonly accepted: boolean;
  readonly outcome: string;
  readonly signature: string;
}

describe('the endpoint for agents', () => {
  it('holds a poll until there is a job, and takes its answer once', async (t) => {
    const database = await agentDatabase(t);
    const bot = await startBot(t, database, { keys, holdMs: 10_000 });
    const polled = takeJob(bot, key);
    await delay(100);
    const elapsed = stopwatch();

    const id = await added(bot, job);
    const taken = await polled;
    const waited = elapsed();
    const first = await answer(bot, key, { ...taken, outcome: status });
    const second = await answer(bot, key, { ...taken, outcome: status });

    assert.equal(taken.id, id);
    assert.deepEqual(taken.question, question);
    assert.ok(waited < 1000, `woken after ${waited} ms`);
    assert.deepEqual([first.status, second.status], [204, 409]);
    const state = await bot.jobs.look(id);
    assert.deepEqual(state, { state: 'answered', agentId: 'site-1', outcome: status });
  });

  it('answers without a job when there is none', async (t) => {
    const bot = await startBot(t, await agentDatabase(t), { keys, holdMs: 50 });

    const response = await send(bot, { body: pollBody, key });

    assert.equal(response.status, 204);
    assert.equal((await bot.jobs.lastSeen('sync.status'))?.agentId, 'site-1');
  });

  it('gives an agent only what it can do', async (t) => {
    const bot = await startBot(t, await agentDatabase(t), { keys, holdMs: 50 });
    await bot.jobs.add(job);

    const body = JSON.stringify({ verbs: ['membership.check'] });
    const response = await send(bot, { body, key });

    assert.equal(response.status, 204);
    assert.equal(await bot.jobs.lastSeen('sync.status'), undefined);
  });

  it('refuses a request that was sent before, also to another instance', async (t) => {
    const database = await agentDatabase(t);
    const one = await startBot(t, database, { keys, holdMs: 50 });
    const two = await startBot(t, database, { keys, holdMs: 50 });
    const sent = { body: pollBody, key, nonce: randomUUID() };

    const statuses = [await send(one, sent), await send(one, sent), await send(two, sent)];

    assert.deepEqual(
      statuses.map((response) => response.status),
      [204, 401, 401],
    );
    assert.deepEqual(two.log.lines[0]?.fields, {
      reason: 'the request was sent before',
      cause: undefined,
    });
  });

  for (const [title, seconds, expected] of [
    ['takes a clock that is four minutes behind', -240, 204],
    ['takes a clock that is four minutes ahead', 240, 204],
    ['refuses a clock that is six minutes behind', -360, 401],
    ['refuses a clock that is six minutes ahead', 360, 401],
  ] as const) {
    it(title, async (t) => {
      const bot = await startBot(t, await agentDatabase(t), { keys, holdMs: 50 });
      const iat = Math.floor(wall.now().getTime() / 1000) + seconds;

      const response = await send(bot, { body: pollBody, key, iat });

      assert.equal(response.status, expected);
    });
  }

  it('refuses another key, a signature of another path and of another body', async (t) => {
    const bot = await startBot(t, await agentDatabase(t), { keys, holdMs: 50 });
    const forged = newKey('site-1');
    await bot.jobs.add(job);

    const statuses = [
      await send(bot, { body: pollBody, key: forged }),
      await send(bot, { body: pollBody, key: newKey('site-9') }),
      await send(bot, { body: pollBody, key, signed: { path: resultPath } }),
      await send(bot, { body: pollBody, key, signed: { body: '{}' } }),
      await fetch(new URL(pollPath, bot.url), { method: 'POST', body: pollBody }),
    ];

    assert.deepEqual(
      statuses.map((response) => response.status),
      [401, 401, 401, 401, 401],
    );
    const still = await takeJob(bot, key);
    assert.deepEqual(still.question, question);
  });

  for (const [title, sent, expected] of [
    ['what is not JSON', { body: '{' }, 400],
    ['verbs that do not exist', { body: '{"verbs":["powershell.run"]}' }, 400],
    ['a body that is too large', { body: 'x'.repeat(600_000) }, 413],
    ['an answer that is none', { path: resultPath, body: '{"id":1}' }, 400],
    ['other paths', { path: '/agent/other', body: '{}' }, 404],
  ] as const) {
    it(`refuses ${title} without a word`, async (t) => {
      const bot = await startBot(t, await agentDatabase(t), { keys });

      const response = await send(bot, { key, ...sent });

      assert.equal(response.status, expected);
      assert.equal(await response.text(), '');
    });
  }

  it('hands a job to the next agent when the lease ends, and takes no answer of the first any more', async (t) => {
    const bot = await startBot(t, await agentDatabase(t), { keys, leaseMs: 100 });
    const id = await added(bot, job);
    const first = await takeJob(bot, key);

    const second = await takeJob(bot, other);
    const late = await answer(bot, key, { ...first, outcome: status });
    const stolen = await answer(bot, key, { ...second, outcome: status });
    const right = await answer(bot, other, { ...second, outcome: status });

    assert.deepEqual([first.id, second.id], [id, id]);
    assert.deepEqual([late.status, stolen.status, right.status], [409, 409, 204]);
  });

  it('refuses an answer to another question', async (t) => {
    const bot = await startBot(t, await agentDatabase(t), { keys });
    const id = await added(bot, job);
    const taken = await takeJob(bot, key);

    const response = await answer(bot, key, { ...taken, outcome: started });

    assert.equal(response.status, 409);
    assert.deepEqual(await bot.jobs.look(id), { state: 'open' });
  });

  it('hands out nothing that nobody waits for any more', async (t) => {
    const bot = await startBot(t, await agentDatabase(t), { keys, holdMs: 300 });
    const id = await added(bot, { ...job, patienceMs: 20 });
    await delay(50);

    const response = await send(bot, { body: pollBody, key });

    assert.equal(response.status, 204);
    assert.deepEqual(await bot.jobs.expire(id), { state: 'expired', taken: false });
  });

  it('gives a start that was handed out once to no other agent', async (t) => {
    const bot = await startBot(t, await agentDatabase(t), { keys, leaseMs: 50, holdMs: 300 });
    const start = { ...job, question: { verb: 'sync.startDelta' } } as const;
    const id = await added(bot, start);
    await takeJob(bot, key);
    await delay(100);

    const toOther = await send(bot, { body: pollBody, key: other });
    const again = await takeJob(bot, key);

    assert.equal(toOther.status, 204);
    assert.equal(again.id, id);
  });

  it('takes no start that comes too soon after the last, also when that ended in this moment', async (t) => {
    const bot = await startBot(t, await agentDatabase(t), { keys });
    const start = { ...job, question: { verb: 'sync.startDelta' }, floorMs: 60_000 } as const;
    const id = await added(bot, start);
    const joined = await added(bot, start);
    await answer(bot, key, { ...(await takeJob(bot, key)), outcome: started });

    const late = await bot.jobs.add(start);
    const nothing = await bot.jobs.take({
      agentId: key.agentId,
      verbs: ['sync.startDelta'],
      leaseMs: 1000,
    });

    assert.equal(joined, id);
    assert.ok(late.kind === 'too-soon' && late.retryAfterMs <= 60_000, JSON.stringify(late));
    assert.equal(nothing, undefined);
    assert.equal((await bot.jobs.add({ ...start, floorMs: 0 })).kind, 'added');
  });

  it('keeps a signed row for each answer, which can be verified later and not be changed', async (t) => {
    const database = await agentDatabase(t);
    const bot = await startBot(t, database, { keys });
    const person = '5d1f0a52-6f6b-4f0c-9a1e-7f6a0c5f7b21';
    await bot.jobs.add({
      question: { verb: 'sync.startDelta' },
      askedBy: person as never,
      patienceMs: 60_000,
    });
    const { id, lease } = await takeJob(bot, key);
    const body = JSON.stringify({ id, lease, outcome: started });

    await send(bot, { path: resultPath, body, key });
    await send(bot, { path: resultPath, body, key });

    const { rows } = await database.pool.query<AuditRow>('select * from agent_audit order by id');
    assert.deepEqual(
      rows.map((row) => [row.job_id, row.verb, row.agent_id, row.asked_by, row.outcome]),
      [
        [id, 'sync.startDelta', 'site-1', person, 'started'],
        [id, 'sync.startDelta', 'site-1', person, 'started'],
      ],
    );
    assert.deepEqual(
      rows.map((row) => row.accepted),
      [true, false],
    );
    const call = { path: resultPath, body };
    const { agentId } = await verifyRequest(
      { keys: [toPublicJwk(key)] },
      rows[0]?.signature ?? '',
      call,
    );
    assert.equal(agentId, 'site-1');
    for (const change of ['delete from agent_audit', "update agent_audit set outcome = 'x'"]) {
      await assert.rejects(database.pool.query(change), /append-only/);
    }
  });

  it('frees a job at once when the agent went away while it was handed over', async (t) => {
    const bot = await startBot(t, await agentDatabase(t), { keys, leaseMs: 60_000 });
    await bot.jobs.add(job);
    const taken = await bot.jobs.take({
      agentId: key.agentId,
      verbs: ['sync.status'],
      leaseMs: 60_000,
    });
    assert.ok(taken);

    await bot.jobs.giveBack(taken);

    const again = await takeJob(bot, other);
    assert.equal(again.id, taken.id);
    assert.notEqual(again.lease, taken.lease);
  });

  it('gives no job to a poll whose agent has gone', async (t) => {
    const bot = await startBot(t, await agentDatabase(t), { keys, leaseMs: 60_000 });
    const leaving = new AbortController();
    const polled = send(bot, { body: pollBody, key, until: leaving.signal });
    await delay(200);
    leaving.abort();
    await assert.rejects(polled);
    await delay(100);

    const id = await added(bot, job);

    assert.equal((await takeJob(bot, other)).id, id);
  });

  it('ends the polls that are held when it stops', async (t) => {
    const bot = await startBot(t, await agentDatabase(t), { keys, holdMs: 20_000 });
    const polled = send(bot, { body: pollBody, key });
    await delay(200);
    const elapsed = stopwatch();

    await bot.close();

    assert.equal((await polled).status, 204);
    assert.ok(elapsed() < 3000);
  });
});

async function added({ jobs }: Pick<Bot, 'jobs'>, wanted: NewJob): Promise<string> {
  const result = await jobs.add(wanted);
  assert.ok(result.kind === 'added');
  return result.id;
}
