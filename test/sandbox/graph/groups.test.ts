import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filtered, gina, newGroup, reports, rita, startBench, systems } from './support.ts';

const legacy = 'bbbbbbbb-0000-4000-8000-000000000005';
const news = 'bbbbbbbb-0000-4000-8000-000000000007';
const servers = 'bbbbbbbb-0000-4000-8000-000000000008';
const security = { ...newGroup, groupTypes: [], mailEnabled: false };

describe('finding groups', () => {
  const filters = [
    { filter: "startsWith(displayName,'finance re')", found: ['Finance Reports'] },
    { filter: 'displayName eq \'Sales (EU) & "East" #1\'', found: ['Sales (EU) & "East" #1'] },
    { filter: "mailNickname eq 'projects-atlas'", found: ['Projects Atlas'] },
    {
      filter: "displayName in ('Projects Atlas','Finance News')",
      found: ['Finance News', 'Projects Atlas'],
    },
    { filter: "groupTypes/any(c:c eq 'DynamicMembership')", found: ['Finance Dynamic'] },
    { filter: "startsWith(displayName,'O''Neill')", found: [] },
    {
      filter:
        "(displayName eq 'Finance News' or displayName eq 'Projects Atlas') and mailEnabled eq true",
      found: ['Finance News', 'Projects Atlas'],
    },
    { filter: 'onPremisesSyncEnabled eq true', found: ['Finance Legacy'] },
  ];
  for (const { filter, found } of filters) {
    it(`understands ${filter}`, async (t) => {
      const { send } = await startBench(t);

      const { status, body } = await send('GET', filtered('/v1.0/groups', filter));

      assert.equal(status, 200);
      assert.deepEqual(
        body.value.map((group) => group.displayName),
        found,
      );
    });
  }

  const refused = [
    {
      query: `$filter=${encodeURIComponent("contains(displayName,'x')")}`,
      code: 'Request_UnsupportedQuery',
    },
    {
      query: `$filter=${encodeURIComponent("endsWith(mail,'x')")}`,
      code: 'Request_UnsupportedQuery',
    },
    {
      query: `$filter=${encodeURIComponent("displayName ne 'x'")}`,
      code: 'Request_UnsupportedQuery',
    },
    { query: `$filter=${encodeURIComponent("theme eq 'x'")}`, code: 'Request_UnsupportedQuery' },
    { query: `$filter=${encodeURIComponent("displayName eq 'open")}`, code: 'BadRequest' },
    { query: `$filter=${encodeURIComponent('displayName eq')}`, code: 'BadRequest' },
    { query: "$filter=displayName eq 'a & b'", code: 'Request_BadRequest' },
    { query: '$search="displayName:fin"', code: 'Request_UnsupportedQuery' },
    { query: '$select=id,nothing', code: 'BadRequest' },
    { query: '$select=writebackConfiguration', code: 'BadRequest' },
    { query: '$top=1000', code: 'Request_BadRequest' },
  ];
  for (const { query, code } of refused) {
    it(`refuses ${query}`, async (t) => {
      const { send } = await startBench(t);

      const { status, body } = await send('GET', `/v1.0/groups?${query}`);

      assert.equal(status, 400);
      assert.equal(body.error.code, code);
    });
  }

  it('searches words in the index and trips over an ampersand that is encoded once', async (t) => {
    const { send } = await startBench(t);
    const headers = { consistencylevel: 'eventual' };

    const found = await send(
      'GET',
      '/v1.0/groups?$search=%22displayName:rep%22&$count=true&$select=displayName',
      { headers },
    );
    const once = await send('GET', '/v1.0/groups?$search=%22displayName:(EU)%20%26%22', {
      headers,
    });
    const twice = await send('GET', '/v1.0/groups?$search=%22displayName:(EU)%20%2526%22', {
      headers,
    });

    assert.deepEqual(found.body.value, [{ displayName: 'Finance Reports' }]);
    assert.equal(found.body['@odata.count'], 1);
    assert.equal(once.body.error.message, "Unrecognized query argument specified: ''.");
    assert.equal(twice.body.value.length, 1);
  });

  it('pages members with links to the real host', async (t) => {
    const { send } = await startBench(t);
    const reference = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${rita}` };
    assert.equal(
      (await send('POST', `/v1.0/groups/${reports}/members/$ref`, { body: reference })).status,
      204,
    );

    const first = await send(
      'GET',
      `/v1.0/groups/${reports}/members?$top=1&$select=id,displayName`,
    );
    const next: string = first.body['@odata.nextLink'];
    const second = await send('GET', next.replace('https://graph.microsoft.com', ''));

    assert.match(next, /^https:\/\/graph\.microsoft\.com\/v1\.0\/groups\//);
    assert.equal(first.body.value[0].displayName, 'Ben Okafor');
    assert.deepEqual(second.body.value, [
      { '@odata.type': '#microsoft.graph.user', id: rita, displayName: 'Rita Requester' },
    ]);
    assert.equal(second.body['@odata.nextLink'], undefined);
  });
});

describe('making groups', () => {
  it('makes one group however often the upsert is repeated', async (t) => {
    const { send } = await startBench(t);
    const url = "/v1.0/groups(uniqueName='it''s%2F1')";
    const extra = { body: newGroup, headers: { prefer: 'create-if-missing' } };

    const without = await send('PATCH', url, { body: newGroup });
    const first = await send('PATCH', url, extra);
    const second = await send('PATCH', url, extra);
    const read = await send('GET', url);

    assert.deepEqual([without.status, first.status, second.status], [404, 201, 204]);
    assert.equal(second.text, '');
    assert.equal(read.body.id, first.body.id);
    assert.equal(read.body.uniqueName, "it's/1");
    assert.equal(first.body.mail, 'quarter-close@contoso.test');
    assert.match(first.body.securityIdentifier, /^S-1-12-1-\d+-\d+-\d+-\d+$/);
  });

  const wrong = [
    {
      why: 'a taken mailNickname',
      body: { ...newGroup, mailNickname: 'Finance-Reports' },
      message: /same value for property mailNickname already exists/,
    },
    {
      why: 'a mailNickname with a space',
      body: { ...newGroup, mailNickname: 'a b' },
      message: /Invalid value specified for property 'mailNickname'/,
    },
    {
      why: 'no mailNickname',
      body: { ...newGroup, mailNickname: undefined },
      message: /A value is required for property 'mailNickname'/,
    },
    {
      why: 'a distribution group',
      body: { ...newGroup, groupTypes: [] },
      message: /does not currently support writes of mail-enabled groups/,
    },
    {
      why: 'writeback in v1.0',
      body: { ...newGroup, writebackConfiguration: { isEnabled: true } },
      message: /Invalid property 'writebackConfiguration'/,
    },
    {
      why: 'an unknown owner',
      body: {
        ...newGroup,
        'owners@odata.bind': [`https://graph.microsoft.com/v1.0/users/${systems}`],
      },
      message: /does not exist or one of its queried/,
    },
    {
      why: 'an owner named twice',
      body: {
        ...newGroup,
        'owners@odata.bind': [rita, rita].map(
          (id) => `https://graph.microsoft.com/v1.0/users/${id}`,
        ),
      },
      message: /duplicate values/,
    },
  ];
  for (const { why, body, message } of wrong) {
    it(`refuses ${why}`, async (t) => {
      const { graph, send } = await startBench(t);
      const before = graph.groupsForSync().length;

      const answer = await send('POST', '/v1.0/groups', { body });

      assert.equal(answer.status, 400);
      assert.equal(answer.body.error.code, 'Request_BadRequest');
      assert.match(answer.body.error.message, message);
      assert.equal(graph.groupsForSync().length, before);
    });
  }

  it('names what conflicts, also with a deleted group that no list shows', async (t) => {
    const { send } = await startBench(t);
    assert.equal((await send('DELETE', `/v1.0/groups/${reports}`)).status, 204);

    const { body } = await send('POST', '/v1.0/groups', {
      body: { ...newGroup, mailNickname: 'finance-reports' },
    });
    const deleted = await send('GET', '/v1.0/directory/deletedItems/microsoft.graph.group');
    const gone = await send('GET', `/v1.0/groups/${reports}`);

    assert.equal(body.error.details[0].code, 'ObjectConflict');
    assert.equal(deleted.body.value[0].id, reports);
    assert.equal(gone.body.error.code, 'Request_ResourceNotFound');
  });

  it('lets security groups share a mailNickname and a second POST make a second group', async (t) => {
    const { send } = await startBench(t);

    const first = await send('POST', '/v1.0/groups', { body: security });
    const second = await send('POST', '/v1.0/groups', { body: security });

    assert.deepEqual([first.status, second.status], [201, 201]);
    assert.notEqual(first.body.id, second.body.id);
    assert.equal(first.body.mail, null);
  });

  it('checks proposed names against policy and conflicts', async (t) => {
    const { graph, send } = await startBench(t);
    graph.setTenant({ groupNamePrefix: 'GRP-', blockedWords: ['payroll'] });
    const body = { entityType: 'Group', displayName: 'Payroll', mailNickname: 'finance-reports' };

    const answer = await send('POST', '/v1.0/directoryObjects/validateProperties', { body });

    assert.equal(answer.status, 422);
    assert.equal(answer.body.error.code, 'Request_UnprocessableEntity');
    assert.deepEqual(
      answer.body.error.details.map((detail) => `${detail.target} ${detail.code}`),
      [
        'displayName MissingPrefixSuffix',
        'displayName ContainsBlockedWord',
        'mailNickname MissingPrefixSuffix',
        'mailNickname PropertyConflict',
      ],
    );
    assert.equal(answer.body.error.details[0].prefix, 'GRP-');
  });
});

