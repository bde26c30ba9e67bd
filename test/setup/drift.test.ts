import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Client } from 'ldapts';
import type { DriftRecord } from '../../src/domain/drift-store.ts';
import { GroupId, TenantId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Request } from '../../src/domain/request.ts';
import { LdapInventory } from '../../src/onprem/ldap-inventory.ts';
import type { Connect } from '../../src/sandbox/connect/server.ts';
import { groups, staffOu } from '../../src/sandbox/seed.ts';
import {
  type DriftDeps,
  listDrift,
  lookForDrift,
  reportDrift,
  watchDrift,
  watchDriftDaily,
} from '../../src/setup/drift.ts';
import { createDriftStore } from '../../src/store/drift-store.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { HandClock } from '../sandbox/graph/support.ts';
import { bindAs, changeMember, onPremises, startDomain } from '../support/active-directory.ts';
import { Cloud, findWritten, runCycle, startSync } from '../support/connect.ts';
import { type GraphWorld, graphWorld } from '../support/graph-world.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { amir, ben, requestIn, rita, tenantId } from '../support/requests.ts';
import { settings } from '../support/setup-world.ts';
import { SilentLog } from '../support/silent-log.ts';
import { storeDatabase } from '../support/store-database.ts';

/** Rita and Paul are in it. */
const atlas = groupOf('projects-atlas');
const minute = 60_000;
let opened: Awaited<ReturnType<typeof storeDatabase>>;

before(async () => {
  opened = await storeDatabase();
});

after(() => opened.drop());

function groupOf(mailNickname: string): GroupId {
  return GroupId.parse(groups.find((group) => group.mailNickname === mailNickname)?.objectId);
}

interface World {
  readonly graph: GraphWorld;
  readonly deps: DriftDeps;
  readonly clock: HandClock;
  /** Bound as administrator of the domain. */
  readonly client: Client;
  readonly connect: Connect;
  readonly announced: (readonly DriftRecord[])[];
  writtenDn(): Promise<string>;
}

/** Entra, a domain, a sync cycle that has run, and Rita's confirmed request for the group, in an empty store. */
async function startWorld(t: TestContext): Promise<World> {
  const graph = await graphWorld();
  t.after(() => graph[Symbol.asyncDispose]());
  const domain = await startDomain(t);
  const source = {
    groups: () => graph.sandbox.groupsForSync(),
    members: (id: string) => graph.sandbox.membersForSync(id),
  };
  const connect = await startSync(t, { cloud: new Cloud(), domain, options: { source } });
  await runCycle(connect);
  const client = await bindAs(t, domain, 'administrator');
  await emptyStore();
  await store(confirmedFor(rita, atlas));
  const clock = new HandClock();
  const announced: (readonly DriftRecord[])[] = [];
  const { url, ca, reader, writebackOu, searchBase } = domain;
  const deps: DriftDeps = {
    directory: graph.directory,
    cloud: graph.inventory,
    onPrem: new LdapInventory({ urls: [url], ca, ...reader, writebackOu, searchBase }),
    drift: createDriftStore(opened.database),
    clock,
    log: new SilentLog(),
    announce: async (news) => {
      announced.push(news);
      await Promise.resolve();
    },
  };
  async function writtenDn(): Promise<string> {
    return (await findWritten({ client, domain }, atlas))?.dn ?? '';
  }
  return { graph, deps, clock, client, connect, announced, writtenDn };
}

async function emptyStore(): Promise<void> {
  const { pool } = opened.database;
  await pool.query('alter table request_events disable trigger user');
  await pool.query('truncate drift_reports, drift_looks, request_events, cards, requests');
  await pool.query('alter table request_events enable trigger user');
}

async function store(request: Request): Promise<void> {
  await createRequestStore(opened.database, new RecordingQueue()).create(request, randomUUID());
}

function confirmedFor(beneficiary: Person, groupId: GroupId): Request {
  const { setUp, proof } = requestIn('confirmed');
  return requestIn('confirmed', {
    beneficiary,
    group: { kind: 'existing', id: groupId, displayName: 'As it was called' },
    setUp: { ...setUp, groupId },
    proof: proof.kind === 'ldap' ? { ...proof, groupType: 8 } : proof,
  });
}

