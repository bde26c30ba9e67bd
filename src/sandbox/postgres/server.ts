import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Place } from './place.ts';
import { run } from './run.ts';

/** Values must not hold spaces. Small, because it serves one laptop; the standard sizes are made for servers. */
const sandboxSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '32MB',
  max_connections: '100',
  log_checkpoints: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Resolves when the server accepts connections. It outlives this process. */
export async function startServer(
  place: Place,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const options = Object.entries({ ...sandboxSettings, ...settings, port: String(port) })
    .filter(([name]) => name !== 'unix_socket_directories' || process.platform !== 'win32')
    .map(([name, value]) => `-c ${name}=${value}`);
  const log = logOf(place);
  rmSync(log, { force: true });
  await pgCtl(place, ['-w', '-t', '30', '-l', log, '-o', options.join(' '), 'start']);
}

export async function stopServer(place: Place): Promise<void> {
  if (existsSync(path.join(place.dataDirectory, 'postmaster.pid'))) {
    await pgCtl(place, ['-m', 'fast', '-w', '-t', '30', 'stop']);
  }
}

/** Free at this moment; whoever is faster makes the start fail, and the caller tries another. */
export async function chooseFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') {
    throw new Error('the operating system named no free port');
  }
  return address.port;
}

export function tailOfLog(place: Place): string {
  const log = logOf(place);
  return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-12).join('\n') : '(none)';
}

function logOf({ dataDirectory }: Place): string {
  return path.join(dataDirectory, 'server.log');
}

async function pgCtl(
  { binaries, dataDirectory, user }: Place,
  args: readonly string[],
): Promise<void> {
  await run(path.join(binaries.folder, 'bin', 'pg_ctl'), ['-D', dataDirectory, ...args], user);
}
