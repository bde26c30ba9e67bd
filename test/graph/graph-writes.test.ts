import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogId, em, groupId, userId } from './ids.ts';
import { assertProblem, problemOf } from './problems.ts';
import { deadOrigin, graphError, refusal, ScriptedGraph } from './scripted-graph.ts';

const getUser = `GET /v1.0/users/${userId}`;
const addCatalog = `POST ${em}/catalogs`;
const catalog = { id: catalogId, displayName: 'Bot', state: 'published' };

describe('a POST that changes something', () => {
  for (const [name, answer] of [
    ['a 504', refusal(504, 'UnknownError')],
    ['a 503', refusal(503, 'serviceNotAvailable')],
    ['an HTML 502', { status: 502, text: '<html></html>' }],
    ['a reset', 'reset'],
    ['silence', 'silence'],
  ] as const) {
    it(`is sent exactly once when it ends in ${name}, and its outcome is unknown`, async () => {
      await using server = await ScriptedGraph.start();
      server.on(addCatalog, answer);
      const { entitlement } = server.connect({ timeoutMs: 200 });

      await assertProblem(entitlement.createCatalog('Bot', 'For the bot'), 'graph-outcome-unknown');

      assert.equal(server.received.length, 1);
      assert.deepEqual(server.clock.slept, []);
    });
  }

  it('is sent again after 429, when it is certain that nothing happened', async () => {
    await using server = await ScriptedGraph.start();
    const busy = {
      status: 429,
      json: graphError('TooManyRequests'),
      headers: { 'retry-after': '2' },
    };
    server.on(addCatalog, busy, { status: 201, json: catalog });
    const { entitlement } = server.connect();

    const created = await entitlement.createCatalog('Bot', 'For the bot');

    assert.deepEqual(created, { id: catalogId, displayName: 'Bot', isPublished: true });
    assert.deepEqual(server.clock.slept, [2000]);
  });

  it('has not happened when nobody listened', async () => {
    await using server = await ScriptedGraph.start();
    const { entitlement } = server.connect({ origin: await deadOrigin() });

    await assertProblem(entitlement.createCatalog('Bot', ''), 'graph-unreachable');
  });
});

describe('a PATCH, which sets fixed values', () => {
  it('is sent again after 504 and after a concurrency violation', async () => {
    await using server = await ScriptedGraph.start();
    server.on(
      `PATCH /beta/groups/${groupId}`,
      refusal(504, 'UnknownError'),
      refusal(409, 'Directory_ConcurrencyViolation'),
      { status: 204 },
    );
    const { directory } = server.connect();

    await directory.enableWriteback(groupId, 'universalSecurityGroup');

    assert.equal(server.received.length, 3);
    assert.deepEqual(server.received[2]?.body, server.received[0]?.body);
  });

  it('is content with an empty 202', async () => {
    await using server = await ScriptedGraph.start();
    server.on(`PATCH /beta/groups/${groupId}`, { status: 202 });
    const { directory } = server.connect();

    await directory.enableWriteback(groupId, 'universalDistributionGroup');

    assert.deepEqual(server.received[0]?.body, {
      writebackConfiguration: {
        isEnabled: true,
        onPremisesGroupType: 'universalDistributionGroup',
      },
    });
  });
});

describe('closing', () => {
  it('ends what is in flight and what waits', async () => {
    await using server = await ScriptedGraph.start();
    server.on(getUser, 'silence');
    const graph = server.connect();
    const asked = problemOf(graph.directory.findUser(userId));
    while (server.received.length === 0) {
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
    }

    graph.close();

    assert.equal((await asked).code, 'graph-unreachable');
    assert.deepEqual(server.clock.slept, []);
  });
});
