import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Graph } from '../graph/create-graph.ts';
import type { World } from '../sandbox/world.ts';
import { createBatchUseCases } from '../setup/batches/create-batch-use-cases.ts';
import { createUseCases } from '../setup/create-use-cases.ts';
import type { SetupDeps } from '../setup/deps.ts';
import { createBatchCardStore } from '../store/batch-card-store.ts';
import { createCardStore } from '../store/card-store.ts';
import { createConversationStore } from '../store/conversation-store.ts';
import type { Database } from '../store/database.ts';
import { createGroupCardStore } from '../store/group-card-store.ts';
import { createNoticeStore } from '../store/notice-store.ts';
import { createUndeliveredStore } from '../store/undelivered-store.ts';
import { createTeams, type Teams } from '../teams/teams-bot.ts';
import { composeAppInstall } from './app-install.ts';
import { withBatches } from './batches.ts';
import { composeCatalogs } from './catalogs.ts';
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
  const lists = withBatches(deps, database);
  return createTeams({
    lists: {
      useCases: createBatchUseCases(lists),
      batches: lists.batches,
      cards: createBatchCardStore(database),
    },
    catalogs: composeCatalogs(deps, graph, database),
    ...composeAppInstall(config, graph, database),
    channel: await composeChannel(channel),
    useCases: createUseCases(deps),
    requests: deps.requests,
    conversations: createConversationStore(database),
    cards: createCardStore(database),
    groupCardStore:
      config.settings.GROUP_CARDS === 'on' ? createGroupCardStore(database) : undefined,
    members: deps.directory,
    allowsGuests: config.settings.ALLOW_GUESTS,
    undelivered: createUndeliveredStore(database),
    notices: createNoticeStore(database),
    defaultLanguage: config.settings.DEFAULT_LANGUAGE,
    locks: deps.locks,
    answerWithinMs: config.settings.ANSWER_WITHIN_MS,
    sendsPerSecond: config.settings.SENDS_PER_SECOND,
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
