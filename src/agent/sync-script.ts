import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { AgentStart } from '../domain/agent-protocol.ts';
import type { SyncStatus } from '../domain/membership.ts';
import { parseJson } from '../domain/parse-json.ts';
import type { SyncStart } from '../domain/ports.ts';
import { Problem } from '../domain/problem.ts';
import { durationToMs, isDuration } from '../onprem/duration.ts';

export interface SyncScriptOptions {
  /** Executable, found without a shell. */
  readonly powershell: string;
  readonly script: string;
  readonly computer: string | undefined;
  readonly timeoutMs: number;
  /** What the script may see of the environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The scheduler of Entra Connect through the fixed script. Every method throws `sync-unreachable`. */
export interface SyncScript {
  status(): Promise<SyncStatus>;
  /** After a Problem a cycle may have begun nevertheless. */
  startDelta(): Promise<SyncStart>;
}

type Action = 'status' | 'startDelta';

const instant = z.iso.datetime().transform((text) => new Date(text));

/** `-Action status`: the fields of `Get-ADSyncScheduler`, with dates in ISO 8601. */
const Status = z.object({
  kind: z.literal('status'),
  intervalText: z.string().refine(isDuration).transform(durationToMs),
  enabled: z.boolean(),
  staging: z.boolean(),
  suspended: z.boolean(),
  inProgress: z.boolean(),
  nextStartAt: instant.optional(),
  currentCycleStartedAt: instant.optional(),
  lastCycle: z.object({ startedAt: instant.optional(), finishedAt: instant }).optional(),
});

const Failed = z.object({ kind: z.literal('error'), message: z.string().max(1000) });
const Answer = z.union([Status, AgentStart, Failed]);
type Answer = z.infer<typeof Answer>;

/** More than any answer of the script. */
const largestOutput = 64 * 1024;

/** Runs the script with fixed arguments, without a shell, without input, and not for longer than the timeout. */
export function createSyncScript(options: SyncScriptOptions): SyncScript {
  return {
    status: async () => {
      const answer = await ask(options, 'status');
      if (answer.kind !== 'status') {
        throw unreachable(`the script answered ${answer.kind} to status`);
      }
      const { kind: _, intervalText: intervalMs, ...status } = answer;
      return { ...status, intervalMs };
    },
    startDelta: async () => {
      const answer = await ask(options, 'startDelta');
      if (answer.kind === 'status') {
        throw unreachable('the script answered status to startDelta');
      }
      return answer;
    },
  };
}

async function ask(
  options: SyncScriptOptions,
  action: Action,
): Promise<Exclude<Answer, z.infer<typeof Failed>>> {
  const output = await run(options, action);
  // Windows PowerShell may begin its output with a byte order mark.
  const answer = Answer.safeParse(parseJson(output.replace(/^\uFEFF/, '')));
  if (!answer.success) {
    throw unreachable('the script printed something else than its answer', answer.error);
  }
  if (answer.data.kind === 'error') {
    throw unreachable(`the script reports: ${answer.data.message}`);
  }
  return answer.data;
}

async function run(options: SyncScriptOptions, action: Action): Promise<string> {
  const { powershell, script, computer, timeoutMs, env } = options;
  const where = computer === undefined ? [] : ['-ComputerName', computer];
  const fixed = ['-NoLogo', '-NoProfile', '-NonInteractive', '-File', script];
  try {
    const running = promisify(execFile)(powershell, [...fixed, '-Action', action, ...where], {
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      maxBuffer: largestOutput,
      windowsHide: true,
      shell: false,
      env: { ...env },
    });
    running.child.stdin?.end();
    return (await running).stdout;
  } catch (error) {
    throw unreachable(explain(error, timeoutMs), error);
  }
}

function explain(error: unknown, timeoutMs: number): string {
  const failure = Failure.parse(error);
  if (failure.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') {
    return 'the script printed too much';
  }
  if (failure.killed) {
    return `the script did not end within ${timeoutMs / 1000} seconds`;
  }
  return typeof failure.code === 'number'
    ? `the script ended with exit code ${failure.code}`
    : `PowerShell could not be run (${failure.code ?? failure.signal ?? 'unknown'})`;
}

const Failure = z.object({
  code: z.union([z.string(), z.number()]).nullish(),
  killed: z.boolean().default(false),
  signal: z.string().nullish(),
});

function unreachable(reason: string, cause?: unknown): Problem {
  return new Problem('sync-unreachable', { detail: reason, cause });
}
