import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { GroupId, type RequestId, UserId } from '../../src/domain/ids.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import { freePort } from '../support/free-port.ts';
import { startOutside } from '../support/journey.ts';
import { appId, startOwnChannel } from '../support/own-channel.ts';
import { query } from '../support/postgres.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { ada, amir, paul, requestIn, rita, tenantId } from '../support/requests.ts';
import { SilentLog } from '../support/silent-log.ts';
import { envelope } from '../support/teams-world.ts';

/**
 * Measures what a turn costs our bot and a bare botbuilder bot (bare-bot.ts), in one run, with channel authentication
 * on and a Bot Connector on this machine that answers at once. Prints one JSON object; nothing is judged. The work
 * that an approval leads to is stored but held back, so that the click alone is measured.
 */
const turns = Number(process.argv[2] ?? 2000);
const warmUp = Math.max(1000, Math.ceil(turns / 2));
/** Many short ones, since what else the machine does comes and goes: the parts of each follow one another. */
const rounds = 20;
const each = Math.ceil((turns * 5) / rounds);
const atOnce = 8;
const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK']).toString());

interface Measured {
  readonly cpuSecondsPer1000: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly turnsPerSecond: number;
}

interface Bot {
  readonly child: ChildProcess;
  readonly port: number;
  readonly firstTurnMs: number;
  readonly idleRssMb: number;
  /** Of the engine's looking for work: part of what is measured, the larger the slower the machine. */
  readonly idleCpuMsPerSecond: number;
}

type Variables = Readonly<Record<string, string>>;

const own = await startOwnChannel();
const connector = await startFakeConnector();
const outside = await startOutside();
const folder = await mkdtemp(path.join(tmpdir(), 'writeback-bench-'));
const caFile = path.join(folder, 'login.pem');
await writeFile(caFile, own.ca);
const authorization = own.authorize(connector.serviceUrl, {
  claims: { exp: Math.floor(performance.timeOrigin / 1000) + 3600 },
});
const { ValidateAuthority: _, ...endpoints } = own.cloud;

function ourVariables(port: number): Variables {
  return {
    ...outside.env,
    ...endpoints,
    ValidateAuthority: 'false',
    PORT: String(port),
    LOG_LEVEL: 'error',
    SWEEP_SECONDS: '3600',
    // Teams' limit for one tenant would be all that is measured; the limits per conversation stay.
    SENDS_PER_SECOND: '1000000',
    CHANNEL_MODE: 'teams',
    BOT_ID: appId,
    BOT_TENANT_ID: tenantId,
    BOT_CREDENTIAL: 'secret',
    SECRET_BOT_PASSWORD: 'not a real one',
    ALLOWED_SERVICE_URLS: 'http://127.0.0.1:*',
    DEFAULT_SERVICE_URL: connector.serviceUrl,
    APPROVERS: [ada.id, paul.id].join(),
    ADMINISTRATORS: amir.id,
    NODE_EXTRA_CA_CERTS: caFile,
  };
}

const idleSeconds = 5;

async function startBot(file: string, port: number, variables: Variables): Promise<Bot> {
  const begun = performance.now();
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...variables },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (!(await answers(port))) {
    await delay(5);
  }
  const firstTurnMs = Math.round(performance.now() - begun);
  await delay(3000);
  const idleFrom = await cpuSeconds(child);
  await delay(idleSeconds * 1000);
  const idleCpuMsPerSecond = round((((await cpuSeconds(child)) - idleFrom) * 1000) / idleSeconds);
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  const idleRssMb = Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  return { child, port, firstTurnMs, idleRssMb, idleCpuMsPerSecond };
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await post(port, message())) === 200;
  } catch {
    return false;
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: atOnce });

/** The status of the answer, after the last byte of it. */
async function post(port: number, activity: object): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const body = JSON.stringify(activity);
  const headers = {
    authorization,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  const options = { host: '127.0.0.1', port, path: '/api/messages', method: 'POST', agent };
  const outgoing = httpRequest({ ...options, headers }, (incoming) => {
    incoming.resume();
    incoming.on('end', () => resolve(incoming.statusCode ?? 0));
    incoming.on('error', reject);
  });
  outgoing.on('error', reject);
  outgoing.end(body);
  return promise;
}

