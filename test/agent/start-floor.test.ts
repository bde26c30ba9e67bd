import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { createStartFloor } from '../../src/agent/start-floor.ts';
import type { SyncStart } from '../../src/domain/ports.ts';
import { Problem } from '../../src/domain/problem.ts';
import { temporaryDirectory } from '../support/agent-world.ts';

/** A sync server that counts its starts, and a clock that is moved by hand. */
class Site {
  now = new Date('2026-01-01T12:00:00.000Z');
  starts = 0;
  isRunning = false;
  next: SyncStart | Error = { kind: 'started' };
  readonly stateFile: string;

  constructor(stateFile: string) {
    this.stateFile = stateFile;
  }

  /** A new one knows only what is in the file, like an agent after a restart. */
  newFloor(): (jobId: string) => Promise<SyncStart> {
    return createStartFloor({
      stateFile: this.stateFile,
      clock: { now: () => this.now },
      script: {
        status: async () => ({
          enabled: true,
          staging: false,
          suspended: false,
          inProgress: this.isRunning,
          intervalMs: 1_800_000,
        }),
        startDelta: async () => {
          this.starts += 1;
          if (this.next instanceof Error) {
            throw this.next;
          }
          return this.next;
        },
      },
    });
  }

  pass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000);
  }
}

async function newSite(t: TestContext): Promise<Site> {
  return new Site(path.join(await temporaryDirectory(t), 'state', 'agent.json'));
}

describe('starting sync cycles on the agent', () => {
  it('starts once per job, also after a restart, however often it is handed out', async (t) => {
    const site = await newSite(t);
    const job = randomUUID();

    const first = await site.newFloor()(job);
    site.pass(3600);
    const again = await site.newFloor()(job);

    assert.deepEqual([first, again], [{ kind: 'started' }, { kind: 'started' }]);
    assert.equal(site.starts, 1);
  });

  it('starts one of many that come at once', async (t) => {
    const site = await newSite(t);
    const start = site.newFloor();

    const outcomes = await Promise.all(Array.from({ length: 5 }, () => start(randomUUID())));

    assert.equal(site.starts, 1);
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['started', 'refused', 'refused', 'refused', 'refused'],
    );
  });

  it('keeps five minutes between two starts, also over a restart', async (t) => {
    const site = await newSite(t);
    await site.newFloor()(randomUUID());

    site.pass(299);
    const soon = await site.newFloor()(randomUUID());
    site.pass(1);
    const later = await site.newFloor()(randomUUID());

    assert.deepEqual(soon, { kind: 'refused', why: 'too-soon', retryAfterMs: 1000 });
    assert.deepEqual(later, { kind: 'started' });
    assert.equal(site.starts, 2);
  });

  it('does not wait after what started nothing', async (t) => {
    const site = await newSite(t);
    site.next = { kind: 'refused', why: 'busy' };
    const start = site.newFloor();

    await start(randomUUID());
    site.next = { kind: 'started' };

    assert.deepEqual(await start(randomUUID()), { kind: 'started' });
  });

  for (const isRunning of [true, false]) {
    it(`does not start again when it was killed while starting and a cycle ${isRunning ? 'runs' : 'does not run'}`, async (t) => {
      const site = await newSite(t);
      const job = randomUUID();
      site.next = new Problem('sync-unreachable', { detail: 'killed' });
      await assert.rejects(site.newFloor()(job), Problem);
      site.isRunning = isRunning;

      const again = await site.newFloor()(job);

      assert.equal(site.starts, 1);
      assert.deepEqual(
        again,
        isRunning
          ? { kind: 'already-running' }
          : { kind: 'refused', why: 'too-soon', retryAfterMs: 300_000 },
      );
    });
  }

  it('never waits longer than five minutes when the clock was put back', async (t) => {
    const site = await newSite(t);
    await site.newFloor()(randomUUID());
    site.pass(-86_400);

    const soon = await site.newFloor()(randomUUID());

    assert.deepEqual(soon, { kind: 'refused', why: 'too-soon', retryAfterMs: 300_000 });
  });

  it('starts nothing while its memory is damaged, and says what to do', async (t) => {
    const site = await newSite(t);
    await site.newFloor()(randomUUID());
    await writeFile(site.stateFile, '{"lastStartAt":');

    await assert.rejects(site.newFloor()(randomUUID()), (error) => {
      assert.ok(error instanceof Problem);
      assert.match(error.detail, /state file .* is damaged; delete it/);
      return true;
    });
    assert.equal(site.starts, 1);
  });

  it('writes down what is about to happen before it happens', async (t) => {
    const site = await newSite(t);
    const job = randomUUID();
    site.next = new Problem('sync-unreachable', { detail: 'killed' });
    await assert.rejects(site.newFloor()(job), Problem);

    assert.deepEqual(JSON.parse(await readFile(site.stateFile, 'utf8')), {
      lastStartAt: '2026-01-01T12:00:00.000Z',
      job: { id: job },
    });
  });
});
