import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { HttpScheduler } from '../../src/onprem/http-scheduler.ts';
import { startHybrid } from '../support/connect.ts';

async function serve(t: TestContext, answer: RequestListener): Promise<HttpScheduler> {
  const server = createServer(answer);
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return new HttpScheduler({ origin: `http://127.0.0.1:${port}`, timeoutMs: 300 });
}

describe('the sync scheduler over HTTP', () => {
  it('tells the state before, during and after a cycle', async (t) => {
    const { connect } = await startHybrid(t);
    const scheduler = new HttpScheduler({ origin: connect.origin });

    const before = await scheduler.status();
    assert.deepEqual(await scheduler.startDelta(), { kind: 'started' });
    const during = await scheduler.status();
    assert.deepEqual(await scheduler.startDelta(), { kind: 'already-running' });
    await connect.idle();
    const after = await scheduler.status();

    assert.deepEqual(
      [before.enabled, before.staging, before.suspended, before.inProgress, before.intervalMs],
      [true, false, false, false, 3_600_000],
    );
    assert.ok(before.nextStartAt instanceof Date);
    assert.equal(before.lastCycle, undefined);
    assert.equal(during.inProgress, true);
    assert.ok(during.currentCycleStartedAt instanceof Date);
    assert.equal(after.inProgress, false);
    assert.deepEqual(after.lastCycle?.startedAt, during.currentCycleStartedAt);
    assert.ok(after.lastCycle.finishedAt > during.currentCycleStartedAt);
  });

  it('tells a pause and staging', async (t) => {
    const { connect } = await startHybrid(t);
    const scheduler = new HttpScheduler({ origin: connect.origin });

    await fetch(`${connect.origin}/pause`, { method: 'POST' });
    connect.setStaging(true);
    const paused = await scheduler.status();
    await fetch(`${connect.origin}/resume`, { method: 'POST' });
    const resumed = await scheduler.status();

    assert.deepEqual([paused.enabled, paused.staging], [false, true]);
    assert.equal(resumed.enabled, true);
  });

  it('answers a busy start with the words of the real one', async (t) => {
    const { connect } = await startHybrid(t);
    connect.startCycle();

    const response = await fetch(`${connect.origin}/start-delta`, { method: 'POST' });

    assert.equal(response.status, 409);
    assert.match(
      await response.text(),
      /Sync is already running\. Cannot start a new run till this one completes\./,
    );
  });

  it('does not know other addresses', async (t) => {
    const { connect } = await startHybrid(t);

    const response = await fetch(`${connect.origin}/scheduler`, { method: 'DELETE' });

    assert.equal(response.status, 404);
  });

  const failures: readonly { readonly title: string; readonly answer: RequestListener }[] = [
    { title: 'answers with an error', answer: (_, response) => response.writeHead(500).end('no') },
    { title: 'answers with a page', answer: (_, response) => response.end('<html>') },
    { title: 'leaves fields out', answer: (_, response) => response.end('{}') },
    { title: 'does not answer', answer: () => {} },
    { title: 'hangs up', answer: (request) => request.socket.destroy() },
  ];
  for (const { title, answer } of failures) {
    it(`is unreachable when the other side ${title}`, async (t) => {
      const scheduler = await serve(t, answer);

      await assert.rejects(scheduler.status(), { code: 'sync-unreachable' });
    });
  }

  it('does not take a refusal for a start', async (t) => {
    const scheduler = await serve(t, (_, response) => response.writeHead(403).end());

    await assert.rejects(scheduler.startDelta(), { code: 'sync-unreachable', detail: /403/ });
  });
});