/** So many that nobody gets more messages than Teams permits in one chat; all of them have said something before. */
const people = Array.from({ length: warmUp }, () => ({ ...rita, id: UserId.parse(randomUUID()) }));
let said = 0;

function message(): object {
  said += 1;
  const person = people[said % people.length] ?? rita;
  return { ...envelope(person, connector.serviceUrl), type: 'message', text: 'help' };
}

function approval(requestId: RequestId): object {
  return {
    ...envelope(ada, connector.serviceUrl),
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: {
      action: { type: 'Action.Execute', verb: 'approve', data: { requestId, version: 1 } },
      trigger: 'manual',
    },
  };
}

async function measure({ child, port }: Bot, activities: readonly object[]): Promise<Measured> {
  const times: number[] = [];
  const queue = [...activities];
  const cpuBefore = await cpuSeconds(child);
  const begun = performance.now();
  async function worker(): Promise<void> {
    for (let activity = queue.pop(); activity !== undefined; activity = queue.pop()) {
      const sent = performance.now();
      const status = await post(port, activity);
      times.push(performance.now() - sent);
      if (status !== 200) {
        throw new Error(`a turn was answered ${status}`);
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - begun) / 1000;
  const cpu = (await cpuSeconds(child)) - cpuBefore;
  const sorted = times.toSorted((a, b) => a - b);
  function at(share: number): number {
    return round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  }
  return {
    cpuSecondsPer1000: round((cpu / activities.length) * 1000),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    turnsPerSecond: Math.round(activities.length / seconds),
  };
}

/** User and system time of all threads so far. */
async function cpuSeconds({ pid }: ChildProcess): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Requests that wait for Ada, each for another group, written as the product writes them. */
async function seedRequests(count: number): Promise<readonly RequestId[]> {
  const url = outside.env['DATABASE_URL'] ?? '';
  const database = openDatabase({ url, log: new SilentLog() });
  const store = createRequestStore(database, new RecordingQueue());
  const ids: RequestId[] = [];
  for (let number = 0; number < count; number += 1) {
    const id = GroupId.parse(randomUUID());
    const group = { kind: 'existing', id, displayName: `Bench ${number}` } as const;
    const request = requestIn('awaiting-approval', { group });
    await store.create(request, randomUUID());
    ids.push(request.id);
  }
  await database.close();
  return ids;
}

/** From now on the engine's work is stored under a name that no queue has. */
async function holdBackWork(): Promise<void> {
  await query(
    outside.env['DATABASE_URL'] ?? '',
    `create function hold_back() returns trigger language plpgsql as
       $$ begin new.queue_name := 'held-by-the-bench'; return new; end $$;
     create trigger hold_back before insert on dbos.workflow_status
       for each row when (new.queue_name is not null) execute function hold_back()`,
  );
}

function median(list: readonly Measured[]): Measured {
  function middle(of: (measured: Measured) => number): number {
    return middleOf(list.map(of));
  }
  return {
    cpuSecondsPer1000: middle((measured) => measured.cpuSecondsPer1000),
    p50Ms: middle((measured) => measured.p50Ms),
    p95Ms: middle((measured) => measured.p95Ms),
    p99Ms: middle((measured) => measured.p99Ms),
    turnsPerSecond: middle((measured) => measured.turnsPerSecond),
  };
}

function middleOf(list: readonly number[]): number {
  const middle = list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  if (middle === undefined) {
    throw new Error('nothing was measured');
  }
  return middle;
}

/** Of each round, whose two parts were measured one after the other, so that a slow minute of the machine weighs on both. */
function ratiosOf(ours: readonly Measured[], bare: readonly Measured[]): readonly number[] {
  return ours.map(({ cpuSecondsPer1000 }, index) =>
    round(cpuSecondsPer1000 / (bare[index]?.cpuSecondsPer1000 ?? Number.NaN)),
  );
}

async function stop({ child }: Bot): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

const [ourPort, barePort] = [await freePort(), await freePort()];
const ours = await startBot('test/bench/our-bot.ts', ourPort, ourVariables(ourPort));
const bare = await startBot('test/bench/bare-bot.ts', barePort, {
  ...endpoints,
  MicrosoftAppId: appId,
  PORT: String(barePort),
});
await holdBackWork();
const waiting = [...(await seedRequests(warmUp + rounds * each))];

function messages(count: number): readonly object[] {
  return Array.from({ length: count }, message);
}

function approvals(count: number): readonly object[] {
  return waiting.splice(0, count).map(approval);
}

/** The bare bot asks nobody whether the request exists. */
function invokes(count: number): readonly object[] {
  return Array.from({ length: count }, () => approval(requestIn('awaiting-approval').id));
}

await measure(ours, messages(warmUp));
await measure(bare, messages(warmUp));
await measure(ours, approvals(warmUp));
await measure(bare, invokes(warmUp));
const measured = {
  help: [] as Measured[],
  bareMessage: [] as Measured[],
  approve: [] as Measured[],
  bareInvoke: [] as Measured[],
};
for (let number = 0; number < rounds; number += 1) {
  measured.help.push(await measure(ours, messages(each)));
  measured.bareMessage.push(await measure(bare, messages(each)));
  measured.approve.push(await measure(ours, approvals(each)));
  measured.bareInvoke.push(await measure(bare, invokes(each)));
}
const stored = await query(
  outside.env['DATABASE_URL'] ?? '',
  "select count(*)::int as decided from requests where state <> 'awaiting-approval'",
);
const [help, bareMessage, approve, bareInvoke] = [
  median(measured.help),
  median(measured.bareMessage),
  median(measured.approve),
  median(measured.bareInvoke),
];
const helpRatios = ratiosOf(measured.help, measured.bareMessage);
const approveRatios = ratiosOf(measured.approve, measured.bareInvoke);
await stop(ours);
await stop(bare);
await outside.close();
await connector.close();
await own.close();
await rm(folder, { recursive: true });
const [cpu] = cpus();
const machine = {
  cpu: cpu?.model,
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  platform: `${process.platform} ${process.arch}`,
};
const packages = await Promise.all(
  ['botbuilder', 'restify'].map(async (name) => {
    const { version } = JSON.parse(await readFile(`node_modules/${name}/package.json`, 'utf8')) as {
      version: string;
    };
    return [name, version] as const;
  }),
);
const report = {
  turnsPerRound: each,
  rounds,
  atOnce,
  /** The median of the rounds' ratios. */
  ratios: {
    helpToBareMessage: middleOf(helpRatios),
    approveToBareInvoke: middleOf(approveRatios),
  },
  ratiosOfMedians: {
    helpToBareMessage: round(help.cpuSecondsPer1000 / bareMessage.cpuSecondsPer1000),
    approveToBareInvoke: round(approve.cpuSecondsPer1000 / bareInvoke.cpuSecondsPer1000),
  },
  ratiosOfRounds: { helpToBareMessage: helpRatios, approveToBareInvoke: approveRatios },
  goals: { helpToBareMessage: 0.5, approveToBareInvoke: 1 },
  ours: {
    help,
    approve,
    decisionsStored: stored,
    firstTurnMs: ours.firstTurnMs,
    idleRssMb: ours.idleRssMb,
    idleCpuMsPerSecond: ours.idleCpuMsPerSecond,
  },
  bare: {
    message: bareMessage,
    invoke: bareInvoke,
    firstTurnMs: bare.firstTurnMs,
    idleRssMb: bare.idleRssMb,
    idleCpuMsPerSecond: bare.idleCpuMsPerSecond,
  },
  everyRound: measured,
  machine,
  versions: {
    node: process.versions.node,
    ...Object.fromEntries(packages),
    measuredAt: new Date().toISOString(),
  },
};
process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
process.exit(0);
