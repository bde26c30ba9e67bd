import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GraphExchange } from '../../src/graph/graph-http.ts';
import { groupId, tenantId, userId } from './ids.ts';
import { assertProblem } from './problems.ts';
import { deadOrigin, graphError, ok, refusal, ScriptedGraph } from './scripted-graph.ts';

const getUser = `GET /v1.0/users/${userId}`;
const user = { id: userId, displayName: 'Rita', userPrincipalName: 'rita@contoso.test' };

describe('a request to Graph', () => {
  it('carries the token, a language and an id of its own', async () => {
    await using server = await ScriptedGraph.start();
    server.on(getUser, ok(user), ok(user));
    const { directory } = server.connect();

    await directory.findUser(userId);
    await directory.findUser(userId);

    const [first, second] = server.received;
    assert.equal(first?.headers.authorization, 'Bearer sandbox');
    assert.equal(first.headers['accept-language'], 'en-US');
    assert.match(String(first.headers['client-request-id']), /^[0-9a-f-]{36}$/);
    assert.notEqual(first.headers['client-request-id'], second?.headers['client-request-id']);
  });

  it('tells every attempt to whoever counts', async () => {
    await using server = await ScriptedGraph.start();
    server.on(getUser, refusal(503, 'serviceNotAvailable'), ok(user));
    const exchanges: GraphExchange[] = [];
    const { directory } = server.connect({ onExchange: (exchange) => exchanges.push(exchange) });

    await directory.findUser(userId);

    const seen = exchanges.map(({ operation, method, status }) => [operation, method, status]);
    assert.deepEqual(seen, [
      ['find-user', 'GET', 503],
      ['find-user', 'GET', 200],
    ]);
    assert.ok(exchanges.every(({ durationMs }) => durationMs >= 0));
  });
});

describe('a read', () => {
  it('waits as long as a 429 asks, in seconds or until a date', async () => {
    await using server = await ScriptedGraph.start();
    const date = 'Mon, 02 Mar 2026 09:00:00 GMT';
    const later = 'Mon, 02 Mar 2026 09:00:20 GMT';
    server.on(
      getUser,
      { status: 429, json: graphError('TooManyRequests'), headers: { 'retry-after': '7' } },
      { status: 429, json: graphError('TooManyRequests'), headers: { 'retry-after': later, date } },
      ok(user),
    );
    const { directory } = server.connect();

    const found = await directory.findUser(userId);

    assert.equal(found?.displayName, 'Rita');
    assert.deepEqual(server.clock.slept, [7000, 20_000]);
  });

  it('waits longer each time when a 429 does not say how long, then gives up', async () => {
    await using server = await ScriptedGraph.start();
    const busy = refusal(429, 'TooManyRequests');
    server.on(getUser, busy, busy, busy, busy);
    const { directory } = server.connect();

    const problem = await assertProblem(directory.findUser(userId), 'graph-throttled');

    assert.deepEqual(server.clock.slept, [750, 1500, 3000]);
    assert.equal(problem.retryAfterMs, 10_000);
  });

  it('does not block for minutes, nor come back before Graph allows it', async () => {
    await using server = await ScriptedGraph.start();
    server.on(getUser, {
      status: 429,
      json: graphError('TooManyRequests'),
      headers: { 'retry-after': '600' },
    });
    const { directory } = server.connect();

    const problem = await assertProblem(directory.findUser(userId), 'graph-throttled');

    assert.equal(problem.retryAfterMs, 600_000);
    assert.deepEqual(server.clock.slept, []);
  });

  it('survives 503, 504, an HTML 502 and a reset connection', async () => {
    await using server = await ScriptedGraph.start();
    const html = { status: 502, text: '<html><body>Bad gateway</body></html>' };
    server.on(getUser, refusal(503, 'serviceNotAvailable'), 'reset', html, ok(user));
    server.on(
      'GET /v1.0/organization',
      refusal(504, 'UnknownError'),
      ok({ value: [{ id: tenantId }] }),
    );
    const { directory } = server.connect();

    const found = await directory.findUser(userId);
    const tenant = await directory.getWritebackTenant();

    assert.equal(found?.id, userId);
    assert.equal(tenant.isHybrid, false);
    assert.equal(server.received.length, 6);
  });

  it('is unreachable when Graph stays silent beyond the timeout', async () => {
    await using server = await ScriptedGraph.start();
    server.on(getUser, 'silence', 'silence', 'silence', 'silence');
    const { directory } = server.connect({ timeoutMs: 60 });

    const problem = await assertProblem(directory.findUser(userId), 'graph-unreachable');

    assert.match(problem.detail, /no answer within 60 ms/);
  });

  it('is unreachable when nobody listens', async () => {
    await using server = await ScriptedGraph.start();
    const { directory } = server.connect({ origin: await deadOrigin() });

    const problem = await assertProblem(directory.findUser(userId), 'graph-unreachable');

    assert.match(problem.detail, /find-user: no answer \(ECONNREFUSED\)/);
  });

  it('refuses an answer that does not fit, and says where', async () => {
    await using server = await ScriptedGraph.start();
    server.on(getUser, ok({ id: 'not a guid', userPrincipalName: 3 }));
    const { directory } = server.connect();

    const problem = await assertProblem(directory.findUser(userId), 'graph-refused');

    assert.match(problem.detail, /find-user.*userPrincipalName/s);
  });

  it('takes a 404 from something in between for no answer about the object', async () => {
    await using server = await ScriptedGraph.start();
    server.on(getUser, { status: 404, text: '<h1>Not found</h1>' });
    const { directory } = server.connect();

    await assertProblem(directory.findUser(userId), 'graph-refused');
  });

  it('asks again after a POST that only reads', async () => {
    await using server = await ScriptedGraph.start();
    const check = `POST /v1.0/users/${userId}/checkMemberGroups`;
    server.on(check, refusal(504, 'UnknownError'), ok({ value: [groupId] }));
    const { directory } = server.connect();

    const isMember = await directory.isMember(userId, groupId);

    assert.equal(isMember, true);
    assert.deepEqual(server.received[1]?.body, { groupIds: [groupId] });
  });
});
