import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  addWrittenGroup,
  bindAs,
  changeMember,
  onPremises,
  startDomain,
} from '../../support/active-directory.ts';
import {
  Cloud,
  findWritten,
  memberKeys,
  runCycle,
  startHybrid,
  startSync,
} from '../../support/connect.ts';

const id = '3a5c3221-c465-48c0-95b8-e9305786a271';
const other = '7b1e0c52-1111-4222-8333-a1b2c3d4e5f6';

describe('a sync cycle', () => {
  it('creates the group with its members, as the writer that may write there alone', async (t) => {
    const hybrid = await startHybrid(t);
    hybrid.cloud.put(
      { id, displayName: 'Finance Reports', description: 'Reports', mail: 'f@contoso.test' },
      'rita',
      'ben',
    );

    await runCycle(hybrid.connect);
    const entry = await findWritten(hybrid, id);

    assert.equal(entry?.dn, `CN=Group_${id},${hybrid.domain.writebackOu}`);
    assert.equal(entry['groupType'], '8');
    assert.equal(entry['displayName'], 'Finance Reports');
    assert.equal(entry['description'], 'Reports');
    assert.equal(entry['mail'], 'f@contoso.test');
    assert.deepEqual(await memberKeys(hybrid, id), ['ben', 'rita']);
    assert.deepEqual(hybrid.connect.lastExport(), {
      created: 1,
      deleted: 0,
      membersAdded: 2,
      membersRemoved: 0,
      membersSkipped: 0,
    });
  });

  it('adds and removes members, and the second time changes nothing', async (t) => {
    const hybrid = await startHybrid(t);
    hybrid.cloud.put({ id }, 'rita', 'ben');
    await runCycle(hybrid.connect);

    hybrid.cloud.setMembers(id, 'ben', 'ada');
    await runCycle(hybrid.connect);
    const first = hybrid.connect.lastExport();
    await runCycle(hybrid.connect);
    const second = hybrid.connect.lastExport();

    assert.deepEqual(await memberKeys(hybrid, id), ['ada', 'ben']);
    assert.deepEqual([first?.membersAdded, first?.membersRemoved], [1, 1]);
    assert.deepEqual([second?.membersAdded, second?.membersRemoved], [0, 0]);
  });

  it('leaves for the next one what changes while it runs', async (t) => {
    const hybrid = await startHybrid(t);
    hybrid.cloud.put({ id }, 'rita');

    hybrid.connect.startCycle();
    await new Promise((resolve) => setTimeout(resolve, 5));
    hybrid.cloud.setMembers(id, 'rita', 'ada');
    await hybrid.connect.idle();
    const afterFirst = await memberKeys(hybrid, id);
    await runCycle(hybrid.connect);

    assert.deepEqual(afterFirst, ['rita']);
    assert.deepEqual(await memberKeys(hybrid, id), ['ada', 'rita']);
  });

  it('skips members who exist in the cloud alone', async (t) => {
    const hybrid = await startHybrid(t);
    hybrid.cloud.put({ id }, 'cleo', 'rita', 'gina');

    await runCycle(hybrid.connect);

    assert.deepEqual(await memberKeys(hybrid, id), ['rita']);
    assert.equal(hybrid.connect.lastExport()?.membersSkipped, 2);
  });

  it('puts a group that is written back into another one', async (t) => {
    const hybrid = await startHybrid(t);
    hybrid.cloud.put({ id });
    hybrid.cloud.put({ id: other });
    hybrid.cloud.membersById.set(other, [{ id }]);

    await runCycle(hybrid.connect);

    assert.equal(
      (await findWritten(hybrid, other))?.['member'],
      `CN=Group_${id},${hybrid.domain.writebackOu}`,
    );
  });

  it('reverts what somebody changed by hand', async (t) => {
    const hybrid = await startHybrid(t);
    hybrid.cloud.put({ id, displayName: 'Finance' }, 'rita');
    await runCycle(hybrid.connect);
    const dn = `CN=Group_${id},${hybrid.domain.writebackOu}`;
    await changeMember(hybrid.client, dn, ['add', onPremises('paul').dn]);
    await changeMember(hybrid.client, dn, ['delete', onPremises('rita').dn]);

    await runCycle(hybrid.connect);
    assert.deepEqual(await memberKeys(hybrid, id), ['rita']);

    await hybrid.client.del(dn);
    await runCycle(hybrid.connect);
    assert.deepEqual(await memberKeys(hybrid, id), ['rita']);
  });

  it('follows a new name, a new kind and a description that was taken away', async (t) => {
    const hybrid = await startHybrid(t);
    hybrid.cloud.put({ id, displayName: 'Old', description: 'Old' });
    await runCycle(hybrid.connect);

    hybrid.cloud.put({
      id,
      displayName: 'New',
      writebackConfiguration: { isEnabled: true, onPremisesGroupType: 'universalSecurityGroup' },
    });
    await runCycle(hybrid.connect);
    const entry = await findWritten(hybrid, id);

    assert.deepEqual(
      [entry?.['displayName'], entry?.['groupType'], entry?.['description']],
      ['New', '-2147483640', undefined],
    );
  });

  it('removes the object of a group that was deleted, and nothing else', async (t) => {
    const hybrid = await startHybrid(t);
    hybrid.cloud.put({ id }, 'rita');
    hybrid.cloud.put({ id: other }, 'rita');
    await runCycle(hybrid.connect);
    const bystander = `CN=Not from the cloud,${hybrid.domain.writebackOu}`;
    await hybrid.client.add(bystander, { objectClass: ['top', 'group'] });

    hybrid.cloud.byId.delete(id);
    await runCycle(hybrid.connect);

    assert.equal(await findWritten(hybrid, id), undefined);
    assert.deepEqual(await memberKeys(hybrid, other), ['rita']);
    assert.equal(await hybrid.client.compare(bystander, 'cn', 'Not from the cloud'), true);
  });

  it('leaves the object alone when writeback of its group is switched off', async (t) => {
    const hybrid = await startHybrid(t);
    hybrid.cloud.put({ id }, 'rita');
    await runCycle(hybrid.connect);

    hybrid.cloud.put({ id, writebackConfiguration: { isEnabled: false } }, 'ada');
    await runCycle(hybrid.connect);

    assert.deepEqual(await memberKeys(hybrid, id), ['rita']);
  });

  it('imports in staging mode and exports nothing', async (t) => {
    const hybrid = await startHybrid(t);
    hybrid.cloud.put({ id }, 'rita');
    hybrid.connect.setStaging(true);

    await runCycle(hybrid.connect);

    assert.equal(await findWritten(hybrid, id), undefined);
    assert.equal(hybrid.connect.scheduler().StagingModeEnabled, true);
    assert.equal(hybrid.connect.scheduler().LastCycleFinishedAt, undefined);
  });

  it('reads a group of any size that the directory answers in ranges', async (t) => {
    const domain = await startDomain(t, { maxValRange: 2 });
    const cloud = new Cloud();
    const connect = await startSync(t, { cloud, domain });
    cloud.put({ id }, 'rita', 'ben', 'ada', 'paul', 'amir');
    await runCycle(connect);

    cloud.setMembers(id, 'layla', 'ben', 'ada', 'paul', 'amir');
    await runCycle(connect);

    const { membersAdded, membersRemoved } = connect.lastExport() ?? {};
    assert.deepEqual([membersAdded, membersRemoved], [1, 1]);
  });
});

