import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';

/** What `postmaster.pid` tells of a server that runs, ran, or is starting. */
export interface Postmaster {
  readonly lockFile: string;
  readonly pid: number;
  readonly port: number;
  /** False for a process that is gone, for one that is dead and not reaped, and for another program. */
  readonly isAlive: boolean;
}

/**
 * Undefined when no server runs in the folder. Lines: process id, folder, start time, port, …
 * https://www.postgresql.org/docs/current/storage-file-layout.html
 */
export function findPostmaster(dataDirectory: string): Postmaster | undefined {
  const lockFile = path.join(dataDirectory, 'postmaster.pid');
  const lines = read(lockFile)?.split('\n');
  if (lines === undefined) {
    return undefined;
  }
  const pid = Number(lines[0]);
  return { lockFile, pid, port: Number(lines[3] ?? 0), isAlive: isPostgres(pid) };
}

/** Whether a server answers there that knows our password, so that it is ours. */
export async function isAnswering(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // A connection that breaks later is of no interest here, but must not end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isPostgres(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isProcessAlive(pid)) {
    return false;
  }
  // Linux says more: "12 (postgres) S …", and Z for a process that is dead and not reaped.
  const status = read(`/proc/${pid}/stat`);
  return status === undefined || /^\d+ \(postgres\) [^ZX]/.test(status);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
