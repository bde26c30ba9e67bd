import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GraphEffect } from '../../../src/sandbox/graph/options.ts';
import { groups } from '../../../src/sandbox/seed.ts';
import { newGroup, reports, rita, startBench } from './support.ts';

describe('the protocol', () => {
  it('wants a bearer token', async (t) => {
    const { graph } = await startBench(t);

    const response = await fetch(`${graph.origin}/v1.0/organization`);

    assert.equal(response.status, 401);
    const body = JSON.parse(await response.text());
    assert.equal(body.error.code, 'InvalidAuthenticationToken');
  });

  it('sends the headers and the error shape of Graph', async (t) => {
    const { send } = await startBench(t);

    const { status, headers, body } = await send('GET', `/v1.0/groups/${rita}`, {
      headers: { 'client-request-id': 'mine' },
    });

    assert.equal(status, 404);
    assert.equal(headers.get('client-request-id'), 'mine');
    assert.equal(headers.get('cache-control'), 'no-cache');
    assert.equal(headers.get('strict-transport-security'), 'max-age=31536000');
    assert.match(headers.get('content-type') ?? '', /^application\/json;odata\.metadata=minimal;/);
    assert.match(headers.get('x-ms-ags-diagnostic') ?? '', /DataCenter/);
    assert.deepEqual(body.error.innerError, {
      date: '2026-03-02T08:00:00',
      'request-id': headers.get('request-id'),
      'client-request-id': 'mine',
    });
  });

  const wrong = [
    { method: 'GET', path: '/v1.0/nothing', status: 400, code: 'BadRequest' },
    {
      method: 'GET',
      path: '/beta/identityGovernance/entitlementManagement/catalogs',
      status: 400,
      code: 'BadRequest',
    },
    { method: 'GET', path: '/v2.0/groups', status: 400, code: 'Request_BadRequest' },
    { method: 'DELETE', path: '/v1.0/groups', status: 405, code: 'Request_BadRequest' },
    { method: 'GET', path: '/v1.0/$batch', status: 405, code: 'Request_BadRequest' },
    { method: 'GET', path: '/v1.0/groups/%E0%A4%A', status: 400, code: 'BadRequest' },
  ];
  for (const { method, path, status, code } of wrong) {
    it(`refuses ${method} ${path}`, async (t) => {
      const { send } = await startBench(t);

      const answer = await send(method, path);

      assert.deepEqual([answer.status, answer.body.error.code], [status, code]);
    });
  }

  it('refuses bodies that are not JSON objects', async (t) => {
    const { graph, send } = await startBench(t);
    const headers = { authorization: 'Bearer token', 'content-type': 'application/json' };

    const broken = await fetch(`${graph.origin}/v1.0/groups`, {
      method: 'POST',
      headers,
      body: '{"a"',
    });
    const list = await send('POST', '/v1.0/groups', { body: [] });
    const typeless = await send('POST', '/v1.0/groups', {
      body: newGroup,
      headers: { 'content-type': 'text/plain' },
    });
    const empty = await send('POST', '/v1.0/groups');

    assert.deepEqual(
      [broken.status, list.status, typeless.status, empty.status],
      [400, 400, 415, 400],
    );
  });

  it('tells of an effect after the write and before the answer', async (t) => {
    const { graph, send } = await startBench(t);
    const effects: GraphEffect[] = [];
    let known = 0;
    let answered = false;
    graph.onEffect = (effect) => {
      effects.push(effect);
      known = graph.groupsForSync().length;
      assert.equal(answered, false);
    };

    const made = await send('POST', '/v1.0/groups', { body: newGroup });
    answered = true;
    graph.onEffect = undefined;

    assert.deepEqual(effects, [
      { method: 'POST', path: '/v1.0/groups', kind: 'group-created', id: made.body.id },
    ]);
    assert.equal(known, groups.length + 1);
    assert.deepEqual(graph.exchanges.at(-1), { method: 'POST', path: '/v1.0/groups', status: 201 });
  });
});

describe('a batch', () => {
  it('answers each request, and 424 to what depends on a failure', async (t) => {
    const { graph, send } = await startBench(t);
    const effects: string[] = [];
    graph.onEffect = (effect) => {
      effects.push(effect.kind);
    };
    const requests = [
      { id: 'a', method: 'GET', url: '/organization?$select=id' },
      { id: 'b', method: 'GET', url: '/groups/nothing' },
      { id: 'c', method: 'GET', url: `/groups/${reports}`, dependsOn: ['b'] },
      {
        id: 'd',
        method: 'POST',
        url: '/groups',
        headers: { 'Content-Type': 'application/json' },
        body: newGroup,
      },
      { id: 'e', method: 'GET', url: '/v1.0/groups' },
      {
        id: 'f',
        method: 'POST',
        url: '/$batch',
        headers: { 'Content-Type': 'application/json' },
        body: { requests: [] },
      },
    ];

    const { status, body } = await send('POST', '/v1.0/$batch', { body: { requests } });

    assert.equal(status, 200);
    assert.deepEqual(
      body.responses.map((item) => `${item.id} ${item.status}`),
      ['a 200', 'b 400', 'c 424', 'd 201', 'e 400', 'f 400'],
    );
    assert.deepEqual(effects, ['group-created']);
  });

  it('is refused as a whole when it is empty, too long or ambiguous', async (t) => {
    const { send } = await startBench(t);
    const request = { id: '1', method: 'GET', url: '/organization' };
    const long = Array.from({ length: 21 }, (_, index) => ({ ...request, id: String(index) }));

    for (const requests of [[], long, [request, request]]) {
      const { status, body } = await send('POST', '/v1.0/$batch', { body: { requests } });
      assert.deepEqual([status, body.error.code], [400, 'Request_BadRequest']);
    }
  });
});