async function summary({ deps }: World): Promise<readonly string[]> {
  const rows = await listDrift(deps);
  return rows.map(({ finding }) => finding.kind);
}

describe('watching for drift', () => {
  it('finds nothing after a sync cycle, and reads only', async (t) => {
    const world = await startWorld(t);

    const look = await watchDrift(world.deps);

    assert.ok(look.kind === 'looked');
    assert.deepEqual([look.groups, look.unread], [1, []]);
    assert.deepEqual(await summary(world), []);
    const { drift } = world.deps;
    assert.deepEqual(await reportDrift({ drift, settings }), {
      rows: [],
      lastLook: { at: look.at, groups: 1, unread: 0, findings: 0 },
      watch: 'daily',
    });
    assert.deepEqual(world.graph.writes(), []);
  });

  it('finds who was added and who was removed by hand, with the command that mends it', async (t) => {
    const world = await startWorld(t);
    const dn = await world.writtenDn();
    await changeMember(world.client, dn, ['add', onPremises('ben').dn]);
    await changeMember(world.client, dn, ['delete', onPremises('rita').dn]);
    await changeMember(world.client, dn, ['delete', onPremises('paul').dn]);

    await watchDrift(world.deps);

    const rows = await listDrift(world.deps);
    assert.deepEqual(
      rows.map(({ groupName, finding, fix }) => [groupName, finding.kind, fix.command]),
      [
        [
          'Projects Atlas',
          'member-added',
          `Remove-ADGroupMember -Identity '${dn}' -Members '${onPremises('ben').sid}'`,
        ],
        ['Projects Atlas', 'member-missing', 'Start-ADSyncSyncCycle -PolicyType Delta'],
        [
          'Projects Atlas',
          'member-removed',
          `Add-ADGroupMember -Identity '${dn}' -Members '${onPremises('rita').sid}'`,
        ],
      ],
    );
  });

  it('finds a group that was moved, deleted, or switched off in Entra', async (t) => {
    const world = await startWorld(t);
    const dn = await world.writtenDn();

    await world.client.modifyDN(dn, `CN=Moved,${staffOu}`);
    await watchDrift(world.deps);
    const moved = await summary(world);
    await world.client.del(`CN=Moved,${staffOu}`);
    await setWriteback(world.graph, atlas, false);
    await watchDrift(world.deps);

    assert.deepEqual(moved, ['moved']);
    assert.deepEqual(await summary(world), ['group-missing', 'writeback-off']);
  });

  it('does not miss somebody whose request still waits for the sync', async (t) => {
    const world = await startWorld(t);
    await addInEntra(world.graph, atlas, ben);
    const { setUp } = requestIn('awaiting-sync');
    await store(
      requestIn('awaiting-sync', { beneficiary: ben, setUp: { ...setUp, groupId: atlas } }),
    );

    await watchDrift(world.deps);

    assert.deepEqual(await summary(world), []);
  });

  it('tells a finding once, and only when the sync had the time to mend it', async (t) => {
    const world = await startWorld(t);
    const dn = await world.writtenDn();
    await changeMember(world.client, dn, ['add', onPremises('ben').dn]);

    await watchDrift(world.deps);
    const atFirst = world.announced.length;
    world.clock.advance(70 * minute);
    await watchDrift(world.deps);
    world.clock.advance(70 * minute);
    await watchDrift(world.deps);

    assert.equal(atFirst, 0);
    assert.deepEqual(
      world.announced.map((news) => news.map(({ finding }) => finding.kind)),
      [['member-added']],
    );
    assert.deepEqual(await summary(world), ['member-added']);
  });

  it('forgets what was mended, and tells it again when it comes back', async (t) => {
    const world = await startWorld(t);
    const dn = await world.writtenDn();
    for (let time = 0; time < 2; time += 1) {
      await changeMember(world.client, dn, ['add', onPremises('ben').dn]);
      await watchDrift(world.deps);
      world.clock.advance(70 * minute);
      await watchDrift(world.deps);
      await runCycle(world.connect);
      await watchDrift(world.deps);
      assert.deepEqual(await summary(world), []);
    }

    assert.equal(world.announced.length, 2);
  });

  it('tells again what could not be told', async (t) => {
    const world = await startWorld(t);
    await changeMember(world.client, await world.writtenDn(), ['add', onPremises('ben').dn]);
    await watchDrift(world.deps);
    world.clock.advance(70 * minute);
    const mute = { ...world.deps, announce: () => Promise.reject(new Error('nobody there')) };

    await assert.rejects(watchDrift(mute), /nobody there/);
    await watchDrift(world.deps);

    assert.equal(world.announced.length, 1);
  });

  it('keeps what it knows of a group that cannot be read, and compares the others', async (t) => {
    const world = await startWorld(t);
    await changeMember(world.client, await world.writtenDn(), ['add', onPremises('ben').dn]);
    await watchDrift(world.deps);
    const unreachable = new LdapInventory({
      urls: ['ldaps://127.0.0.1:1'],
      bindDn: 'CN=x',
      password: 'x',
      writebackOu: 'OU=x',
      searchBase: 'DC=x',
    });

    const look = await lookForDrift({ ...world.deps, onPrem: unreachable });

    assert.ok(look.kind === 'looked');
    assert.deepEqual(
      look.unread.map(({ group, problem }) => [group.groupId, problem.code]),
      [[atlas, 'directory-unreachable']],
    );
    assert.deepEqual(await summary(world), ['member-added']);
  });

  it('says so where nobody can look', async (t) => {
    const { deps } = await startWorld(t);

    assert.deepEqual(await watchDrift({ ...deps, onPrem: undefined }), { kind: 'not-available' });
  });

  it('looks once a day at its hour, and again when what was found can have settled', async (t) => {
    const world = await startWorld(t);
    await changeMember(world.client, await world.writtenDn(), ['add', onPremises('ben').dn]);
    const looks: number[] = [];
    for (let half = 0; half < 2 * 24; half += 1) {
      await watchDriftDaily(world.deps, 3);
      looks.push(await countLooks());
      world.clock.advance(30 * minute);
    }

    // It begins at 8 in the morning: one look at once, one 90 minutes later, and one at three in the night.
    assert.equal(looks[0], 1);
    assert.equal(looks[3], 2);
    assert.equal(looks[37], 2);
    assert.equal(looks.at(-1), 3);
    assert.equal(world.announced.length, 1);
  });
});

