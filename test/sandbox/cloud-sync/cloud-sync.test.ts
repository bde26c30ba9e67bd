import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GroupId } from '../../../src/domain/ids.ts';
import { onPremises, readEntry } from '../../support/active-directory.ts';
import {
  type CloudSyncWorld,
  serversId,
  startCloudSyncWorld,
  userIdOf,
} from '../../support/cloud-sync-world.ts';

const reportsId = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001');
const legacyId = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000005');
const longAgo = new Date(0);

describe('Cloud Sync between the simulated Graph and the embedded Active Directory', () => {
  it('carries a membership from Graph to a verdict by LDAP', async (t) => {
    const world = await startCloudSyncWorld(t);
    await world.changeMember('add', 'rita');
    const before = await world.verdictOn('rita');

    await world.cloudSync.run();

    const verdict = await world.verdictOn('rita');
    assert.equal(before.state, 'group-missing');
    assert.ok(verdict.state === 'member');
    assert.equal(verdict.groupType, -2147483640);
    assert.equal(verdict.groupDn, `CN=Finance Servers_000000000008,${world.domain.writebackOu}`);
    assert.equal(verdict.attribute, 'member and memberOf');
    assert.equal((await world.verdictOn('ben')).state, 'not-member');
  });

  it('marks the group in both attributes, whatever type the group itself asks for', async (t) => {
    const world = await startCloudSyncWorld(t);

    await world.cloudSync.run();

    const dn = `CN=Finance Servers_000000000008,${world.domain.writebackOu}`;
    const entry = await readEntry(world.client, dn);
    assert.equal(entry?.['adminDescription'], `Group_${serversId}`);
    assert.equal(entry?.['msDS-ExternalDirectoryObjectId'], `Group_${serversId}`);
  });

  it('is found by the marker of Cloud Sync alone, after somebody emptied the other one', async (t) => {
    const world = await startCloudSyncWorld(t);
    await world.changeMember('add', 'rita');
    await world.cloudSync.run();
    const dn = `CN=Finance Servers_000000000008,${world.domain.writebackOu}`;
    const { Attribute, Change } = await import('ldapts');
    const modification = new Attribute({ type: 'adminDescription', values: [] });

    await world.client.modify(dn, new Change({ operation: 'replace', modification }));

    assert.equal((await world.verdictOn('rita')).state, 'member');
  });

  it('writes security groups of the cloud and no others', async (t) => {
    const world = await startCloudSyncWorld(t);

    await world.cloudSync.run();

    assert.equal((await world.verdictOn('ben', reportsId)).state, 'group-missing');
    assert.equal((await world.verdictOn('ben', legacyId)).state, 'group-missing');
  });

  it('takes away who left the group, and restores what was changed by hand', async (t) => {
    const world = await startCloudSyncWorld(t);
    await world.changeMember('add', 'rita');
    await world.changeMember('add', 'ben');
    await world.cloudSync.run();

    await world.changeMember('remove', 'rita');
    await world.cloudSync.run();

    assert.equal((await world.verdictOn('rita')).state, 'not-member');
    assert.equal((await world.verdictOn('ben')).state, 'member');
  });

  it('runs by itself when its time has come', async (t) => {
    const world = await startCloudSyncWorld(t, { intervalMs: 60_000 });
    await world.changeMember('add', 'rita');

    for (let look = 0; world.sandbox.provisioning.findRun('last') === undefined; look += 1) {
      assert.ok(look < 200, 'the run never came');
      await world.clock.sleep(20_000);
    }

    assert.equal((await world.verdictOn('rita')).state, 'member');
    const job = await world.graph.provisioning.findJob();
    assert.equal(job?.lastRun?.succeeded, true);
    assert.ok(job?.lastSuccessfulRunAt instanceof Date);
  });

  it('skips a member who exists in the cloud only, with a line in the log that says why', async (t) => {
    const world = await startCloudSyncWorld(t);
    await world.changeMember('add', 'rita');
    await world.changeMember('add', 'cleo');

    await world.cloudSync.run();
    await world.cloudSync.run();

    const events = await world.graph.provisioning.listEvents(longAgo);
    const about = events.filter(({ groupId }) => groupId === serversId);
    assert.deepEqual(
      about.map(({ userId, action, status, reason }) => [userId, action, status, reason?.code]),
      [
        [userIdOf('rita'), 'create', 'success', undefined],
        [userIdOf('cleo'), 'other', 'skipped', 'ReferenceTargetNotFound'],
      ],
    );
    assert.equal((await world.verdictOn('rita')).state, 'member');
  });

  it('writes nothing in quarantine, and the job says that no agent answers', async (t) => {
    const world = await startCloudSyncWorld(t);
    await world.changeMember('add', 'rita');
    world.setJob({ status: 'Quarantine' });

    await world.cloudSync.run();
    const answer = await world.graph.provisioning.provisionOnDemand(serversId, [userIdOf('rita')]);

    assert.equal((await world.verdictOn('rita')).state, 'group-missing');
    const job = await world.graph.provisioning.findJob();
    assert.equal(job?.status.state, 'quarantined');
    assert.equal(job?.lastRun?.error?.code, 'HybridIdentityServiceNoActiveAgents');
    const [member] = answer.kind === 'asked' ? answer.members : [];
    assert.equal(member?.state, 'failed');
  });

  it('writes nothing while it is paused, and goes on afterwards', async (t) => {
    const world = await startCloudSyncWorld(t);
    await world.changeMember('add', 'rita');
    world.setJob({ status: 'Paused' });
    await world.cloudSync.run();
    const paused = await world.verdictOn('rita');

    world.setJob({});
    await world.cloudSync.run();

    assert.equal(paused.state, 'group-missing');
    assert.equal((await world.verdictOn('rita')).state, 'member');
  });

  it('removes what the cloud has deleted', async (t) => {
    const world = await startCloudSyncWorld(t);
    await world.cloudSync.run();
    const headers = { authorization: 'Bearer test' };
    const url = `${world.sandbox.origin}/v1.0/groups/${serversId}`;
    const deleted = await fetch(url, { method: 'DELETE', headers });

    await world.cloudSync.run();

    assert.equal(deleted.status, 204);
    assert.equal((await world.verdictOn('rita')).state, 'group-missing');
  });

  it('writes into the organizational unit of its own configuration', async (t) => {
    const world = await startCloudSyncWorld(t);
    const organizationalUnit = `OU=Cloud,${world.domain.writebackOu}`;
    await world.client.add(organizationalUnit, { objectClass: ['top', 'organizationalUnit'] });
    world.setJob({ organizationalUnit });
    await world.changeMember('add', 'rita');

    await world.cloudSync.run();

    const verdict = await world.verdictOn('rita');
    assert.ok(verdict.state === 'member');
    assert.match(verdict.groupDn, /,OU=Cloud,/);
    assert.equal(verdict.userDn, onPremises('rita').dn);
    const job = await world.graph.provisioning.findJob();
    assert.equal(job?.organizationalUnit, organizationalUnit);
  });
});

