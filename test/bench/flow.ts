import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';
import { type Outside, startOutside } from '../support/journey.ts';
import { query } from '../support/postgres.ts';
import { askInChat, openApproval } from '../support/request-by-chat.ts';

/**
 * Measures the whole flow, from the typed word to the proof: requests per second with a Graph that answers at once,
 * Graph calls of one request by step, start times, idle memory. Prints one JSON object; nothing is judged.
 */
const requests = Number(process.argv[2] ?? 60);
const atOnce = 8;

const byStep: readonly [step: string, path: RegExp][] = [
  ['tenant', /organization|onPremisesSynchronization|servicePrincipals/],
  ['membership', /checkMemberGroups/],
  ['user', /\/users/],
  ['group', /\/v1\.0\/groups/],
  ['writeback', /\/beta\/groups/],
  ['catalog-resource', /\/resources|resourceRequests|resourceRoles/],
  ['catalog', /\/catalogs/],
  ['role-scope', /resourceRoleScopes/],
  ['access-package', /\/accessPackages/],
  ['policy', /assignmentPolicies/],
  ['assignment', /assignmentRequests|\/assignments/],
];

function start(env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

/** Milliseconds until the URL is printed, and the memory a little later. */
async function measureStart(env: Readonly<Record<string, string>>) {
  const begun = performance.now();
  const child = start(env);
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  while (!said.includes('http://')) {
    await delay(5);
  }
  const readyMs = Math.round(performance.now() - begun);
  await delay(8000);
  const idleRssMb = await rssMb(child);
  await stop(child);
  return { readyMs, idleRssMb };
}

async function rssMb({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

async function measureStarts() {
  const folder = await mkdtemp(path.join(tmpdir(), 'writeback-bench-'));
  await chmod(folder, 0o755);
  const env = {
    DATA_DIRECTORY: folder,
    PORT: String(await freePort()),
    SANDBOX_PAGE_PORT: String(await freePort()),
  };
  const first = await measureStart(env);
  const later = await measureStart(env);
  await rm(folder, { recursive: true, force: true });
  return { firstStartMs: first.readyMs, laterStartMs: later.readyMs, idleRssMb: later.idleRssMb };
}

async function runOne(outside: Outside, number: number): Promise<void> {
  const { id } = await askInChat(outside.teams, {
    newGroupName: `Bench ${number} ${process.pid}`,
  });
  const { approver, message, view } = await openApproval(outside.teams, id);
  await approver.click(message, view, { title: /^Approve/ });
}

async function confirmed(outside: Outside, wanted: number): Promise<void> {
  for (let look = 0; look < 3000; look += 1) {
    const rows = await query(
      outside.env['DATABASE_URL'] ?? '',
      "select count(*)::int as done from requests where state = 'confirmed'",
    );
    if (Number((rows[0] as { done: unknown }).done) >= wanted) {
      return;
    }
    if (outside.connect.scheduler().SyncCycleInProgress) {
      await outside.connect.idle();
    } else {
      outside.connect.startCycle();
    }
    await delay(100);
  }
  throw new Error(`fewer than ${wanted} requests were confirmed in five minutes`);
}

function callsByStep(paths: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const called of paths) {
    const step = byStep.find(([, pattern]) => pattern.test(called))?.[0] ?? called;
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return { ...counts, total: paths.length };
}

async function measureFlow() {
  const outside = await startOutside();
  const bot = start({
    ...outside.env,
    SANDBOX_GRAPH_ORIGIN: outside.graph.origin,
    MAXIMUM_OPEN_REQUESTS: 'no',
  });
  await outside.teams.announceInstall();
  await runOne(outside, 0);
  await confirmed(outside, 1);

  const before = outside.graph.exchanges.length;
  await askOnly(outside);
  const asked = outside.graph.exchanges.length;
  await runOne(outside, 1);
  await confirmed(outside, 2);
  const paths = outside.graph.exchanges.map(({ path: called }) => called);

  const begun = performance.now();
  let next = 2;
  const last = requests + 2;
  async function worker(): Promise<void> {
    while (next < last) {
      const mine = next;
      next += 1;
      await runOne(outside, mine);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
  const decidedMs = performance.now() - begun;
  await confirmed(outside, last);
  const confirmedMs = performance.now() - begun;
  const busyRssMb = await rssMb(bot);
  await stop(bot);
  await outside.close();
  const intake = callsByStep(paths.slice(before, asked));
  const whole = callsByStep(paths.slice(asked));
  return {
    requests,
    atOnce,
    requestsPerSecond: round(requests / (confirmedMs / 1000)),
    askedAndApprovedPerSecond: round(requests / (decidedMs / 1000)),
    busyRssMb,
    graphCalls: { intake, intakeSetUpAndConfirmation: whole },
  };
}

/** A request that nobody approves: what the form alone asks of Graph. */
async function askOnly(outside: Outside): Promise<void> {
  await askInChat(outside.teams, { newGroupName: `Bench asked ${process.pid}` });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const flow = await measureFlow();
const starts = await measureStarts();
const [cpu] = cpus();
const machine = {
  cpu: cpu?.model,
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  platform: `${process.platform} ${process.arch}`,
};
const versions = { node: process.versions.node, measuredAt: new Date().toISOString() };
process.stdout.write(`${JSON.stringify({ flow, starts, machine, versions }, undefined, 2)}\n`);
process.exit(0);
