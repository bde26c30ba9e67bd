import { createGraph, type Graph } from '../../src/graph/create-graph.ts';
import { SandboxClock } from '../../src/sandbox/clock.ts';
import { type Lags, noLags } from '../../src/sandbox/graph/options.ts';
import { type SandboxGraph, startGraph } from '../../src/sandbox/graph/server.ts';
import { Journal } from '../../src/sandbox/journal.ts';

/** The sandbox's Graph and the real adapter in front of it. */
export interface GraphWorld
  extends Pick<Graph, 'directory' | 'details' | 'entitlement' | 'inventory' | 'catalogManagement'> {
  readonly sandbox: SandboxGraph;
  readonly clock: SandboxClock;
  /** Methods and paths of the writes so far, ids left out. */
  writes(): readonly string[];
  [Symbol.asyncDispose](): Promise<void>;
}

export interface GraphWorldOptions {
  readonly lags?: Partial<Lags>;
  readonly speed?: number;
  /** In front of the sandbox's Graph, such as a judge of the traffic. */
  readonly origin?: (sandboxOrigin: string) => Promise<string>;
}

export async function graphWorld(options: GraphWorldOptions = {}): Promise<GraphWorld> {
  const clock = new SandboxClock({ speed: options.speed ?? 1 });
  const lags = { ...noLags, ...options.lags };
  const sandbox = await startGraph({ journal: new Journal(), clock, lags });
  const graph = createGraph({
    clock,
    credentials: { kind: 'sandbox' },
    origin: (await options.origin?.(sandbox.origin)) ?? sandbox.origin,
    keepTenantForMs: 0,
  });
  return {
    sandbox,
    clock,
    directory: graph.directory,
    details: graph.details,
    entitlement: graph.entitlement,
    inventory: graph.inventory,
    catalogManagement: graph.catalogManagement,
    writes: () =>
      sandbox.exchanges
        .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/checkMemberGroups'))
        .map(({ method, path }) => `${method} ${path.replaceAll(/[0-9a-f-]{36}/g, '{id}')}`),
    [Symbol.asyncDispose]: async () => {
      graph.close();
      await sandbox.close();
    },
  };
}
