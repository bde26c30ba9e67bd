import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AgentStart } from '../domain/agent-protocol.ts';
import type { Clock, SyncStart } from '../domain/ports.ts';
import { Problem } from '../domain/problem.ts';
import type { SyncScript } from './sync-script.ts';

export interface StartFloorOptions {
  readonly stateFile: string;
  readonly script: SyncScript;
  readonly clock: Pick<Clock, 'now'>;
}

/** Between two starts, whatever the bot asks. */
const floorMs = 300_000;

const State = z.object({
  /** When a cycle was started last, or may have been. */
  lastStartAt: z.iso.datetime().optional(),
  /** The last job; without an outcome while nobody knows it. */
  job: z.object({ id: z.guid(), outcome: AgentStart.optional() }).optional(),
});
type State = z.infer<typeof State>;

/**
 * Starts a cycle at most once per job and at most every five minutes, also over a restart: what is about to happen is
 * written down before, and what came of it afterwards. Throws `sync-unreachable`.
 */
export function createStartFloor(
  options: StartFloorOptions,
): (jobId: string) => Promise<SyncStart> {
  let last: Promise<unknown> = Promise.resolve();
  return (jobId) => {
    const next = last.then(() => startOnce(options, jobId));
    last = next.catch(() => undefined);
    return next;
  };
}

async function startOnce(options: StartFloorOptions, jobId: string): Promise<SyncStart> {
  const { stateFile, script, clock } = options;
  const state = await readState(stateFile);
  const isKnown = state.job?.id === jobId;
  if (isKnown && state.job?.outcome !== undefined) {
    return state.job.outcome;
  }
  const now = clock.now();
  const remaining = remainingMs(state, now);
  if (isKnown && (await script.status()).inProgress) {
    return { kind: 'already-running' };
  }
  if (remaining > 0) {
    return { kind: 'refused', why: 'too-soon', retryAfterMs: remaining };
  }
  await writeState(stateFile, { lastStartAt: now.toISOString(), job: { id: jobId } });
  const outcome = await script.startDelta();
  // What started nothing counts for no floor.
  const lastStartAt = outcome.kind === 'started' ? now.toISOString() : state.lastStartAt;
  await writeState(stateFile, { lastStartAt, job: { id: jobId, outcome } });
  return outcome;
}

/** A start in the future is that of a clock that was put back: the floor is never longer than it is. */
function remainingMs({ lastStartAt }: State, now: Date): number {
  if (lastStartAt === undefined) {
    return 0;
  }
  const sinceMs = now.getTime() - new Date(lastStartAt).getTime();
  return Math.min(floorMs, Math.max(0, floorMs - sinceMs));
}

async function readState(file: string): Promise<State> {
  const text = await readIfThere(file);
  try {
    return State.parse(text === undefined ? {} : JSON.parse(text));
  } catch (error) {
    // Without the memory of the last start, starting would be a guess.
    throw new Problem('sync-unreachable', {
      detail: `the agent's state file ${file} is damaged; delete it to let the agent start cycles again`,
      cause: error,
    });
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw new Problem('sync-unreachable', {
      detail: `the agent's state file ${file} cannot be read`,
      cause: error,
    });
  }
}

/** Whole or not at all, and on the disk before the next step. */
async function writeState(file: string, state: State): Promise<void> {
  const draft = `${file}.new`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await open(draft, 'w', 0o600);
    try {
      await handle.writeFile(JSON.stringify(state));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    throw new Problem('sync-unreachable', {
      detail: `the agent's state file ${file} cannot be written`,
      cause: error,
    });
  }
}
