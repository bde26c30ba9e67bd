import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GroupId } from '../../src/domain/ids.ts';
import type { NewGroup } from '../../src/domain/ports.ts';
import { groupId, userId } from './ids.ts';
import { assertProblem } from './problems.ts';
import { ok, refusal, ScriptedGraph } from './scripted-graph.ts';

const unified = {
  id: groupId,
  displayName: 'Finance Reports',
  mail: 'finance-reports@contoso.test',
  mailNickname: 'finance-reports',
  groupTypes: ['Unified'],
  mailEnabled: true,
  securityEnabled: true,
  onPremisesSyncEnabled: null,
  isAssignableToRole: null,
};
const wish: NewGroup = {
  uniqueName: 'writeback-WB-7K3F2Q9X',
  displayName: 'Sales (EU) & "East" #1',
  mailNickname: 'sales-eu-east',
  description: 'Made on request',
  ownerId: userId,
};
const upsert = `PATCH /v1.0/groups(uniqueName='${wish.uniqueName}')`;
const nicknameTaken =
  'Another object with the same value for property mailNickname already exists.';

describe('a group', () => {
  it('is read from beta, with its writeback setting', async () => {
    await using server = await ScriptedGraph.start();
    const writebackConfiguration = {
      isEnabled: true,
      onPremisesGroupType: 'UniversalSecurityGroup',
    };
    server.on(`GET /beta/groups/${groupId}`, ok({ ...unified, writebackConfiguration }));
    const { directory } = server.connect();

    const group = await directory.findGroup(groupId);

    assert.deepEqual(group, {
      id: groupId,
      displayName: 'Finance Reports',
      mail: 'finance-reports@contoso.test',
      mailNickname: 'finance-reports',
      kind: 'microsoft-365',
      isDynamic: false,
      isSynced: false,
      isRoleAssignable: false,
      writeback: { isEnabled: true, onPremisesGroupType: 'universalSecurityGroup' },
    });
  });

  it('has no writeback decision while Graph says null', async () => {
    await using server = await ScriptedGraph.start();
    const writebackConfiguration = { isEnabled: null, onPremisesGroupType: null };
    server.on(`GET /beta/groups/${groupId}`, ok({ ...unified, writebackConfiguration }));
    const { directory } = server.connect();

    const group = await directory.findGroup(groupId);

    assert.deepEqual(group?.writeback, { isEnabled: undefined, onPremisesGroupType: undefined });
  });

  it('is told apart by its kind', async () => {
    await using server = await ScriptedGraph.start();
    const plain = { ...unified, groupTypes: [] };
    server.on(
      'GET /v1.0/groups',
      ok({
        value: [
          { ...unified, groupTypes: ['Unified', 'DynamicMembership'] },
          { ...plain, mailEnabled: false, isAssignableToRole: true },
          { ...plain, onPremisesSyncEnabled: true },
          { ...plain, securityEnabled: false },
        ],
      }),
    );
    const { directory } = server.connect();

    const groups = await directory.searchGroups('Fin', 10);

    assert.deepEqual(
      groups.map((group) => group.kind),
      ['microsoft-365', 'security', 'mail-enabled-security', 'distribution'],
    );
    assert.deepEqual(
      groups.map(({ isDynamic, isRoleAssignable, isSynced }) => [
        isDynamic,
        isRoleAssignable,
        isSynced,
      ]),
      [
        [true, false, false],
        [false, true, false],
        [false, false, true],
        [false, false, false],
      ],
    );
  });

  it('is undefined when there is none', async () => {
    await using server = await ScriptedGraph.start();
    const gone = refusal(404, 'Request_ResourceNotFound');
    server.on(`GET /beta/groups/${groupId}`, gone);
    server.on("GET /v1.0/groups(uniqueName='x')", gone);
    server.on('GET /v1.0/groups', ok({ value: [] }));
    const { directory } = server.connect();

    assert.equal(await directory.findGroup(groupId), undefined);
    assert.equal(await directory.findGroupByUniqueName('x'), undefined);
    assert.equal(await directory.findGroupByMailNickname('x'), undefined);
  });

  it('holds a mail nickname only when it has mail', async () => {
    await using server = await ScriptedGraph.start();
    const security = { ...unified, groupTypes: [], mailEnabled: false };
    server.on('GET /v1.0/groups', ok({ value: [security] }), ok({ value: [security, unified] }));
    const { directory } = server.connect();

    const none = await directory.findGroupByMailNickname('finance-reports');
    const found = await directory.findGroupByMailNickname('finance-reports');

    assert.equal(none, undefined);
    assert.equal(found?.kind, 'microsoft-365');
  });

  it('is found by its address, where no other has it', async () => {
    await using server = await ScriptedGraph.start();
    const mail = "finance'reports@contoso.test";
    server.on('GET /v1.0/groups', ok({ value: [unified] }), ok({ value: [unified, unified] }));
    const { directory } = server.connect();

    assert.equal((await directory.findGroupByMail(` ${mail} `))?.id, groupId);
    assert.equal(await directory.findGroupByMail(mail), undefined);
    assert.equal(await directory.findGroupByMail('x'.repeat(10_000)), undefined);
    assert.deepEqual(
      server.received.map(({ query }) => query['$filter']),
      Array.from({ length: 2 }, () => "mail eq 'finance''reports@contoso.test'"),
    );
  });

  it('is searched for by any text, but not by text longer than a name', async () => {
    await using server = await ScriptedGraph.start();
    server.on('GET /v1.0/groups', ok({ value: [unified, unified] }));
    const { directory } = server.connect();

    const all = await directory.searchGroups('  ', 1);
    const none = await directory.searchGroups('x'.repeat(10_000), 10);

    assert.equal(all.length, 1);
    assert.deepEqual(none, []);
    assert.equal(server.received[0]?.query['$filter'], undefined);
  });

  it('is searched for by the words of its name, with what the index takes', async () => {
    await using server = await ScriptedGraph.start();
    server.on('GET /v1.0/groups', ok({ value: [unified] }));
    const { directory } = server.connect();

    const found = await directory.searchGroupsByWords(' Reports & "Co" #1 ', 10);
    const none = await directory.searchGroupsByWords(' "&" ', 10);

    assert.deepEqual(
      found.map(({ displayName }) => displayName),
      ['Finance Reports'],
    );
    assert.deepEqual(none, []);
    assert.equal(server.received.length, 1);
    assert.equal(server.received[0]?.query['$search'], '"displayName:Reports Co 1"');
    assert.equal(server.received[0].headers['consistencylevel'], 'eventual');
  });

  it('is not found by the words of its name where Graph refuses that', async () => {
    await using server = await ScriptedGraph.start();
    server.on('GET /v1.0/groups', refusal(400, 'Request_UnsupportedQuery'));
    const { directory } = server.connect();

    assert.deepEqual(await directory.searchGroupsByWords('Reports', 10), []);
  });

  it('is looked up with others by their ids, fifteen a question, and none without ids', async () => {
    await using server = await ScriptedGraph.start();
    server.on('GET /v1.0/groups', ok({ value: [unified] }), ok({ value: [] }));
    const { directory } = server.connect();
    const ids = Array.from({ length: 20 }, (_unused, index) =>
      GroupId.parse(`bbbbbbbb-0000-4000-8000-${String(index).padStart(12, '0')}`),
    );

    const found = await directory.findGroups(ids);
    const none = await directory.findGroups([]);

    assert.deepEqual(
      found.map(({ displayName, kind }) => [displayName, kind]),
      [['Finance Reports', 'microsoft-365']],
    );
    assert.deepEqual(none, []);
    const asked = server.received.map(({ query }) => query['$filter'] ?? '');
    assert.deepEqual(
      asked.map((filter) => filter.split(',').length).toSorted((one, other) => other - one),
      [15, 5],
    );
    assert.match(asked.join(' '), /^id in \('bbbbbbbb-[^']+'(?:,'bbbbbbbb-[^']+')*\) id in \(/);
  });
});

