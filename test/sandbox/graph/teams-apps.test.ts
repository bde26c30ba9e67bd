import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { people, teamsAppCatalogId, teamsAppId } from '../../../src/sandbox/seed.ts';
import { filtered, type Reply, type Send, startBench } from './support.ts';

const nora = people.find(({ key }) => key === 'nora')?.objectId ?? assert.fail('no Nora');
const ada = people.find(({ key }) => key === 'ada')?.objectId ?? assert.fail('no Ada');
const bound = `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${teamsAppCatalogId}`;

function apps(userId: string): string {
  return `/v1.0/users/${userId}/teamwork/installedApps`;
}

function install(send: Send, userId: string, bind = bound): Promise<Reply> {
  return send('POST', apps(userId), { body: { 'teamsApp@odata.bind': bind } });
}

describe('the app catalog', () => {
  it('finds the app by the id in its manifest, which is another one', async (t) => {
    const { graph, send } = await startBench(t);
    const path = filtered('/v1.0/appCatalogs/teamsApps', `externalId eq '${teamsAppId}'`);

    const found = await send('GET', path);
    graph.setTenant({ teamsAppInCatalog: false });
    const missing = await send('GET', path);

    assert.equal(found.body.value[0].id, teamsAppCatalogId);
    assert.notEqual(teamsAppCatalogId, teamsAppId);
    assert.deepEqual(missing.body.value, []);
  });
});

describe('an app in the personal scope', () => {
  it('is installed once', async (t) => {
    const { send } = await startBench(t);

    const made = await install(send, nora);
    const again = await install(send, nora);

    assert.deepEqual([made.status, made.text], [201, '']);
    assert.deepEqual([again.status, again.body.error.code], [409, 'Conflict']);
  });

  it('is listed and has a chat, while it is there', async (t) => {
    const { send } = await startBench(t);
    const path = `${filtered(apps(ada), `teamsApp/externalId eq '${teamsAppId}'`)}&$expand=teamsApp`;

    const [installation] = (await send('GET', path)).body.value;
    const chat = await send('GET', `${apps(ada)}/${installation.id}/chat`);
    const none = await send('GET', apps(nora));
    const other = await send('GET', `${apps(nora)}/${installation.id}/chat`);

    assert.match(chat.body.id, new RegExp(`^19:${ada}_[0-9a-f-]{36}@unq\\.gbl\\.spaces$`));
    assert.deepEqual(none.body.value, []);
    assert.equal(other.status, 404);
  });

  it('is refused with the words of the service', async (t) => {
    const { graph, send } = await startBench(t);
    graph.setTenant({ appBlockedFor: [nora] });
    const cases = [
      {
        answer: await install(send, nora),
        is: 403,
        says: /^App is blocked by app permission policy\./,
      },
      { answer: await install(send, 'nobody@contoso.test'), is: 404, says: /nobody@contoso\.test/ },
      { answer: await install(send, ada, bound.replace(/.$/, 'f')), is: 404, says: /app catalog/ },
      { answer: await install(send, ada, 'no URL'), is: 400, says: /teamsApp/ },
    ];

    for (const { answer, is, says } of cases) {
      assert.equal(answer.status, is);
      assert.match(answer.body.error.message, says);
    }
  });

  it('wants a permission, and names it', async (t) => {
    const { graph, send } = await startBench(t);
    const permission = 'TeamsAppInstallation.ReadWriteSelfForUser.All';
    graph.setTenant({ missingPermissions: [permission] });

    const { status, body } = await install(send, nora);

    assert.deepEqual([status, body.error.code], [403, 'Forbidden']);
    assert.ok(body.error.message.includes(`requires one of '${permission}'`));
  });
});
