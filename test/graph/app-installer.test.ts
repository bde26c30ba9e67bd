import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AppInstaller } from '../../src/domain/app-installer.ts';
import { UserId } from '../../src/domain/ids.ts';
import type { Graph } from '../../src/graph/create-graph.ts';
import { graphChatId, teamsAppCatalogId, teamsAppId } from '../../src/sandbox/seed.ts';
import { approverWorld, idOf } from '../support/approver-world.ts';
import { userId } from './ids.ts';
import { assertProblem, problemOf } from './problems.ts';
import { ok, refusal, ScriptedGraph } from './scripted-graph.ts';

const nobody = UserId.parse('aaaaaaaa-0000-4000-8000-00000000dead');
const listCatalog = 'GET /v1.0/appCatalogs/teamsApps';
const install = `POST /v1.0/users/${userId}/teamwork/installedApps`;
const inCatalog = ok({ value: [{ id: teamsAppCatalogId, externalId: teamsAppId }] });
const notInCatalog = ok({ value: [] });
const teamsApp = { manifestId: teamsAppId };

function installerOf({ appInstaller }: Graph): AppInstaller {
  return appInstaller ?? assert.fail('no installer');
}

describe('installing the app for somebody', () => {
  it('makes it so, and changes nothing the second time', async () => {
    await using world = await approverWorld();
    const effects: string[] = [];
    world.sandbox.onEffect = ({ kind, id }) => {
      effects.push(`${kind} ${id}`);
    };
    const installer = installerOf(world.graph);

    assert.equal(await installer.install(idOf('nora')), 'installed');
    assert.equal(await installer.install(idOf('nora')), 'already-installed');

    assert.deepEqual(effects, [`app-installed ${idOf('nora')}`]);
  });

  it('asks the catalog once', async () => {
    await using world = await approverWorld();
    const installer = installerOf(world.graph);

    await installer.install(idOf('nora'));
    await installer.install(idOf('ada'));

    const looks = world.sandbox.exchanges.filter(({ path }) => path.includes('appCatalogs'));
    assert.equal(looks.length, 1);
  });

  it('says that the catalog does not have the app, and sees it as soon as it is there', async () => {
    await using world = await approverWorld();
    const installer = installerOf(world.graph);
    world.sandbox.setTenant({ teamsAppInCatalog: false });

    assert.equal(await installer.install(idOf('nora')), 'not-in-catalog');
    world.sandbox.setTenant({ teamsAppInCatalog: true });
    assert.equal(await installer.install(idOf('nora')), 'installed');
  });

  it('notices that the app was taken out of the catalog', async () => {
    await using world = await approverWorld();
    const installer = installerOf(world.graph);
    await installer.install(idOf('ada'));
    world.sandbox.setTenant({ teamsAppInCatalog: false });

    assert.equal(await installer.install(idOf('nora')), 'not-in-catalog');
  });

  it('says that there is no such user', async () => {
    await using world = await approverWorld();
    const installer = installerOf(world.graph);

    assert.equal(await installer.install(nobody), 'user-not-found');
    assert.equal(await installer.install(nobody), 'user-not-found');
  });

  it('says that a policy keeps this person from having the app', async () => {
    await using world = await approverWorld();
    world.sandbox.setTenant({ appBlockedFor: [idOf('nora')] });

    assert.equal(await installerOf(world.graph).install(idOf('nora')), 'blocked-by-policy');
  });

  it('names the missing permission', async () => {
    await using world = await approverWorld();
    const installer = installerOf(world.graph);
    const permissions = ['AppCatalog.Read.All', 'TeamsAppInstallation.ReadWriteSelfForUser.All'];

    for (const permission of permissions) {
      world.sandbox.setTenant({ missingPermissions: [permission] });
      const { code, detail } = await problemOf(installer.install(idOf('nora')));
      assert.equal(code, 'graph-permission-missing');
      assert.ok(detail.includes(`needs ${permission}`), detail);
    }
  });

  it('is not offered where nobody said which app it is', async () => {
    await using world = await approverWorld({ teamsApp: false });

    assert.equal(world.graph.appInstaller, undefined);
  });

  it('takes the id of the catalog as it was told', async () => {
    await using server = await ScriptedGraph.start();
    server.on(install, { status: 201 });
    const told = { ...teamsApp, catalogId: teamsAppCatalogId };

    const installed = await installerOf(server.connect({ teamsApp: told })).install(userId);

    assert.equal(installed, 'installed');
    assert.deepEqual(server.received[0]?.body, {
      'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${teamsAppCatalogId}`,
    });
  });

  it('is tried again after a lost answer, because a second installation does no harm', async () => {
    await using server = await ScriptedGraph.start();
    server.on(listCatalog, inCatalog);
    server.on(install, 'reset', refusal(503, 'ServiceUnavailable'), refusal(409, 'Conflict'));

    const installed = await installerOf(server.connect({ teamsApp })).install(userId);

    assert.equal(installed, 'already-installed');
  });

  it('does not take a gateway for Graph', async () => {
    await using server = await ScriptedGraph.start();
    server.on(listCatalog, inCatalog);
    server.on(install, { status: 404, text: '<html>not here</html>' });

    const asked = installerOf(server.connect({ teamsApp })).install(userId);

    await assertProblem(asked, 'graph-refused');
  });

  it('reports an empty catalog without asking to install', async () => {
    await using server = await ScriptedGraph.start();
    server.on(listCatalog, notInCatalog);

    const asked = await installerOf(server.connect({ teamsApp })).install(userId);

    assert.equal(asked, 'not-in-catalog');
    assert.equal(server.received[0]?.query['$filter'], `externalId eq '${teamsAppId}'`);
  });
});

describe('the chat of a person with the app', () => {
  it('is known once the app is there', async () => {
    await using world = await approverWorld();
    const installer = installerOf(world.graph);

    assert.equal(await installer.findChat(idOf('nora')), undefined);
    await installer.install(idOf('nora'));
    assert.equal(await installer.findChat(idOf('nora')), graphChatId(idOf('nora')));
  });

  it('is undefined for who does not exist', async () => {
    await using world = await approverWorld();

    assert.equal(await installerOf(world.graph).findChat(nobody), undefined);
  });
});