describe('the groups that are watched', () => {
  it('are those with a confirmed request, each with the people it was proven for', async () => {
    await emptyStore();
    const other = groupOf('finance-reports');
    const elsewhere = TenantId.parse(randomUUID());
    const waiting = requestIn('awaiting-sync');
    await store(confirmedFor(rita, atlas));
    await store(confirmedFor(ben, atlas));
    await store({ ...confirmedFor(ben, atlas), tenantId: elsewhere });
    await store(requestIn('awaiting-sync', { setUp: { ...waiting.setUp, groupId: other } }));
    await store(requestIn('failed', { beneficiary: amir }));

    const watched = await createDriftStore(opened.database).listWatched();

    const proven = watched.map((group) => [group.tenantId, group.groupId, group.proven.size]);
    assert.deepEqual(
      new Set(proven.map(String)),
      new Set([String([tenantId, atlas, 2]), String([elsewhere, atlas, 1])]),
    );
    assert.equal(watched[0]?.provenGroupType, 8);
    assert.equal(watched[0].groupName, 'As it was called');
  });
});

async function countLooks(): Promise<number> {
  const { rows } = await opened.database.pool.query<{ looks: number }>(
    'select count(*)::integer as looks from drift_looks',
  );
  return rows[0]?.looks ?? 0;
}

async function setWriteback(
  { sandbox }: GraphWorld,
  id: GroupId,
  isEnabled: boolean,
): Promise<void> {
  const body = { writebackConfiguration: { isEnabled } };
  await send(`${sandbox.origin}/beta/groups/${id}`, 'PATCH', body);
}

async function addInEntra({ sandbox }: GraphWorld, id: GroupId, person: Person): Promise<void> {
  const body = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${person.id}` };
  await send(`${sandbox.origin}/v1.0/groups/${id}/members/$ref`, 'POST', body);
}

async function send(url: string, method: string, body: object): Promise<void> {
  const headers = { authorization: 'Bearer sandbox', 'content-type': 'application/json' };
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
  assert.equal(response.status, 204, await response.text());
}