describe('provisioning on demand through the simulated Graph', () => {
  it('brings a membership to Active Directory at once', async (t) => {
    const world = await startCloudSyncWorld(t);
    await world.changeMember('add', 'rita');
    await world.changeMember('add', 'cleo');
    const asked = [userIdOf('rita'), userIdOf('cleo')];

    const answer = await world.graph.provisioning.provisionOnDemand(serversId, asked);
    const again = await world.graph.provisioning.provisionOnDemand(serversId, asked);

    const states = [
      [userIdOf('rita'), 'success'],
      [userIdOf('cleo'), 'skipped'],
    ];
    for (const one of [answer, again]) {
      assert.ok(one.kind === 'asked');
      assert.deepEqual(
        one.members.map(({ userId, state }) => [userId, state]),
        states,
      );
    }
    assert.equal((await world.verdictOn('rita')).state, 'member');
  });

  it('waits its turn when many ask at once', async (t) => {
    const world = await startCloudSyncWorld(t);
    const asked = ['rita', 'ben', 'ada', 'paul', 'amir', 'layla'];
    for (const key of asked) {
      await world.changeMember('add', key);
    }

    const answers = await Promise.all(
      asked.map((key) => world.graph.provisioning.provisionOnDemand(serversId, [userIdOf(key)])),
    );

    for (const answer of answers) {
      assert.deepEqual(answer.kind === 'asked' && answer.members.map(({ state }) => state), [
        'success',
      ]);
    }
    assert.equal((await world.verdictOn('layla')).state, 'member');
  });

  it('is refused by the service for six members in one call, and for the sixth call in ten seconds', async (t) => {
    const world = await startCloudSyncWorld(t, { speed: 1 });
    const six = await postOnDemand(world, 6);
    const one = [];
    for (let call = 0; call < 5; call += 1) {
      one.push((await postOnDemand(world, 1)).status);
    }

    assert.equal(six.status, 400);
    assert.match(await six.text(), /five members/);
    assert.deepEqual(one, [200, 200, 200, 200, 429]);
  });

  it('is out of scope for a group that the configuration does not name', async (t) => {
    const world = await startCloudSyncWorld(t);
    world.setJob({ scope: [reportsId] });

    const answer = await world.graph.provisioning.provisionOnDemand(serversId, []);
    await world.cloudSync.run();

    assert.deepEqual(answer, { kind: 'out-of-scope' });
    assert.equal((await world.verdictOn('rita')).state, 'group-missing');
  });

  it('fails for want of an agent where nobody runs Cloud Sync', async (t) => {
    const world = await startCloudSyncWorld(t);
    world.sandbox.provisioning.agent = undefined;

    const answer = await world.graph.provisioning.provisionOnDemand(serversId, [userIdOf('rita')]);

    const [member] = answer.kind === 'asked' ? answer.members : [];
    assert.ok(member?.state === 'failed');
    assert.equal(member.reason.code, 'HybridIdentityServiceNoActiveAgents');
  });
});

/** A call as nobody who keeps to the rules makes it. */
async function postOnDemand(world: CloudSyncWorld, count: number): Promise<Response> {
  const job = (await world.graph.provisioning.findJob()) ?? assert.fail('no job');
  const jobs = `${world.sandbox.origin}/v1.0/servicePrincipals/${job.servicePrincipalId}/synchronization/jobs/${job.jobId}`;
  const headers = { authorization: 'Bearer test', 'content-type': 'application/json' };
  const schema = await (await fetch(`${jobs}/schema`, { headers })).text();
  const [, ruleId] = /"synchronizationRules":\[\{"id":"([^"]+)"/.exec(schema) ?? [];
  const members = Array.from({ length: count }, () => ({ objectId: 'x', objectTypeName: 'User' }));
  const subjects = [{ objectId: serversId, objectTypeName: 'Group', links: { members } }];
  const body = JSON.stringify({ parameters: [{ ruleId, subjects }] });
  return fetch(`${jobs}/provisionOnDemand`, { method: 'POST', headers, body });
}
