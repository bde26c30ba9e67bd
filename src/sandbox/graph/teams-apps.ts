import { z } from 'zod';
import { graphChatId, teamsAppCatalogId, teamsAppId, tenantId } from '../seed.ts';
import type { Answer, Call, Route } from './call.ts';
import { graphOrigin, param } from './call.ts';
import { collectionAnswer, entityAnswer } from './collection.ts';
import { filterViews } from './filtered-views.ts';
import { refuse } from './refusal.ts';
import type { UserRow } from './rows.ts';
import { findUser } from './user-view.ts';
import type { View } from './view.ts';
import { toIso, type World } from './world.ts';

const permission = 'TeamsAppInstallation.ReadWriteSelfForUser.All';
const installed = 'users/{}/teamwork/installedApps';

const NewInstallation = z.object({ 'teamsApp@odata.bind': z.url() });

/** The organisation's app catalog, and the apps in people's personal scope. */
export const teamsAppRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'appCatalogs/teamsApps',
    permission: 'AppCatalog.Read.All',
    handle: listCatalog,
  },
  { method: 'GET', path: installed, permission, handle: listInstalled },
  { method: 'POST', path: installed, permission, handle: install },
  { method: 'GET', path: `${installed}/{}/chat`, permission, handle: getChat },
];

function appView(): View {
  const properties = {
    id: teamsAppCatalogId,
    externalId: teamsAppId,
    displayName: 'Writeback',
    distributionMethod: 'organization',
  };
  return { type: 'teamsApp', properties };
}

function listCatalog(world: World, call: Call): Answer {
  const all = world.tenant().teamsAppInCatalog ? [appView()] : [];
  const paths = {
    id: ['eq', 'in'],
    externalId: ['eq', 'in'],
    displayName: ['eq'],
    distributionMethod: ['eq'],
  };
  const found = filterViews(call, all, { resource: 'teamsApp', paths });
  return collectionAnswer(call, found, 'appCatalogs/teamsApps');
}

function getUserRow(world: World, call: Call): UserRow {
  const user = findUser(world, param(call));
  if (user === undefined) {
    throw refuse(404, 'NotFound', `No user was found with the id '${param(call)}'.`);
  }
  return user;
}

function installationId(userId: string): string {
  return Buffer.from(`${userId}##${teamsAppCatalogId}`).toString('base64');
}

function listInstalled(world: World, call: Call): Answer {
  const { id: userId } = getUserRow(world, call);
  const view: View = {
    type: 'userScopeTeamsAppInstallation',
    properties: { id: installationId(userId) },
    related: { teamsApp: appView },
  };
  const all = world.apps().has(userId) ? [view] : [];
  const paths = { 'teamsApp/externalId': ['eq'], 'teamsApp/id': ['eq'] };
  const found = filterViews(call, all, { resource: 'userScopeTeamsAppInstallation', paths });
  return collectionAnswer(call, found, `users('${userId}')/teamwork/installedApps`);
}

/** The refusals in the words of the service, as people have reported them. */
function install(world: World, call: Call): Answer {
  const { id: userId } = getUserRow(world, call);
  const sent = NewInstallation.safeParse(call.body);
  if (!sent.success) {
    throw refuse(400, 'BadRequest', "Missing required property 'teamsApp'.");
  }
  const wanted = `${graphOrigin}/${call.version}/appCatalogs/teamsApps/${teamsAppCatalogId}`;
  if (sent.data['teamsApp@odata.bind'] !== wanted || !world.tenant().teamsAppInCatalog) {
    throw refuse(404, 'NotFound', 'The requested app was not found in the app catalog.');
  }
  if (world.tenant().appBlockedFor.includes(userId)) {
    const message = `App is blocked by app permission policy. TenantId: ${tenantId}, UserObjectId: ${userId}, AppId: ${teamsAppCatalogId}, AppType: Private`;
    throw refuse(403, 'Forbidden', message);
  }
  if (world.apps().has(userId)) {
    throw refuse(409, 'Conflict', "App is already installed in the user's personal scope.");
  }
  world.apps().install(userId);
  return { status: 201, effects: [{ kind: 'app-installed', id: userId }] };
}

function getChat(world: World, call: Call): Answer {
  const { id: userId } = getUserRow(world, call);
  if (param(call, 1) !== installationId(userId) || !world.apps().has(userId)) {
    throw refuse(404, 'NotFound', 'The app is not installed for this user.');
  }
  const now = toIso(world.now());
  const properties = {
    id: graphChatId(userId),
    topic: null,
    createdDateTime: now,
    lastUpdatedDateTime: now,
    chatType: 'oneOnOne',
    webUrl: null,
    tenantId,
  };
  return entityAnswer(call, { type: 'chat', properties }, 'chats');
}
