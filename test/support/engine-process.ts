import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Database } from '../../src/store/database.ts';

const script = path.resolve(import.meta.dirname, '../fixtures/engine-process.ts');

export interface EngineProcess {
  readonly child: ChildProcess;
  kill(): Promise<void>;
  /** Asks it to stop and resolves to its exit code when it has ended by itself. */
  stop(): Promise<number | null>;
}

export interface Trace {
  readonly executor: string;
  readonly request: string;
  readonly what: string;
}

/** Resolves when the engine in the new process is ready for work. */
export async function startEngineProcess(
  url: string,
  executorId: string,
  slowMs: number,
): Promise<EngineProcess> {
  const child = fork(script, [url, executorId, String(slowMs)]);
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  assert.equal(message, 'ready', 'the engine process ended early');
  const ended = once(child, 'exit');
  return {
    child,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.send('stop');
      await ended;
      return child.exitCode;
    },
  };
}

export async function createTrace(database: Database): Promise<void> {
  await database.pool.query(
    'create table trace (id serial primary key, executor text, request text, what text)',
  );
}

export async function readTrace(database: Database): Promise<readonly Trace[]> {
  const { rows } = await database.pool.query<Trace>(
    'select executor, request, what from trace order by id',
  );
  return rows;
}
