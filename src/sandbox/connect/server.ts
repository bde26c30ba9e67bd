import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { domainDn, writebackOu } from '../seed.ts';
import type { Scheduler } from './scheduler-surface.ts';
import { toScheduler } from './scheduler-surface.ts';
import type { ExportStatistics } from './sync-cycle.ts';
import type { SyncServerOptions } from './sync-server.ts';
import { SyncIsRunning, SyncServer } from './sync-server.ts';
import type { TargetDirectoryOptions } from './target-directory.ts';

type Defaults = 'intervalMs' | 'importMs' | 'exportMs' | 'naming' | 'onCycle' | 'directory';

export interface ConnectOptions
  extends Omit<SyncServerOptions, Defaults>,
    Partial<Omit<Pick<SyncServerOptions, Defaults>, 'directory'>> {
  /** The writeback OU and the domain are those of the sandbox where they are absent. */
  readonly directory: Omit<TargetDirectoryOptions, 'writebackOu' | 'searchBase'> &
    Partial<Pick<TargetDirectoryOptions, 'writebackOu' | 'searchBase'>>;
  /** Port of the HTTP surface; 0 or nothing takes a free one. */
  readonly port?: number;
}

export interface Connect {
  /** `http://127.0.0.1:…`, with GET /scheduler and POST /start-delta, /pause, /resume. */
  readonly origin: string;
  scheduler(): Scheduler;
  /** Starts a cycle now and returns at once. Throws SyncIsRunning. */
  startCycle(): void;
  /** Resolves when no cycle runs. */
  idle(): Promise<void>;
  /** Stops the scheduled cycles; a cycle can still be started by hand. */
  pause(): void;
  resume(): void;
  /** A staging server imports and exports nothing. */
  setStaging(staging: boolean): void;
  lastExport(): ExportStatistics | undefined;
  close(): Promise<void>;
}

/**
 * Starts a sync server that imports the groups of the cloud every 30 minutes of sandbox time and exports them
 * to Active Directory through LDAPS. Its schedule is in the journal and survives a restart.
 */
export async function startConnect(options: ConnectOptions): Promise<Connect> {
  const settings: SyncServerOptions = {
    ...options,
    intervalMs: options.intervalMs ?? 30 * 60_000,
    importMs: options.importMs ?? 20_000,
    exportMs: options.exportMs ?? 20_000,
    naming: options.naming ?? 'object-id',
    onCycle: options.onCycle ?? (() => {}),
    directory: { writebackOu, searchBase: domainDn, ...options.directory },
  };
  const sync = new SyncServer(settings);
  const surface = toSurface(sync, settings.intervalMs);
  const http = createServer((request, response) => answer(surface, request, response));
  const port = await listen(http, options.port ?? 0);
  sync.begin();
  return {
    origin: `http://127.0.0.1:${port}`,
    ...surface,
    idle: () => sync.idle(),
    setStaging: (staging) => sync.setStaging(staging),
    lastExport: () => sync.lastExport,
    close: async () => {
      await sync.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

type Surface = Pick<Connect, 'scheduler' | 'startCycle' | 'pause' | 'resume'>;

function toSurface(sync: SyncServer, intervalMs: number): Surface {
  return {
    scheduler: () => toScheduler(sync.snapshot(), intervalMs),
    startCycle: () => sync.startCycle(),
    pause: () => sync.setEnabled(false),
    resume: () => sync.setEnabled(true),
  };
}

function answer(surface: Surface, request: IncomingMessage, response: ServerResponse): void {
  switch (`${request.method} ${request.url}`) {
    case 'GET /scheduler':
      send(response, 200, surface.scheduler());
      return;
    case 'POST /start-delta':
      startDelta(surface, response);
      return;
    case 'POST /pause':
      surface.pause();
      send(response, 200, surface.scheduler());
      return;
    case 'POST /resume':
      surface.resume();
      send(response, 200, surface.scheduler());
      return;
    default:
      send(response, 404, { error: `there is no ${request.method} ${request.url} here` });
  }
}

function startDelta(surface: Surface, response: ServerResponse): void {
  try {
    surface.startCycle();
    send(response, 200, { Result: 'Success' });
  } catch (error) {
    if (!(error instanceof SyncIsRunning)) {
      throw error;
    }
    send(response, 409, { error: error.message });
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return address === null || typeof address === 'string' ? 0 : address.port;
}