describe('switching writeback', () => {
  const set = { isEnabled: true, onPremisesGroupType: 'universalDistributionGroup' };

  it('shows nulls until it is set, then accepts any spelling and the same again', async (t) => {
    const { graph, send } = await startBench(t);
    const url = `/beta/groups/${systems}`;

    const before = await send('GET', url);
    const first = await send('PATCH', url, {
      body: {
        writebackConfiguration: { ...set, onPremisesGroupType: 'UniversalDistributionGroup' },
      },
    });
    const again = await send('PATCH', url, { body: { writebackConfiguration: set } });

    assert.deepEqual(before.body.writebackConfiguration, {
      isEnabled: null,
      onPremisesGroupType: null,
    });
    assert.deepEqual([first.status, again.status], [204, 204]);
    assert.deepEqual(
      graph.groupsForSync().find((group) => group.id === systems)?.writebackConfiguration,
      set,
    );
  });

  const refused = [
    {
      why: 'a type going back to null',
      id: reports,
      change: { onPremisesGroupType: null },
      message: /onPremisesGroupType/,
    },
    {
      why: 'the whole going back to null',
      id: reports,
      change: null,
      message: /writebackConfiguration/,
    },
    {
      why: 'an unknown type',
      id: systems,
      change: { onPremisesGroupType: 'globalGroup' },
      message: /onPremisesGroupType/,
    },
    {
      why: 'a distribution type for a security group',
      id: servers,
      change: set,
      message: /onPremisesGroupType/,
    },
    {
      why: 'a distribution group',
      id: news,
      change: set,
      message: /does not currently support writes of mail-enabled groups/,
    },
    { why: 'a synced group', id: legacy, change: set, message: /on-premises mastered/ },
  ];
  for (const { why, id, change, message } of refused) {
    it(`refuses ${why}`, async (t) => {
      const { send } = await startBench(t);
      const before = await send('GET', `/beta/groups/${id}`);

      const answer = await send('PATCH', `/beta/groups/${id}`, {
        body: { writebackConfiguration: change },
      });

      assert.equal(answer.status, 400);
      assert.match(answer.body.error.message, message);
      assert.deepEqual((await send('GET', `/beta/groups/${id}`)).body, before.body);
    });
  }
});

