import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { EqualityFilter } from 'ldapts';
import { GroupId } from '../../src/domain/ids.ts';
import { SandboxClock } from '../../src/sandbox/clock.ts';
import type { Connect } from '../../src/sandbox/connect/server.ts';
import { startConnect } from '../../src/sandbox/connect/server.ts';
import type { Naming } from '../../src/sandbox/connect/written-group.ts';
import { Journal } from '../../src/sandbox/journal.ts';
import { Cloud, runCycle } from '../support/connect.ts';
import type { DomainUnderTest, UserOnPremises } from '../support/domain-under-test.ts';
import { Site } from '../support/domain-under-test.ts';

interface Hybrid {
  readonly id: GroupId;
  readonly site: Site;
  readonly cloud: Cloud;
  readonly connect: Connect;
  readonly rita: UserOnPremises;
  readonly ben: UserOnPremises;
}

/** What a sync cycle does to any Active Directory, as the product's check sees it. `domain` is asked for when the tests run. */
export function syncCycleContract(domain: () => DomainUnderTest): void {
  describe('a sync cycle', () => {
    it('creates the group, adds and removes members, and then changes nothing', async (t) => {
      const hybrid = await start(t, domain());
      const before = await states(hybrid);
      setMembers(hybrid, [hybrid.rita]);
      await runCycle(hybrid.connect);
      const created = await states(hybrid);
      setMembers(hybrid, [hybrid.ben]);
      await runCycle(hybrid.connect);
      const swapped = await states(hybrid);
      await runCycle(hybrid.connect);

      assert.deepEqual(before, ['group-missing', 'group-missing']);
      assert.deepEqual(created, ['member', 'not-member']);
      assert.deepEqual(swapped, ['not-member', 'member']);
      assert.deepEqual(hybrid.connect.lastExport(), {
        created: 0,
        deleted: 0,
        membersAdded: 0,
        membersRemoved: 0,
        membersSkipped: 0,
      });
    });

    it('leaves for the next one what changes while it runs', async (t) => {
      const hybrid = await start(t, domain());
      setMembers(hybrid, [hybrid.rita]);

      hybrid.connect.startCycle();
      await new Promise((resolve) => setTimeout(resolve, 5));
      setMembers(hybrid, [hybrid.rita, hybrid.ben]);
      await hybrid.connect.idle();
      const afterFirst = await states(hybrid);
      await runCycle(hybrid.connect);

      assert.deepEqual(afterFirst, ['member', 'not-member']);
      assert.deepEqual(await states(hybrid), ['member', 'member']);
    });

    it('skips members who exist in the cloud alone', async (t) => {
      const hybrid = await start(t, domain());
      setMembers(hybrid, [hybrid.rita]);
      const cloudOnly = { id: 'cleo', onPremisesSecurityIdentifier: null };
      const [rita = cloudOnly] = hybrid.cloud.members(hybrid.id);
      hybrid.cloud.membersById.set(hybrid.id, [cloudOnly, rita]);

      await runCycle(hybrid.connect);

      assert.deepEqual(await states(hybrid), ['member', 'not-member']);
      assert.equal(hybrid.connect.lastExport()?.membersSkipped, 1);
    });

    it('exports nothing in staging mode', async (t) => {
      const hybrid = await start(t, domain());
      setMembers(hybrid, [hybrid.rita]);
      hybrid.connect.setStaging(true);

      await runCycle(hybrid.connect);

      assert.deepEqual(await states(hybrid), ['group-missing', 'group-missing']);
    });

    it('reverts what somebody changed by hand', async (t) => {
      const hybrid = await start(t, domain());
      const { site, rita, ben } = hybrid;
      setMembers(hybrid, [rita]);
      await runCycle(hybrid.connect);
      const dn = `CN=Group_${hybrid.id},${site.writebackOu}`;
      await site.changeMembers(dn, 'add', [ben.dn]);
      await site.changeMembers(dn, 'delete', [rita.dn]);
      const tampered = await states(hybrid);

      await runCycle(hybrid.connect);
      const reverted = await states(hybrid);
      await site.client.del(dn);
      await runCycle(hybrid.connect);

      assert.deepEqual(tampered, ['not-member', 'member']);
      assert.deepEqual(reverted, ['member', 'not-member']);
      assert.deepEqual(await states(hybrid), ['member', 'not-member']);
    });

    it('removes the object of a group that was deleted, but not when writeback was switched off', async (t) => {
      const hybrid = await start(t, domain());
      setMembers(hybrid, [hybrid.rita]);
      await runCycle(hybrid.connect);

      hybrid.cloud.put({ id: hybrid.id, writebackConfiguration: { isEnabled: false } });
      await runCycle(hybrid.connect);
      const switchedOff = await states(hybrid);
      hybrid.cloud.byId.delete(hybrid.id);
      await runCycle(hybrid.connect);

      assert.deepEqual(switchedOff, ['member', 'not-member']);
      assert.deepEqual(await states(hybrid), ['group-missing', 'group-missing']);
    });

    for (const { displayName, naming, cn } of [
      { displayName: 'Sales', naming: 'object-id', cn: 'Group_<id>' },
      {
        displayName: String.raw`Sales, "EU" <East> #1 \ = ; `,
        naming: 'display-name',
        cn: String.raw`Sales, "EU" <East> #1 \ = ; _<end>`,
      },
      { displayName: '#Café 北京 + Ops', naming: 'display-name', cn: '#Café 北京 + Ops_<end>' },
      { displayName: ' 🌙'.repeat(30), naming: 'display-name', cn: `${' 🌙'.repeat(17)}_<end>` },
    ] as const) {
      it(`names the group ${cn}`, async (t) => {
        const hybrid = await start(t, domain(), naming);
        setMembers(hybrid, [hybrid.rita], displayName);

        await runCycle(hybrid.connect);
        await runCycle(hybrid.connect);

        const expected = cn.replace('<id>', hybrid.id).replace('<end>', hybrid.id.slice(-12));
        assert.equal(await commonName(hybrid), expected);
        assert.deepEqual(await states(hybrid), ['member', 'not-member']);
      });
    }
  });
}

