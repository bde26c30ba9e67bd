import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FaultKind } from '../../../src/sandbox/graph/options.ts';
import { groups } from '../../../src/sandbox/seed.ts';
import { newGroup, startBench } from './support.ts';

function always(kind: FaultKind): { seed: number; rate: number; kinds: readonly FaultKind[] } {
  return { seed: 7, rate: 1, kinds: [kind] };
}

const seeded = groups.length;

describe('faults', () => {
  it('do not happen unless they are asked for', async (t) => {
    const { send } = await startBench(t);

    for (let index = 0; index < 50; index += 1) {
      assert.equal((await send('GET', '/v1.0/organization')).status, 200);
    }
  });

  it('throttle with and without a time to wait', async (t) => {
    const withTime = await startBench(t, { faults: { ...always('429'), retryAfterSeconds: 3 } });
    const without = await startBench(t, { faults: always('429-without-retry-after') });

    const first = await withTime.send('GET', '/v1.0/organization');
    const second = await without.send('GET', '/v1.0/organization');

    assert.deepEqual([first.status, first.headers.get('retry-after')], [429, '3']);
    assert.equal(first.body.error.code, 'TooManyRequests');
    assert.deepEqual([second.status, second.headers.get('retry-after')], [429, null]);
  });

  it('answer 504 after the write was done', async (t) => {
    const { graph, send } = await startBench(t, { faults: always('504-after-write') });

    const answer = await send('POST', '/v1.0/groups', { body: newGroup });

    assert.deepEqual([answer.status, answer.body.error.code], [504, 'UnknownError']);
    assert.equal(graph.groupsForSync().length, seeded + 1);
  });

  it('answer 503 and HTML before anything was done', async (t) => {
    const busy = await startBench(t, { faults: always('503') });
    const broken = await startBench(t, { faults: always('html-502') });

    const first = await busy.send('POST', '/v1.0/groups', { body: newGroup });
    const second = await broken.send('POST', '/v1.0/groups', { body: newGroup });

    assert.deepEqual([first.status, first.body.error.code], [503, 'ServiceUnavailable']);
    assert.deepEqual([second.status, second.headers.get('content-type')], [502, 'text/html']);
    assert.match(second.text, /<h1>502 Bad Gateway<\/h1>/);
    assert.equal(
      busy.graph.groupsForSync().length + broken.graph.groupsForSync().length,
      2 * seeded,
    );
  });

  it('break the connection sometimes before and sometimes after the write', async (t) => {
    const { graph, send } = await startBench(t, { faults: always('reset') });

    for (let index = 0; index < 20; index += 1) {
      const body = { ...newGroup, mailNickname: `broken-${index}` };
      await assert.rejects(send('POST', '/v1.0/groups', { body }), TypeError);
    }

    const made = graph.groupsForSync().length - seeded;
    assert.ok(made > 2 && made < 18, `${made} of 20 were made`);
    assert.deepEqual(new Set(graph.exchanges.map((exchange) => exchange.status)), new Set([0]));
  });

  it('take their time in sandbox time', async (t) => {
    const { clock, send } = await startBench(t, {
      faults: { ...always('slow'), slowMilliseconds: 4000 },
    });
    const begun = clock.now().getTime();

    const answer = await send('GET', '/v1.0/organization');

    assert.equal(answer.status, 200);
    assert.equal(clock.now().getTime() - begun, 4000);
  });

  it('throttle requests inside a batch one by one', async (t) => {
    const { send } = await startBench(t, { faults: { seed: 3, rate: 0.3, kinds: ['429'] } });
    const requests = Array.from({ length: 20 }, (_, index) => ({
      id: String(index),
      method: 'GET',
      url: '/organization',
    }));
    let answer = await send('POST', '/v1.0/$batch', { body: { requests } });
    while (answer.status === 429) {
      answer = await send('POST', '/v1.0/$batch', { body: { requests } });
    }

    const throttled = answer.body.responses.filter((item) => item.status === 429);

    assert.ok(throttled.length > 0 && throttled.length < 20);
    assert.equal(throttled[0]?.headers['Retry-After'], '10');
    assert.equal(throttled[0]?.body.error.code, 'TooManyRequests');
  });

  it('repeat themselves for the same seed', async (t) => {
    const runs: number[][] = [];
    for (const seed of [11, 11, 12]) {
      const { graph, send } = await startBench(t, {
        faults: { seed, rate: 0.5, kinds: ['429', '503', 'html-502'] },
      });
      for (let index = 0; index < 30; index += 1) {
        await send('GET', '/v1.0/organization');
      }
      runs.push(graph.exchanges.map((exchange) => exchange.status));
    }

    assert.deepEqual(runs[0], runs[1]);
    assert.notDeepEqual(runs[0], runs[2]);
    assert.deepEqual(new Set(runs[0]), new Set([200, 429, 502, 503]));
  });
});
