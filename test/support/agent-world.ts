import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import type { AgentJobs } from '../../src/domain/agent-jobs.ts';
import {
  AgentId,
  type AgentQuestion,
  pollPath,
  resultPath,
  signatureHeader,
} from '../../src/domain/agent-protocol.ts';
import type { CallerRules } from '../../src/onprem/agent/agent-caller.ts';
import type { AgentEndpointOptions } from '../../src/onprem/agent/agent-endpoint.ts';
import { createAgentEndpoint } from '../../src/onprem/agent/agent-endpoint.ts';
import {
  type AgentKey,
  readAgentKey,
  signRequest,
  toPublicJwk,
} from '../../src/onprem/agent/request-signature.ts';
import { createAgentJobs } from '../../src/store/agent-jobs.ts';
import { listenForAgents } from '../../src/store/agent-signals.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { startServer } from '../../src/teams/server.ts';
import { SilentLog } from './silent-log.ts';
import { storeDatabase } from './store-database.ts';

export const wall = { now: (): Date => new Date() };

export function newKey(name: string): AgentKey & { readonly pem: string } {
  const pem = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;
  return { ...readAgentKey(AgentId.parse(name), pem), pem };
}

/** A database with the tables of the agents, dropped after the test. */
export async function agentDatabase(t: TestContext): Promise<Database> {
  const stored = await storeDatabase();
  t.after(() => stored.drop());
  return stored.database;
}

export interface BotOptions extends Partial<Omit<AgentEndpointOptions, 'jobs' | 'log' | 'caller'>> {
  readonly caller?: Partial<CallerRules>;
  readonly keys?: readonly AgentKey[];
  readonly port?: number;
}

export interface Bot {
  readonly jobs: AgentJobs;
  readonly url: string;
  readonly port: number;
  readonly log: SilentLog;
  close(): Promise<void>;
}

/** One instance of the bot's side on a pool and a port of its own: the real server with the real endpoint mounted. */
export async function startBot(
  t: TestContext,
  { url }: Pick<Database, 'url'>,
  options: BotOptions = {},
): Promise<Bot> {
  const log = new SilentLog();
  const database = openDatabase({ url, log, maxConnections: 5 });
  const signals = listenForAgents(url, log);
  const jobs = createAgentJobs(database, signals);
  const keys = { keys: (options.keys ?? []).map(toPublicJwk) };
  const caller = { keys, checkToken: undefined, time: wall, ...options.caller };
  const mounted = createAgentEndpoint({ jobs, log, holdMs: 2000, ...options, caller });
  const server = await startServer({
    host: '127.0.0.1',
    port: options.port ?? 0,
    endpoint: { requiresAuthentication: true, receive: async () => ({ status: 401 }) },
    mounted,
  });
  let closing: Promise<void> | undefined;
  async function closeAll(): Promise<void> {
    mounted.close();
    await server.close();
    await signals.close();
    await database.close();
  }
  function close(): Promise<void> {
    closing ??= closeAll();
    return closing;
  }
  t.after(close);
  return { jobs, url: `http://127.0.0.1:${server.port}`, port: server.port, log, close };
}

/** What an agent sends, with everything open to be wrong. */
export interface Sent {
  readonly path?: string;
  readonly body: string;
  readonly key: AgentKey;
  readonly iat?: number;
  readonly nonce?: string;
  readonly authorization?: string;
  /** The caller goes away then. */
  readonly until?: AbortSignal;
  /** What is signed instead. */
  readonly signed?: { readonly path?: string; readonly body?: string };
}

export async function send({ url }: Pick<Bot, 'url'>, sent: Sent): Promise<Response> {
  const { path: to = pollPath, body, key } = sent;
  const iat = sent.iat ?? Math.floor(wall.now().getTime() / 1000);
  const nonce = sent.nonce ?? randomUUID();
  const request = { method: 'POST' as const, path: sent.signed?.path ?? to, iat, nonce };
  const signature = await signRequest(key, request, sent.signed?.body ?? body);
  const authorization = sent.authorization;
  return fetch(new URL(to, url), {
    method: 'POST',
    body,
    headers: { [signatureHeader]: signature, ...(authorization && { authorization }) },
    signal: AbortSignal.any([AbortSignal.timeout(30_000), ...(sent.until ? [sent.until] : [])]),
  });
}

