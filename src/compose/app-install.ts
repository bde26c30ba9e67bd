import type { Config } from '../config.ts';
import type { Graph } from '../graph/create-graph.ts';
import { createInstallAttempts } from '../store/app-installs.ts';
import type { Database } from '../store/database.ts';
import type { TeamsOptions } from '../teams/teams-bot.ts';
import { sandboxAppId } from './graph.ts';

/** How people who never had the app come to it: by Graph where that is wanted, and by a link in any case. */
export function composeAppInstall(
  { settings, channel, graph: graphConfig }: Config,
  graph: Graph,
  database: Database,
): Pick<TeamsOptions, 'installing' | 'appLink'> {
  const isSandbox = channel.CHANNEL_MODE === 'sandbox' && graphConfig.GRAPH_MODE === 'sandbox';
  const wanted = settings.APP_INSTALL ?? (isSandbox ? 'graph' : 'off');
  const installer = wanted === 'graph' ? graph.appInstaller : undefined;
  return {
    installing: installer && { installer, attempts: createInstallAttempts(database) },
    appLink: appLinkOf(channel, graphConfig),
  };
}

/**
 * An app of the organisation has an id of its own in the catalog, and is found in its tenant alone.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function appLinkOf(channel: Config['channel'], graph: Config['graph']): string | undefined {
  if (channel.CHANNEL_MODE === 'sandbox') {
    return `https://teams.microsoft.com/l/app/${sandboxAppId}`;
  }
  const catalogId = graph.GRAPH_MODE === 'graph' ? graph.TEAMS_APP_CATALOG_ID : undefined;
  const appId = catalogId ?? channel.TEAMS_APP_ID;
  return appId && `https://teams.microsoft.com/l/app/${appId}?tenantId=${channel.BOT_TENANT_ID}`;
}
