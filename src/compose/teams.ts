import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Graph } from '../graph/create-graph.ts';
import type { World } from '../sandbox/world.ts';
import { createUseCases } from '../setup/create-use-cases.ts';
import type { SetupDeps } from '../setup/deps.ts';
import { createCardStore } from '../store/card-store.ts';
import { createConversationStore } from '../store/conversation-store.ts';
import type { Database } from '../store/database.ts';
import { createTeams, type Teams } from '../teams/teams-bot.ts';
import { composeAppInstall } from './app-install.ts';
import { composeChannel } from './channel.ts';

interface TeamsParts {
  readonly deps: SetupDeps;
  readonly database: Database;
  readonly graph: Graph;
  readonly world: World | undefined;
}

/** The Teams side of the product over its stores, as the settings want it. */
export async function composeTeams(
  config: Config,
  { deps, database, graph, world }: TeamsParts,
): Promise<Teams> {
  const { channel } = config;
  const isReal = channel.CHANNEL_MODE === 'teams';
  return createTeams({
    ...composeAppInstall(config, graph, database),
    channel: await composeChannel(channel),
    useCases: createUseCases(deps),
    requests: deps.requests,
    conversations: createConversationStore(database),
    cards: createCardStore(database),
    clock: deps.clock,
    log: deps.log,
    newFormId: randomUUID,
    defaultServiceUrl: isReal
      ? undefined
      : (channel.SANDBOX_SERVICE_URL ?? world?.teams?.serviceUrl),
    allowedServiceUrls: isReal ? channel.ALLOWED_SERVICE_URLS : undefined,
    allowedTenants: isReal ? channel.ALLOWED_TENANTS : undefined,
  });
}
