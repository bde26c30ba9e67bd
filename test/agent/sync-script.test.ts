import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { createSyncScript, type SyncScript } from '../../src/agent/sync-script.ts';
import { Problem } from '../../src/domain/problem.ts';
import {
  idleStatus,
  newStandIn,
  prints,
  type StandIn,
  temporaryDirectory,
} from '../support/agent-world.ts';

const script = 'C:\\Writeback\\Invoke-WritebackAgent.ps1';

async function scriptThat(
  t: TestContext,
  behaviour: string,
  options: { readonly timeoutMs?: number; readonly computer?: string } = {},
): Promise<SyncScript & { readonly standIn: StandIn }> {
  const standIn = await newStandIn(await temporaryDirectory(t), behaviour);
  const { timeoutMs = 10_000, computer } = options;
  const env = { PATH: process.env['PATH'], GREETING: 'hello' };
  const made = createSyncScript({ powershell: standIn.file, script, computer, timeoutMs, env });
  return { ...made, standIn };
}

async function detailOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    assert.equal(error.code, 'sync-unreachable');
    return error.detail;
  }
  return assert.fail('there was no Problem');
}

describe('the script on the sync server', () => {
  it('tells the schedule', async (t) => {
    const lastCycle = {
      startedAt: '2026-01-01T12:00:00.000Z',
      finishedAt: '2026-01-01T12:03:00.000Z',
    };
    const sync = await scriptThat(t, prints({ ...idleStatus, lastCycle, staging: true }));

    const status = await sync.status();

    assert.deepEqual(status, {
      enabled: true,
      staging: true,
      suspended: false,
      inProgress: false,
      intervalMs: 1_800_000,
      nextStartAt: new Date('2026-01-01T12:30:00.000Z'),
      lastCycle: {
        startedAt: new Date(lastCycle.startedAt),
        finishedAt: new Date(lastCycle.finishedAt),
      },
    });
  });

  it('gets fixed arguments, no input, and nothing of the environment that was not given', async (t) => {
    const status = JSON.stringify(prints(idleStatus));
    const sync = await scriptThat(
      t,
      `let input = ''; process.stdin.on('data', (chunk) => (input += chunk)).on('end', () => {
         if (input === '' && process.env.GREETING === 'hello' && !('HOME' in process.env)) eval(${status});
       });`,
      { computer: 'sync1.corp.example.com' },
    );

    await sync.status();

    const fixed = ['-NoLogo', '-NoProfile', '-NonInteractive', '-File', script];
    assert.deepEqual(await sync.standIn.calls(), [
      [...fixed, '-Action', 'status', '-ComputerName', 'sync1.corp.example.com'],
    ]);
  });

  for (const answer of [
    { kind: 'started' },
    { kind: 'already-running' },
    { kind: 'refused', why: 'busy' },
    { kind: 'refused', why: 'suspended' },
    { kind: 'refused', why: 'staging' },
    { kind: 'refused', why: 'disabled' },
    { kind: 'refused', why: 'denied' },
  ]) {
    it(`tells of a start: ${Object.values(answer).join(', ')}`, async (t) => {
      const sync = await scriptThat(t, `if (action === 'startDelta') ${prints(answer)}`);

      assert.deepEqual(await sync.startDelta(), answer);
    });
  }

  it('is understood behind a byte order mark and before a line end', async (t) => {
    const started = JSON.stringify({ kind: 'started' });
    const sync = await scriptThat(t, `process.stdout.write('\\uFEFF' + '${started}\\r\\n');`);

    assert.deepEqual(await sync.startDelta(), { kind: 'started' });
  });

  for (const [title, behaviour, detail] of [
    ['an error of its own', prints({ kind: 'error', message: 'no ADSync' }), /reports: no ADSync$/],
    ['words', "process.stdout.write('WARNING: profile')", /something else than its answer/],
    ['nothing', '', /something else than its answer/],
    ['an unknown refusal', prints({ kind: 'refused', why: 'mood' }), /something else/],
    ['a status without its fields', prints({ kind: 'status' }), /something else/],
    ['an exit code', prints(idleStatus).concat('process.exitCode = 3;'), /exit code 3$/],
    ['more than it may print', "process.stdout.write('x'.repeat(1e6))", /printed too much$/],
    ['the answer to another question', prints({ kind: 'started' }), /answered started to status$/],
  ] as const) {
    it(`is no answer when it gives ${title}`, async (t) => {
      const sync = await scriptThat(t, behaviour);

      assert.match(await detailOf(sync.status()), detail);
    });
  }

  it('is given up when it hangs, even while something that it started goes on', async (t) => {
    const behaviour = `require('node:child_process').spawn('sleep', ['30'], { stdio: 'inherit' }); setInterval(() => {}, 1000);`;
    const sync = await scriptThat(t, behaviour, { timeoutMs: 700 });
    const began = performance.now();

    const detail = await detailOf(sync.status());

    assert.match(detail, /did not end within 0\.7 seconds$/);
    assert.ok(performance.now() - began < 5000);
  });

  it('cannot be run where there is no PowerShell', async (t) => {
    const powershell = path.join(await temporaryDirectory(t), 'missing');
    const options = { powershell, script, computer: undefined, timeoutMs: 1000, env: {} };

    const detail = await detailOf(createSyncScript(options).status());

    assert.match(detail, /could not be run \(ENOENT\)$/);
  });
});
