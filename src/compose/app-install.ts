import type { Config } from '../config.ts';
import type { Graph } from '../graph/create-graph.ts';
import { createInstallAttempts } from '../store/app-installs.ts';
import type { Database } from '../store/database.ts';
import type { TeamsOptions } from '../teams/teams-bot.ts';
import { sandboxAppId } from './graph.ts';

/** How people who never had the app come to it: by Graph where that is wanted, and by a link in any case. */
export function composeAppInstall(
  { settings, channel, graph: { GRAPH_MODE: mode } }: Config,
  graph: Graph,
  database: Database,
): Pick<TeamsOptions, 'installing' | 'appLink'> {
  const isSandbox = channel.CHANNEL_MODE === 'sandbox' && mode === 'sandbox';
  const wanted = settings.APP_INSTALL ?? (isSandbox ? 'graph' : 'off');
  const installer = wanted === 'graph' ? graph.appInstaller : undefined;
  const appId = channel.CHANNEL_MODE === 'teams' ? channel.TEAMS_APP_ID : sandboxAppId;
  return {
    installing: installer && { installer, attempts: createInstallAttempts(database) },
    appLink: appId && `https://teams.microsoft.com/l/app/${appId}`,
  };
}
