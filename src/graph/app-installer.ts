import { z } from 'zod';
import type { AppInstallation, AppInstaller } from '../domain/app-installer.ts';
import type { UserId } from '../domain/ids.ts';
import { type GraphRefusal, refusalOf } from './graph-failure.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath, literal } from './graph-path.ts';
import { graphOrigin } from './graph-transport.ts';

/** Which app of Teams this bot is. */
export interface TeamsApp {
  /** `id` of the manifest, which Graph calls external. */
  readonly manifestId: string;
  /** Its id in the organisation's app catalog, another one; looked up when not given. */
  readonly catalogId?: string | undefined;
}

const WithId = z.object({ value: z.array(z.object({ id: z.string() })) });

/**
 * Installs the app for people who never met it.
 * https://learn.microsoft.com/microsoftteams/platform/graph-api/proactive-bots-and-messages/graph-proactive-bots-and-messages
 */
export function appInstaller(http: GraphHttp, app: TeamsApp): AppInstaller {
  let known = app.catalogId;
  return {
    install: async (userId) => {
      const before = known;
      known ??= await findInCatalog(http, app);
      if (known === undefined) {
        return 'not-in-catalog';
      }
      const outcome = await install(http, userId, known);
      if (outcome === 'user-not-found' && before !== undefined && app.catalogId === undefined) {
        // The refusal is the same for an app that was taken out of the catalog since.
        known = await findInCatalog(http, app);
        return known === undefined ? 'not-in-catalog' : outcome;
      }
      return outcome;
    },
    findChat: (userId) => findChat(http, userId, app),
  };
}

async function findInCatalog(
  http: GraphHttp,
  { manifestId }: TeamsApp,
): Promise<string | undefined> {
  const path = graphPath`/appCatalogs/teamsApps?$filter=externalId eq ${literal(manifestId)}&$select=id`;
  const { value } = await http.fetch({ operation: 'find-teams-app', method: 'GET', path }, WithId);
  return value[0]?.id;
}

async function install(
  http: GraphHttp,
  userId: UserId,
  catalogId: string,
): Promise<AppInstallation> {
  const call = {
    operation: 'install-teams-app',
    method: 'POST',
    path: graphPath`/users/${userId}/teamwork/installedApps`,
    body: { 'teamsApp@odata.bind': `${graphOrigin}/v1.0/appCatalogs/teamsApps/${catalogId}` },
    isIdempotent: true,
  } as const;
  try {
    await http.run(call);
    return 'installed';
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome === undefined) {
      throw error;
    }
    return outcome;
  }
}

const outcomes: Readonly<Record<number, (refusal: GraphRefusal) => AppInstallation | undefined>> = {
  // Status and code are those of a missing permission, so the words have to be read.
  403: ({ message }) => (/blocked by .*policy/i.test(message) ? 'blocked-by-policy' : undefined),
  404: ({ code }) => (code === undefined ? undefined : 'user-not-found'),
  409: () => 'already-installed',
};

function outcomeOf(error: unknown): AppInstallation | undefined {
  const refusal = refusalOf(error);
  return refusal && outcomes[refusal.status]?.(refusal);
}

async function findChat(
  http: GraphHttp,
  userId: UserId,
  { manifestId }: TeamsApp,
): Promise<string | undefined> {
  const list = graphPath`/users/${userId}/teamwork/installedApps?$expand=teamsApp&$filter=teamsApp/externalId eq ${literal(manifestId)}`;
  const found = await http.find(
    { operation: 'find-teams-installation', method: 'GET', path: list },
    WithId,
  );
  const id = found?.value[0]?.id;
  if (id === undefined) {
    return undefined;
  }
  const path = graphPath`/users/${userId}/teamwork/installedApps/${id}/chat?$select=id`;
  const call = { operation: 'find-teams-chat', method: 'GET', path } as const;
  return (await http.find(call, z.object({ id: z.string() })))?.id;
}
