import path from 'node:path';
import type { Config } from '../config.ts';
import type { Clock } from '../domain/ports.ts';
import type { FaultOptions } from '../sandbox/graph/options.ts';
import type { World } from '../sandbox/world.ts';
import { wallClock } from './clock.ts';

export interface ComposedWorld {
  readonly clock: Clock;
  readonly world: World | undefined;
}

type Part = 'graph' | 'active-directory' | 'connect' | 'teams';

/** Starts those parts of the world that are neither real nor running elsewhere. Nothing of the sandbox is loaded without need. */
export async function composeWorld(
  config: Config,
  botEndpoint: () => string,
): Promise<ComposedWorld> {
  const parts = partsOf(config);
  if (config.graph.GRAPH_MODE === 'graph' && parts.length === 0) {
    return { clock: wallClock, world: undefined };
  }
  const { SandboxClock } = await import('../sandbox/clock.ts');
  const { clockJournal, startWorld } = await import('../sandbox/world.ts');
  const directory = path.join(config.settings.DATA_DIRECTORY, 'sandbox');
  // A real Graph takes real time, whatever else is made up.
  const speed = config.graph.GRAPH_MODE === 'graph' ? 1 : config.settings.SANDBOX_SPEED;
  const clock = new SandboxClock({ speed, journal: clockJournal(directory) });
  const world = await startWorld({
    clock,
    directory,
    parts,
    botEndpoint,
    pagePort: config.settings.SANDBOX_PAGE_PORT,
    engines: config.settings.SANDBOX_ENGINES,
    faults: faultsOf(config.settings.SANDBOX_FAULTS),
  });
  return { clock, world };
}

function partsOf({ graph, ad, sync, channel }: Config): readonly Part[] {
  const parts: Part[] = [];
  if (graph.GRAPH_MODE === 'sandbox' && graph.SANDBOX_GRAPH_ORIGIN === undefined) {
    parts.push('graph');
  }
  if (ad.AD_MODE === 'sandbox') {
    parts.push('active-directory');
  }
  if (sync.SYNC_MODE === 'sandbox') {
    parts.push('connect');
  }
  if (channel.CHANNEL_MODE === 'sandbox' && channel.SANDBOX_SERVICE_URL === undefined) {
    parts.push('teams');
  }
  return parts;
}

function faultsOf(text: string | undefined): FaultOptions | undefined {
  if (text === undefined) {
    return undefined;
  }
  const [seed, rate, kinds] = text.split(':');
  const base = { seed: Number(seed), rate: Number(rate) };
  return kinds === undefined ? base : { ...base, kinds: kinds.split('+').filter(isKind) };
}

function isKind(text: string): text is NonNullable<FaultOptions['kinds']>[number] {
  return /^(?:429|429-without-retry-after|503|504-after-write|html-502|reset|slow)$/.test(text);
}