async function start(
  t: TestContext,
  domain: DomainUnderTest,
  naming: Naming = 'object-id',
): Promise<Hybrid> {
  const site = await Site.open(t, domain);
  const [rita, ben] = [await site.addUser('Rita'), await site.addUser('Ben')];
  const cloud = new Cloud();
  const { url, ca, administrator, searchBase } = domain;
  const connect = await startConnect({
    clock: new SandboxClock({ speed: 100 }),
    journal: new Journal(),
    intervalMs: 60 * 60_000,
    importMs: 2000,
    exportMs: 100,
    naming,
    source: cloud,
    directory: { url, ca, ...administrator, writebackOu: site.writebackOu, searchBase },
  });
  t.after(() => connect.close());
  return { id: GroupId.parse(randomUUID()), site, cloud, connect, rita, ben };
}

function setMembers(
  { id, cloud }: Hybrid,
  members: readonly UserOnPremises[],
  displayName = 'Sales',
): void {
  cloud.put({ id, displayName });
  cloud.membersById.set(
    id,
    members.map(({ dn, sid }) => ({ id: dn, onPremisesSecurityIdentifier: sid })),
  );
}

/** Of Rita and of Ben; a cycle that failed fails the test. */
function states({ id, site, connect, rita, ben }: Hybrid): Promise<readonly string[]> {
  assert.equal(connect.scheduler().LastCycleError, undefined);
  return site.states(id, [rita, ben]);
}

async function commonName({ id, site }: Hybrid): Promise<unknown> {
  const { searchEntries } = await site.client.search(site.writebackOu, {
    filter: new EqualityFilter({ attribute: 'adminDescription', value: `Group_${id}` }),
    attributes: ['cn'],
  });
  return searchEntries[0]?.['cn'];
}