describe('creating a group once', () => {
  for (const status of [201, 204]) {
    it(`is content with ${status}`, async () => {
      await using server = await ScriptedGraph.start();
      server.on(upsert, { status, ...(status === 201 ? { json: unified } : {}) });
      const { directory } = server.connect();

      await directory.createGroupOnce(wish);

      const [request] = server.received;
      assert.equal(request?.headers['prefer'], 'create-if-missing');
      assert.deepEqual(request.body, {
        displayName: wish.displayName,
        description: wish.description,
        mailNickname: wish.mailNickname,
        groupTypes: ['Unified'],
        mailEnabled: true,
        securityEnabled: true,
        visibility: 'Private',
        'owners@odata.bind': [`https://graph.microsoft.com/v1.0/users/${userId}`],
      });
    });
  }

  it('is repeated after a 504, because the second call changes nothing', async () => {
    await using server = await ScriptedGraph.start();
    server.on(upsert, refusal(504, 'UnknownError'), { status: 204 });
    const { directory } = server.connect();

    await directory.createGroupOnce(wish);

    assert.equal(server.received.length, 2);
  });

  it('says that the mail nickname is taken, with and without details', async () => {
    await using server = await ScriptedGraph.start();
    const details = [{ code: 'ObjectConflict', target: 'mailNickname', message: 'taken' }];
    server.on(
      upsert,
      refusal(400, 'Request_BadRequest', { details }),
      refusal(400, 'Request_BadRequest', { message: nicknameTaken }),
      refusal(400, 'Request_BadRequest', { message: 'Invalid value specified.' }),
    );
    const { directory } = server.connect();

    await assertProblem(directory.createGroupOnce(wish), 'group-name-taken');
    await assertProblem(directory.createGroupOnce(wish), 'group-name-taken');
    await assertProblem(directory.createGroupOnce(wish), 'graph-refused');
  });

  it('says that the naming policy does not allow the name', async () => {
    await using server = await ScriptedGraph.start();
    server.on(upsert, refusal(422, 'Request_UnprocessableEntity'));
    const { directory } = server.connect();

    await assertProblem(directory.createGroupOnce(wish), 'group-name-not-allowed');
  });
});

describe('creating a security group once', () => {
  it('asks for no mail and no type', async () => {
    await using server = await ScriptedGraph.start();
    const path = `PATCH /v1.0/groups(uniqueName='${wish.uniqueName}')`;
    server.on(path, ok({ id: groupId }));

    await server.connect().directory.createGroupOnce({ ...wish, kind: 'security' });

    const body: unknown = server.received[0]?.body;
    assert.partialDeepStrictEqual(body, {
      groupTypes: [],
      mailEnabled: false,
      securityEnabled: true,
      mailNickname: wish.mailNickname,
    });
    assert.doesNotMatch(JSON.stringify(body), /visibility/);
  });
});

describe('enabling writeback', () => {
  const patch = `PATCH /beta/groups/${groupId}`;

  it('is refused for groups that Graph cannot write', async () => {
    await using server = await ScriptedGraph.start();
    server.on(patch, refusal(400, 'Request_BadRequest'), refusal(404, 'Request_ResourceNotFound'));
    const { directory } = server.connect();
    const type = 'universalSecurityGroup';

    await assertProblem(directory.enableWriteback(groupId, type), 'writeback-refused');
    await assertProblem(directory.enableWriteback(groupId, type), 'not-visible-yet');
  });
});