describe('which groups a sync cycle writes', () => {
  const security = { securityEnabled: true, groupTypes: [] };
  const cases = [
    { title: 'a Microsoft 365 group of which nothing is said', group: {}, groupType: '8' },
    {
      title: 'a Microsoft 365 group with null',
      group: { writebackConfiguration: { isEnabled: null, onPremisesGroupType: null } },
      groupType: '8',
    },
    {
      title: 'a Microsoft 365 group as distribution group',
      group: {
        writebackConfiguration: {
          isEnabled: true,
          onPremisesGroupType: 'universalDistributionGroup',
        },
      },
      groupType: '8',
    },
    {
      title: 'a Microsoft 365 group as security group',
      group: {
        writebackConfiguration: {
          isEnabled: true,
          onPremisesGroupType: 'universalMailEnabledSecurityGroup',
        },
      },
      groupType: '-2147483640',
    },
    {
      title: 'a Microsoft 365 group that is switched off',
      group: { writebackConfiguration: { isEnabled: false } },
      groupType: undefined,
    },
    {
      title: 'a security group that is switched on',
      group: { ...security, writebackConfiguration: { isEnabled: true } },
      groupType: '-2147483640',
    },
    { title: 'a security group of which nothing is said', group: security, groupType: undefined },
  ];
  for (const { title, group, groupType } of cases) {
    it(`${title}: ${groupType ?? 'not written'}`, async (t) => {
      const hybrid = await startHybrid(t);
      hybrid.cloud.put({ id, ...group });

      await runCycle(hybrid.connect);

      assert.equal((await findWritten(hybrid, id))?.['groupType'], groupType);
    });
  }
});

describe('readable names', () => {
  for (const { displayName, cn } of [
    { displayName: 'Sales, "EU" <East> #1 ', cn: 'Sales, "EU" <East> #1 _e9305786a271' },
    { displayName: '#Café 北京 + Ops', cn: '#Café 北京 + Ops_e9305786a271' },
    { displayName: '🌙'.repeat(40), cn: `${'🌙'.repeat(25)}_e9305786a271` },
  ]) {
    it(`write ${cn}`, async (t) => {
      const hybrid = await startHybrid(t, { naming: 'display-name' });
      hybrid.cloud.put({ id, displayName }, 'rita');

      await runCycle(hybrid.connect);
      await runCycle(hybrid.connect);

      assert.equal((await findWritten(hybrid, id))?.['cn'], cn);
      assert.deepEqual(await memberKeys(hybrid, id), ['rita']);
    });
  }
});

describe('a sync cycle that finds the directory otherwise than it left it', () => {
  it('says why, and the next one makes good', async (t) => {
    const hybrid = await startHybrid(t);
    hybrid.cloud.put({ id }, 'rita');
    const broken = await startSync(t, {
      cloud: hybrid.cloud,
      domain: { ...hybrid.domain, writer: hybrid.domain.reader },
    });

    await runCycle(broken);
    assert.match(broken.scheduler().LastCycleError ?? '', /INSUFF_ACCESS_RIGHTS/);
    assert.equal(broken.scheduler().LastCycleFinishedAt, undefined);
    assert.equal(broken.scheduler().SyncCycleInProgress, false);

    await runCycle(hybrid.connect);
    assert.deepEqual(await memberKeys(hybrid, id), ['rita']);
  });

  it('takes over an object that carries the mark of its group', async (t) => {
    const hybrid = await startHybrid(t);
    await addWrittenGroup(await bindAs(t, hybrid.domain, 'administrator'), id, [
      onPremises('ben').dn,
    ]);
    hybrid.cloud.put({ id }, 'rita');

    await runCycle(hybrid.connect);

    assert.deepEqual(await memberKeys(hybrid, id), ['rita']);
  });
});
