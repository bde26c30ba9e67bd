import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noLags } from '../../../src/sandbox/graph/options.ts';
import { em, filtered, findSeededPackage, newGroup, startBench } from './support.ts';

describe('a group that was just made', () => {
  it('flaps between 200 and 404 for a while, then stays', async (t) => {
    const { clock, send } = await startBench(t, { lags: { ...noLags, directoryReplica: 8000 } });
    const seen = new Set<number>();
    const ids: string[] = [];
    for (let index = 0; index < 10; index += 1) {
      const made = await send('POST', '/v1.0/groups', {
        body: { ...newGroup, mailNickname: `new-${index}` },
      });
      ids.push(made.body.id);
    }

    for (const id of [...ids, ...ids, ...ids]) {
      seen.add((await send('GET', `/v1.0/groups/${id}`)).status);
    }
    clock.advance(8000);
    const late = await Promise.all(
      ids.map(async (id) => (await send('GET', `/v1.0/groups/${id}`)).status),
    );

    assert.deepEqual(
      [...seen].toSorted((a, b) => a - b),
      [200, 404],
    );
    assert.deepEqual(new Set(late), new Set([200]));
  });

  it('is known to entitlement management about twenty seconds later', async (t) => {
    const { clock, send } = await startBench(t, { lags: { ...noLags, entitlementGroup: 20_000 } });
    const { catalogId } = await findSeededPackage(send);
    const made = await send('POST', '/v1.0/groups', { body: newGroup });
    const body = {
      requestType: 'adminAdd',
      catalog: { id: catalogId },
      resource: { originId: made.body.id, originSystem: 'AadGroup' },
    };

    const early = await send('POST', `${em}/resourceRequests`, { body });
    clock.advance(14_999);
    const stillEarly = await send('POST', `${em}/resourceRequests`, { body });
    clock.advance(10_001);
    const late = await send('POST', `${em}/resourceRequests`, { body });

    assert.equal(early.body.error.code, 'ResourceNotFoundInOriginSystem');
    assert.equal(stillEarly.body.error.code, 'ResourceNotFoundInOriginSystem');
    assert.equal(late.status, 201);
  });

  it('is missing from the index that answers eventual queries', async (t) => {
    const { clock, send } = await startBench(t, { lags: { ...noLags, eventualIndex: 15_000 } });
    await send('POST', '/v1.0/groups', { body: newGroup });
    const url = filtered('/v1.0/groups', "displayName eq 'Quarter close'");
    const headers = { consistencylevel: 'eventual' };

    const plain = await send('GET', url);
    const early = await send('GET', url, { headers });
    clock.advance(15_000);
    const late = await send('GET', url, { headers });

    assert.deepEqual(
      [plain, early, late].map(({ body }) => body.value.length),
      [1, 0, 1],
    );
  });

  it('has no roles in its resource for a moment, but in resourceRoles', async (t) => {
    const { clock, send } = await startBench(t, { lags: { ...noLags, resourceRoles: 2000 } });
    const { catalogId } = await findSeededPackage(send);
    const made = await send('POST', '/v1.0/groups', { body: newGroup });
    await send('POST', `${em}/resourceRequests`, {
      body: {
        requestType: 'adminAdd',
        catalog: { id: catalogId },
        resource: { originId: made.body.id, originSystem: 'AadGroup' },
      },
    });
    const url = `${filtered(`${em}/catalogs/${catalogId}/resources`, `originId eq '${made.body.id}'`)}&$expand=roles,scopes`;

    const early = await send('GET', url);
    const [resource] = early.body.value;
    const roles = await send(
      'GET',
      filtered(`${em}/catalogs/${catalogId}/resourceRoles`, `resource/id eq '${resource.id}'`),
    );
    clock.advance(2000);
    const late = await send('GET', url);

    assert.deepEqual(resource.roles, []);
    assert.equal(roles.body.value[0].originId, `Member_${made.body.id}`);
    assert.equal(late.body.value[0].roles.length, 2);
  });
});