describe('people', () => {
  it('are found by id, by user principal name and by the beginning of a name', async (t) => {
    const { send } = await startBench(t);

    const byId = await send('GET', `/v1.0/users/${rita}`);
    const byName = await send(
      'GET',
      `/v1.0/users/${encodeURIComponent('gina_fabrikam.test#EXT#@contoso.test')}?$select=id,userType,onPremisesSyncEnabled`,
    );
    const filter =
      "startsWith(displayName,'paul') or startsWith(userPrincipalName,'paul') or startsWith(mail,'paul')";
    const list = await send('GET', `${filtered('/v1.0/users', filter)}&$select=displayName&$top=5`);

    assert.equal(byId.body.userPrincipalName, 'rita@contoso.test');
    assert.equal(byId.body.onPremisesSyncEnabled, undefined);
    assert.deepEqual(
      { ...byName.body, '@odata.context': '' },
      { '@odata.context': '', id: gina, userType: 'Guest', onPremisesSyncEnabled: null },
    );
    assert.deepEqual(list.body.value, [{ displayName: 'Paul Prüfer' }]);
  });

  it('carry the anchors of Active Directory', async (t) => {
    const { send } = await startBench(t);

    const { body } = await send(
      'GET',
      `/v1.0/users/${rita}?$select=onPremisesImmutableId,onPremisesSamAccountName,onPremisesDomainName`,
    );

    assert.equal(body.onPremisesImmutableId, '3d3d3QAAAECAAAAAAAAAAQ==');
    assert.equal(body.onPremisesSamAccountName, 'rita');
    assert.equal(body.onPremisesDomainName, 'corp.contoso.test');
  });

  it('are missing with the words of the directory', async (t) => {
    const { send } = await startBench(t);

    const nobody = await send('GET', '/v1.0/users/nobody@contoso.test');
    const manager = await send('GET', `/v1.0/users/${gina}/manager`);

    assert.equal(nobody.status, 404);
    assert.equal(
      nobody.body.error.message,
      "Resource 'nobody@contoso.test' does not exist or one of its queried reference-property objects are not present.",
    );
    assert.deepEqual([manager.status, manager.body.error.code], [404, 'Request_ResourceNotFound']);
  });

  it('have a manager, on their own and expanded', async (t) => {
    const { send } = await startBench(t);

    const manager = await send('GET', `/v1.0/users/${rita}/manager?$select=id,displayName`);
    const user = await send('GET', `/v1.0/users/${rita}?$select=id&$expand=manager($select=id)`);

    assert.equal(manager.body['@odata.type'], '#microsoft.graph.user');
    assert.equal(manager.body.displayName, 'Ada Approver');
    assert.deepEqual(user.body.manager, { id: manager.body.id });
  });
});
