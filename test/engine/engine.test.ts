import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { DBOS } from '@dbos-inc/dbos-sdk';
import { GroupId, type RequestId } from '../../src/domain/ids.ts';
import type { GroupChoice } from '../../src/domain/plan.ts';
import { Problem } from '../../src/domain/problem.ts';
import { type Engine, startEngine } from '../../src/engine/engine.ts';
import { workQueue } from '../../src/engine/work-queue.ts';
import type { Handlers } from '../../src/engine/workflows.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { enqueue } from '../support/enqueue.ts';
import { eventually } from '../support/eventually.ts';
import { ada, paul, requestIn } from '../support/requests.ts';
import { SilentLog } from '../support/silent-log.ts';
import { storeDatabase } from '../support/store-database.ts';

const log = new SilentLog();
let opened: Awaited<ReturnType<typeof storeDatabase>>;
let engine: Engine;
let done: string[];
let setUp: Handlers['setUp'];
let refreshCards: Handlers['refreshCards'];

describe('The engine', () => {
  before(async () => {
    opened = await storeDatabase(log);
    engine = await startEngine({
      database: opened.database,
      executorId: 'local',
      handlers: {
        setUp: (step, id) => setUp(step, id),
        refreshCards: (id) => refreshCards(id),
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
    const store = createRequestStore(opened.database, workQueue);
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

  it('stores no change whose work it cannot take', async () => {
    const { database } = opened;
    const store = createRequestStore(database, workQueue);
    const request = requestIn('awaiting-approval', { group: freshGroup() });
    const another = requestIn('awaiting-approval', { group: freshGroup() });
    await store.create(request, 'taken');
    await database.pool.query(`
      create function refuse_work() returns trigger language plpgsql as
        $$ begin raise exception 'no more work'; end $$;
      create trigger refuse_work before insert on dbos.workflow_status
        for each row execute function refuse_work()`);

    const next = requestIn('setting-up', { id: request.id });
    await assert.rejects(store.advance(request, next, ada.id), /no more work/);
    await assert.rejects(store.create(another, 'refused'), /no more work/);
    await database.pool.query('drop function refuse_work cascade');

    assert.deepEqual(await store.get(request.id), request);
    assert.equal(await store.find(another.tenantId, another.id), undefined);
  });

  it('is given nothing by a change that came too late', async () => {
    const store = createRequestStore(opened.database, workQueue);
    const request = requestIn('awaiting-approval', { group: freshGroup() });
    await store.create(request, 'late');
    await store.advance(request, requestIn('denied', { id: request.id }), ada.id);

    const late = await store.advance(request, requestIn('setting-up', { id: request.id }), paul.id);
    await store.create({ ...request, id: requestIn('denied').id }, 'late');
    await settled();

    assert.equal(late, undefined);
    assert.deepEqual(done, [`cards ${request.id}`, `cards ${request.id}`]);
  });

  it('runs the same work once although it is enqueued again', async () => {
    const { id: requestId } = requestIn('denied');
    await enqueue(opened.database, { kind: 'set-up', requestId, version: 1 });
    await settled();
    await enqueue(opened.database, { kind: 'set-up', requestId, version: 1 });
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

    await enqueue(opened.database, { kind: 'refresh-cards', requestId: flaky, version: 1 });
    await enqueue(opened.database, { kind: 'refresh-cards', requestId: broken, version: 1 });
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

    await enqueue(opened.database, { kind: 'set-up', requestId, version: 1 });
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

    await enqueue(opened.database, { kind: 'set-up', requestId, version: 1 });
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
      handlers: { setUp, refreshCards },
      loops: [],
      log,
    });

    await assert.rejects(second, /runs already/);
  });
});

function freshGroup(): GroupChoice {
  return { kind: 'existing', id: GroupId.parse(randomUUID()), displayName: 'Some group' };
}

function note(what: string): (step: unknown, id: RequestId) => Promise<void> {
  return (_, id) => {
    done.push(`${what} ${id}`);
    return Promise.resolve();
  };
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