export const pollBody = JSON.stringify({
  verbs: ['membership.check', 'sync.status', 'sync.startDelta'],
});

/** The job that the agent gets now; fails when there is none. */
export async function takeJob(
  bot: Pick<Bot, 'url'>,
  key: AgentKey,
): Promise<{ readonly id: string; readonly lease: string; readonly question: AgentQuestion }> {
  const response = await send(bot, { body: pollBody, key });
  assert.equal(response.status, 200);
  return (await response.json()) as never;
}

export function answer(
  bot: Pick<Bot, 'url'>,
  key: AgentKey,
  result: { readonly id: string; readonly lease: string; readonly outcome: object },
): Promise<Response> {
  return send(bot, { path: resultPath, body: JSON.stringify(result), key });
}

export async function temporaryDirectory(t: TestContext): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'writeback-agent-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

export interface StandIn {
  /** The executable that is run in the place of PowerShell. */
  readonly file: string;
  /** The arguments of each call so far. */
  calls(): Promise<readonly (readonly string[])[]>;
  /** What it does from now on: JavaScript that may use `action`. */
  become(behaviour: string): Promise<void>;
}

export const idleStatus = {
  kind: 'status',
  intervalText: '00:30:00',
  enabled: true,
  staging: false,
  suspended: false,
  inProgress: false,
  nextStartAt: '2026-01-01T12:30:00.000Z',
} as const;

/** JavaScript that prints the value as the script would. */
export function prints(value: object): string {
  return `process.stdout.write(${JSON.stringify(JSON.stringify(value))});`;
}

/** Prints what the PowerShell script would print. PowerShell itself is nowhere where these tests run. */
export async function newStandIn(directory: string, behaviour: string): Promise<StandIn> {
  const file = path.join(directory, 'powershell');
  const log = path.join(directory, 'calls.jsonl');
  async function become(now: string): Promise<void> {
    const program = `#!${process.execPath}
require('node:fs').appendFileSync(${JSON.stringify(log)}, JSON.stringify(process.argv.slice(2)) + '\\n');
const action = process.argv[process.argv.indexOf('-Action') + 1];
${now}
`;
    await writeFile(file, program);
    await chmod(file, 0o755);
  }
  await writeFile(log, '');
  await become(behaviour);
  return {
    file,
    become,
    calls: async () => {
      const lines = (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line) as string[]);
    },
  };
}

export interface AgentProcess {
  readonly child: ChildProcess;
  /** Without a word, as a machine that loses its power. */
  kill(): Promise<void>;
  /** Asks it to stop and resolves to its exit code. */
  stop(): Promise<number | null>;
  output(): Promise<string>;
}

const main = path.resolve(import.meta.dirname, '../../src/agent/main.ts');

export interface AgentSettings {
  readonly bot: Pick<Bot, 'url'>;
  readonly key: AgentKey & { readonly pem: string };
  readonly directory: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The real agent in a process of its own; resolves when it begins to ask. */
export async function startAgentProcess(
  t: TestContext,
  { bot, key, directory, env }: AgentSettings,
): Promise<AgentProcess> {
  const keyFile = path.join(directory, `${key.agentId}.pem`);
  await writeFile(keyFile, key.pem);
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      AGENT_BOT_URL: bot.url,
      AGENT_ID: key.agentId,
      AGENT_KEY_FILE: keyFile,
      AGENT_STATE_FILE: path.join(directory, `${key.agentId}-state.json`),
      AGENT_CREDENTIAL: 'none',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const output = text(child.stdout);
  const complaints = text(child.stderr);
  t.after(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  await Promise.race([once(child.stdout, 'data'), ended]);
  if (child.exitCode !== null) {
    assert.fail(await complaints);
  }
  return {
    child,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
    output: () => output,
  };
}
