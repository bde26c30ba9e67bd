import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { groupId, userId } from './ids.ts';
import { assertProblem } from './problems.ts';
import { ok, refusal, ScriptedGraph } from './scripted-graph.ts';

const getUser = `GET /v1.0/users/${userId}`;
const synced = {
  id: userId,
  displayName: 'Rita Requester',
  userPrincipalName: 'rita@contoso.test',
  userType: 'Member',
  accountEnabled: true,
  onPremisesSyncEnabled: true,
  onPremisesDistinguishedName: 'CN=Rita,OU=Staff,DC=corp',
  onPremisesSecurityIdentifier: 'S-1-5-21-1-2-3-1101',
  onPremisesImmutableId: 'AAAAAAAAAAAAAAAAAAAAAA==',
};
const cloudOnly = {
  id: userId,
  displayName: null,
  userPrincipalName: 'cleo@contoso.test',
  userType: null,
  accountEnabled: false,
  onPremisesSyncEnabled: null,
  onPremisesDistinguishedName: null,
};

describe('a user', () => {
  it('is read with the anchors that lead to Active Directory', async () => {
    await using server = await ScriptedGraph.start();
    server.on(getUser, ok(synced));
    const { directory } = server.connect();

    const user = await directory.findUser(userId);

    assert.deepEqual(user, {
      id: userId,
      displayName: 'Rita Requester',
      userPrincipalName: 'rita@contoso.test',
      userType: 'Member',
      accountEnabled: true,
      onPremises: {
        securityIdentifier: 'S-1-5-21-1-2-3-1101',
        immutableId: 'AAAAAAAAAAAAAAAAAAAAAA==',
        distinguishedName: 'CN=Rita,OU=Staff,DC=corp',
      },
    });
  });

  it('has the language of their account where one is set', async () => {
    await using server = await ScriptedGraph.start();
    const languages = ['de-DE', null];
    server.on(
      getUser,
      ...languages.map((preferredLanguage) => ok({ ...synced, preferredLanguage })),
    );
    const { directory } = server.connect();

    const users = [await directory.findUser(userId), await directory.findUser(userId)];

    assert.deepEqual(
      users.map((user) => user?.preferredLanguage),
      ['de-DE', undefined],
    );
    assert.match(server.received[0]?.rawUrl ?? '', /preferredLanguage/);
  });

  it('has no anchors when it exists in the cloud alone', async () => {
    await using server = await ScriptedGraph.start();
    server.on(getUser, ok(cloudOnly));
    const { directory } = server.connect();

    const user = await directory.findUser(userId);

    assert.equal(user?.onPremises, undefined);
    assert.equal(user?.accountEnabled, false);
    assert.equal(user.userType, 'Member');
    assert.equal(user.displayName, 'cleo@contoso.test');
  });

  it('is a guest when Graph says so', async () => {
    await using server = await ScriptedGraph.start();
    server.on('GET /v1.0/users', ok({ value: [{ ...cloudOnly, userType: 'Guest' }] }));
    const { directory } = server.connect();

    const user = await directory.findUserByName(' gina_fabrikam.test#EXT#@contoso.test ');

    assert.equal(user?.userType, 'Guest');
    assert.equal(
      server.received[0]?.query['$filter'],
      "userPrincipalName eq 'gina_fabrikam.test#EXT#@contoso.test' or mail eq 'gina_fabrikam.test#EXT#@contoso.test'",
    );
  });

  it('is found by an address that nobody else has, and by a sign-in name before that', async () => {
    await using server = await ScriptedGraph.start();
    const mail = 'r.requester@contoso.test';
    const other = { ...cloudOnly, id: groupId };
    server.on(
      'GET /v1.0/users',
      ok({ value: [synced] }),
      ok({ value: [synced, other] }),
      ok({ value: [synced, { ...other, userPrincipalName: mail.toUpperCase() }] }),
    );
    const { directory } = server.connect();

    assert.equal((await directory.findUserByName(mail))?.id, userId);
    assert.equal(await directory.findUserByName(mail), undefined);
    assert.equal((await directory.findUserByName(mail))?.id, groupId);
  });

  it('is undefined when there is none', async () => {
    await using server = await ScriptedGraph.start();
    server.on(getUser, refusal(404, 'Request_ResourceNotFound'));
    server.on('GET /v1.0/users', ok({ value: [] }));
    const { directory } = server.connect();

    const byId = await directory.findUserByName(userId);
    const byName = await directory.findUserByName('nobody@contoso.test');

    assert.equal(byId, undefined);
    assert.equal(byName, undefined);
  });

  it('is not asked for by text that cannot be a name', async () => {
    await using server = await ScriptedGraph.start();
    const { directory } = server.connect();

    const found = [
      await directory.findUserByName(''),
      await directory.findUserByName('rita'),
      await directory.findUserByName(`${'x'.repeat(10_000)}@contoso.test`),
    ];

    assert.deepEqual(found, [undefined, undefined, undefined]);
    assert.equal(server.received.length, 0);
  });
});

describe('membership in Entra', () => {
  const check = `POST /v1.0/users/${userId}/checkMemberGroups`;

  it('is what checkMemberGroups lists', async () => {
    await using server = await ScriptedGraph.start();
    server.on(check, ok({ value: [groupId.toUpperCase()] }), ok({ value: [] }));
    const { directory } = server.connect();

    assert.equal(await directory.isMember(userId, groupId), true);
    assert.equal(await directory.isMember(userId, groupId), false);
  });

  it('cannot be told yet for a user or group that was just made', async () => {
    await using server = await ScriptedGraph.start();
    server.on(check, refusal(404, 'Request_ResourceNotFound'));
    const { directory } = server.connect();

    await assertProblem(directory.isMember(userId, groupId), 'not-visible-yet');
  });
});
