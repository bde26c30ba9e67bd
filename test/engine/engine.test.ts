import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { DBOS } from '@dbos-inc/dbos-sdk';
import type { RequestId } from '../../src/domain/ids.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { FollowUp } from '../../src/domain/request.ts';
import { type Engine, startEngine } from '../../src/engine/engine.ts';
import { openWorkQueue } from '../../src/engine/work-queue.ts';
import type { Handlers } from '../../src/engine/workflows.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import type { WorkQueue } from '../../src/store/work-queue.ts';
import { eventually } from '../support/engine-process.ts';
import { ada, paul, requestIn } from '../support/requests.ts';
import { SilentLog } from '../support/silent-log.ts';
import { storeDatabase } from '../support/store-database.ts';

const log = new SilentLog();
let opened: Awaited<ReturnType<typeof storeDatabase>>;
let engine: Engine;
let queue: WorkQueue;
let done: string[];
let setUp: Handlers['setUp'];
let refreshCards: Handlers['refreshCards'];

describe('The engine', () => {
  before(async () => {
    opened = await storeDatabase(log);
    queue = await openWorkQueue(opened.database, log);
    engine = await startEngine({
      database: opened.database,
      executorId: 'local',
      handlers: {
        setUp: (step, id) => setUp(step, id),
        refreshCards: (id) => refreshCards(id),
        remind: (id) => note('reminder')(undefined, id),
      },
      loops: [],
      log,
      limits: { cardAttempts: 3, firstCardPauseSeconds: 0.02, pollMs: 20 },
    });
  });

  after(async () => {
    await engine.stop();
    await opened.drop();
  });

  beforeEach(() => {
    done = [];
    log.lines.splice(0);
    setUp = note('set-up');
    refreshCards = (id) => note('cards')(undefined, id);
  });

  afterEach(settled);

  it('runs what follows from a change of a request, once', async () => {
    const store = createRequestStore(opened.database, queue);
    const request = requestIn('awaiting-approval');
    await store.create(request, 'form');
    await store.advance(request, requestIn('setting-up', { id: request.id }), ada.id);
    await settled();

    assert.deepEqual(done.toSorted(), [
      `cards ${request.id}`,
      `cards ${request.id}`,
      `set-up ${request.id}`,
    ]);
    assert.deepEqual(log.lines, []);
  });

  it('reminds when a reminder was counted, once for each', async () => {
    const store = createRequestStore(opened.database, queue);
    const request = requestIn('awaiting-approval', { beneficiary: paul });
    await store.create(request, 'reminded');
    const { approval } = request;
    const counted = { ...request, approval: { ...approval, reminders: { sent: 1 } } };
    const stored = await store.advance(request, counted, 'writeback');
    assert.ok(stored);
    await store.advance(stored, stored, 'writeback');
    await settled();

    assert.deepEqual(
      done.filter((what) => what.startsWith('reminder')),
      [`reminder ${request.id}`],
    );
  });

  it('runs nothing for a transaction that was rolled back', async () => {
    const { id: requestId } = requestIn('denied');
    const failing = opened.database.transaction(async (_, client) => {
      await queue.enqueue(client, [{ kind: 'set-up', requestId, version: 2 }]);
      throw new Error('changed my mind');
    });

    await assert.rejects(failing, /changed my mind/);

    assert.equal(await DBOS.getWorkflowStatus(`set-up:${requestId}:v2`), null);
  });

  it('runs the same work once although it is enqueued again', async () => {
    const { id: requestId } = requestIn('denied');
    await enqueue(requestId, 'set-up');
    await settled();
    await enqueue(requestId, 'set-up');
    await settled();

    assert.deepEqual(done, [`set-up ${requestId}`]);
  });

  it('tries to refresh cards again, and says so in the log when it gives up', async () => {
    const { id: flaky } = requestIn('denied');
    const { id: broken } = requestIn('denied');
    refreshCards = (id) => {
      done.push(id);
      const isFine = id === flaky && done.filter((each) => each === flaky).length === 3;
      return isFine ? Promise.resolve() : Promise.reject(new Error('Teams is away'));
    };

    await enqueue(flaky, 'refresh-cards');
    await enqueue(broken, 'refresh-cards');
    await settled();

    assert.equal(done.filter((id) => id === flaky).length, 3);
    assert.equal(done.filter((id) => id === broken).length, 3);
    assert.deepEqual(await statusOf(`cards:${flaky}:v1`), 'SUCCESS');
    assert.deepEqual(await statusOf(`cards:${broken}:v1`), 'ERROR');
    const gaveUp = log.lines.filter(({ message }) => message.includes('failed for good'));
    assert.equal(gaveUp.length, 1);
    assert.partialDeepStrictEqual(gaveUp[0]?.fields, { requestId: broken });
  });

  it('ends a procedure with an unexpected error and logs it as a defect', async () => {
    const { id: requestId } = requestIn('denied');
    setUp = (step) => step('wrong', () => Promise.reject(new TypeError('x is undefined')));

    await enqueue(requestId, 'set-up');
    await settled();

    assert.equal(await statusOf(`set-up:${requestId}:v1`), 'ERROR');
    assert.ok(log.messages('error').includes('work of the durable engine failed for good'));
  });

  it('hands the results of steps on, Problems as Problems', async () => {
    const { id: requestId } = requestIn('denied');
    const seen: unknown[] = [];
    setUp = async (step) => {
      seen.push(await step('date', () => Promise.resolve(new Date(5))));
      seen.push(await step('nothing', () => Promise.resolve()));
      const refused = new Problem('graph-throttled', { detail: 'slow down', retryAfterMs: 9 });
      await step('problem', () => Promise.reject(refused)).catch((error: unknown) =>
        seen.push(error),
      );
    };

    await enqueue(requestId, 'set-up');
    await settled();

    const [date, nothing, problem] = seen;
    assert.deepEqual([date, nothing], [new Date(5), undefined]);
    assert.ok(problem instanceof Problem);
    assert.deepEqual(
      [problem.code, problem.detail, problem.retryAfterMs],
      ['graph-throttled', 'slow down', 9],
    );
  });

  it('refuses to start twice in one process', async () => {
    const second = startEngine({
      database: opened.database,
      executorId: 'second',
      handlers: { setUp, refreshCards, remind: refreshCards },
      loops: [],
      log,
    });

    await assert.rejects(second, /runs already/);
  });
});

function note(what: string): (step: unknown, id: RequestId) => Promise<void> {
  return (_, id) => {
    done.push(`${what} ${id}`);
    return Promise.resolve();
  };
}

async function enqueue(requestId: RequestId, kind: FollowUp['kind']): Promise<void> {
  await opened.database.transaction((_, client) =>
    queue.enqueue(client, [{ kind, requestId, version: 1 }]),
  );
}

async function settled(): Promise<void> {
  await eventually(async () => {
    const open = await DBOS.listWorkflows({ status: ['ENQUEUED', 'PENDING'] });
    return open.length === 0 ? true : undefined;
  });
}

async function statusOf(workflowId: string): Promise<string | undefined> {
  return (await DBOS.getWorkflowStatus(workflowId))?.status;
}
