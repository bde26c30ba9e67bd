import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProblemCode } from '../../src/domain/problem.ts';
import { catalogId, em, groupId, packageId, userId } from './ids.ts';
import { assertProblem, problemOf } from './problems.ts';
import { ok, refusal, ScriptedGraph } from './scripted-graph.ts';

const getUser = `GET /v1.0/users/${userId}`;

describe('a refusal', () => {
  const cases: readonly (readonly [number, string, ProblemCode])[] = [
    [401, 'InvalidAuthenticationToken', 'graph-credentials-refused'],
    [403, 'insufficient_claims', 'graph-credentials-refused'],
    [403, 'Authorization_RequestDenied', 'graph-permission-missing'],
    [403, 'UnAuthorized', 'graph-permission-missing'],
    [403, 'NoLicense', 'licence-missing'],
    [403, 'NoGovernanceSku', 'licence-missing'],
    [400, 'CallerNotResourceOwner', 'not-resource-owner'],
    [400, 'ResourceNotFoundInOriginSystem', 'not-visible-yet'],
    [404, 'Request_ResourceNotFound', 'not-visible-yet'],
    [400, 'InvalidModel', 'graph-refused'],
  ];
  for (const [status, code, expected] of cases) {
    it(`${status} ${code} means ${expected}`, async () => {
      await using server = await ScriptedGraph.start();
      server.on(`POST ${em}/resourceRequests`, refusal(status, code));
      const { entitlement } = server.connect();

      const problem = await assertProblem(entitlement.addResource(catalogId, groupId), expected);

      assert.match(problem.detail, new RegExp(`add-resource.*${status}.*${code}.*request-id f1a5`));
    });
  }

  it('names the permission that is missing', async () => {
    await using server = await ScriptedGraph.start();
    server.on(getUser, refusal(403, 'Authorization_RequestDenied'));
    server.on(`POST ${em}/resourceRequests`, refusal(403, 'Authorization_RequestDenied'));
    const { directory, entitlement } = server.connect();

    const read = await problemOf(directory.findUser(userId));
    const add = await problemOf(entitlement.addResource(catalogId, groupId));

    assert.match(read.detail, /needs User\.Read\.All/);
    assert.match(
      add.detail,
      /needs EntitlementManagement\.ReadWrite\.All and Group\.ReadWrite\.All/,
    );
  });

  it('says when to come back only where coming back can help', async () => {
    await using server = await ScriptedGraph.start();
    const add = `POST ${em}/resourceRequests`;
    server.on(add, refusal(400, 'ResourceNotFoundInOriginSystem'), refusal(400, 'InvalidModel'));
    const { entitlement } = server.connect();

    const soon = await problemOf(entitlement.addResource(catalogId, groupId));
    const never = await problemOf(entitlement.addResource(catalogId, groupId));

    assert.equal(soon.retryAfterMs, 10_000);
    assert.equal(never.retryAfterMs, undefined);
  });
});

describe('a list over several pages', () => {
  const next = `https://graph.microsoft.com${em}/assignments?$filter=x&$skiptoken=a%26b`;

  it('follows the next link through the same transport', async () => {
    await using server = await ScriptedGraph.start();
    server.on(
      `GET ${em}/assignments`,
      ok({
        value: [{ state: 'expired' }],
        '@odata.nextLink': next.replace('x', "target%2FobjectId%20eq%20'q'"),
      }),
      ok({ value: [{ state: 'Delivered' }] }),
    );
    const { entitlement } = server.connect();

    const isAssigned = await entitlement.isAssigned(userId, packageId);

    assert.equal(isAssigned, true);
    assert.equal(server.received[1]?.query['$skiptoken'], 'a&b');
    assert.equal(server.received[1].headers.authorization, 'Bearer sandbox');
  });

  it('does not follow a link to another host', async () => {
    await using server = await ScriptedGraph.start();
    const elsewhere = 'https://graph.example/v1.0/assignments';
    server.on(`GET ${em}/assignments`, ok({ value: [], '@odata.nextLink': elsewhere }));
    const { entitlement } = server.connect();

    const problem = await assertProblem(entitlement.isAssigned(userId, packageId), 'graph-refused');

    assert.match(problem.detail, /graph\.example/);
  });
});
