import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { GroupId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { RequestIn } from '../../src/domain/request.ts';
import type { SyncNowResult } from '../../src/domain/sync-now-result.ts';
import type { SyncRuns } from '../../src/domain/sync-run.ts';
import { createGraph } from '../../src/graph/create-graph.ts';
import { groups } from '../../src/sandbox/seed.ts';
import { createUseCases } from '../../src/setup/create-use-cases.ts';
import type { SetupDeps } from '../../src/setup/deps.ts';
import type { UseCases } from '../../src/setup/use-cases.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createLocks } from '../../src/store/locks.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { createSyncRuns } from '../../src/store/sync-runs.ts';
import { type HybridWorld, hybridWorld } from '../support/hybrid-world.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { ada, amir, requestIn, rita, tenantId } from '../support/requests.ts';
import { actorOf } from '../support/setup-world.ts';
import { SilentLog } from '../support/silent-log.ts';
import { storeDatabase } from '../support/store-database.ts';

let opened: Awaited<ReturnType<typeof storeDatabase>>;
let other: Database;

before(async () => {
  opened = await storeDatabase();
  other = openDatabase({ url: opened.database.url, log: new SilentLog() });
});

after(async () => {
  await other.close();
  await opened.drop();
});

beforeEach(async () => {
  await sql`set session_replication_role = replica; truncate requests, request_events, cards, sync_runs;
    set session_replication_role = origin`.execute(opened.database.db);
});

/** Two instances of the product on one database, and the sync server that both can start. */
interface TwoInstances {
  readonly hybrid: HybridWorld;
  readonly instances: readonly [UseCases, UseCases];
  readonly deps: SetupDeps;
  readonly runs: SyncRuns;
}

function storedIn(deps: SetupDeps, database: Database): SetupDeps {
  return {
    ...deps,
    requests: createRequestStore(database, new RecordingQueue()),
    locks: createLocks(database),
    syncRuns: createSyncRuns(database),
  };
}

async function twoInstances(
  t: TestContext,
  changes: Parameters<typeof hybridWorld>[1] = () => ({}),
  stageMs = 20,
): Promise<TwoInstances> {
  const hybrid = await hybridWorld(t, changes, { stageMs });
  const deps = storedIn(hybrid.deps, opened.database);
  return {
    hybrid,
    deps,
    instances: [createUseCases(deps), createUseCases(storedIn(hybrid.deps, other))],
    runs: createSyncRuns(opened.database),
  };
}

/** Requests whose memberships have been in Entra for a minute. */
async function waiting(
  { clock, requests }: SetupDeps,
  count: number,
  memberAt = new Date(clock.now().getTime() - 60_000),
): Promise<readonly RequestIn<'awaiting-sync'>[]> {
  const made = Array.from({ length: count }, () => {
    const group = { kind: 'existing' as const, id: GroupId.parse(randomUUID()), displayName: 'G' };
    return requestIn('awaiting-sync', { tenantId, memberAt, group });
  });
  await Promise.all(made.map((request) => requests.create(request, request.id)));
  return made;
}

function kinds(results: readonly SyncNowResult[]): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { connect } of results) {
    const kind = connect?.kind ?? 'nothing';
    found[kind] = (found[kind] ?? 0) + 1;
  }
  return found;
}

async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
  return 'none';
}

describe('"Sync now" for Entra Connect', () => {
  it('starts exactly one run for ten waiting requests and ten clicks at once on two instances', async (t) => {
    const { hybrid, instances, deps, runs } = await twoInstances(t);
    const made = await waiting(deps, 10);

    const results = await Promise.all(
      Array.from({ length: 5 }, () => instances)
        .flat()
        .map((useCases, index) => useCases.syncNow(actorOf(amir), made[index]?.id)),
    );
    await hybrid.connect.idle();

    assert.equal(hybrid.cycles(), 1);
    assert.deepEqual(kinds(results), { started: 1, joined: 9 });
    const recorded = await runs.list(tenantId, 100);
    assert.equal(recorded.length, 1);
    assert.deepEqual(
      recorded.map(({ outcome, by, requestIds }) => ({ outcome, by, count: requestIds.length })),
      [{ outcome: 'started', by: amir.id, count: 10 }],
    );
    assert.ok(results.every(({ waiting: served }) => served.length === 10));
  });

  it('waits five minutes for what came too late for the run before', async (t) => {
    const { hybrid, instances, deps } = await twoInstances(t);
    await waiting(deps, 1);
    const first = await instances[0].syncNow(actorOf(amir));
    await hybrid.connect.idle();
    await waiting(deps, 1, new Date(deps.clock.now().getTime() + 1));

    const early = await instances[1].syncNow(actorOf(amir));
    hybrid.world.pass(5 / 60);
    const later = await instances[1].syncNow(actorOf(amir));
    await hybrid.connect.idle();

    assert.ok(first.connect?.kind === 'started' && early.connect?.kind === 'too-soon');
    const pauseMs = early.connect.retryAt.getTime() - first.connect.startedAt.getTime();
    assert.ok(Math.abs(pauseMs - 300_000) < 5000, String(pauseMs));
    assert.equal(later.connect?.kind, 'started');
    assert.equal(hybrid.cycles(), 2);
  });

  it('starts nothing while a cycle runs, and says since when and whether it takes the request along', async (t) => {
    const { hybrid, instances, deps, runs } = await twoInstances(t, () => ({}), 600);
    const [request] = await waiting(deps, 1);
    hybrid.connect.startCycle();

    const covered = await instances[0].syncNow(actorOf(amir), request?.id);
    await waiting(deps, 1, new Date(deps.clock.now().getTime() + 1));
    const uncovered = await instances[0].syncNow(actorOf(amir));
    await hybrid.connect.idle();

    assert.equal(hybrid.cycles(), 1);
    assert.ok(covered.connect?.kind === 'already-running' && covered.connect.covers);
    assert.ok(covered.connect.startedAt instanceof Date);
    assert.ok(uncovered.connect?.kind === 'already-running' && !uncovered.connect.covers);
    const outcomes = (await runs.list(tenantId, 9)).map(({ outcome }) => outcome);
    assert.deepEqual(outcomes, ['already-running', 'already-running']);
  });

  it('refuses a staging server, keeps the refusal on record, and tries again at once afterwards', async (t) => {
    const { hybrid, instances, deps, runs } = await twoInstances(t);
    await waiting(deps, 1);
    hybrid.connect.setStaging(true);

    const refused = await instances[0].syncNow(actorOf(amir));
    hybrid.connect.setStaging(false);
    const started = await instances[0].syncNow(actorOf(amir));
    await hybrid.connect.idle();

    assert.deepEqual(kinds([refused, started]), { refused: 1, started: 1 });
    const recorded = await runs.list(tenantId, 9);
    assert.deepEqual(recorded.map(({ outcome, detail }) => [outcome, detail]).toReversed(), [
      ['refused', 'staging'],
      ['started', undefined],
    ]);
  });

  it('starts nothing where nothing waits', async (t) => {
    const { hybrid, instances } = await twoInstances(t);

    const result = await instances[0].syncNow(actorOf(amir));

    assert.deepEqual(result, { waiting: [], connect: undefined, cloudSync: [] });
    assert.equal(hybrid.connect.scheduler().SyncCycleInProgress, false);
  });

  it('says when the sync server cannot be reached, and keeps that on record', async (t) => {
    const { hybrid, instances, deps, runs } = await twoInstances(t);
    await waiting(deps, 1);
    await hybrid.connect.close();

    assert.equal(await refusal(instances[0].syncNow(actorOf(amir))), 'sync-unreachable');
    const [run] = await runs.list(tenantId, 1);
    assert.deepEqual([run?.outcome, run?.detail], ['failed', 'sync-unreachable']);
  });

  it('is not available where no cycle can be started', async (t) => {
    const { instances, deps } = await twoInstances(t, () => ({ syncTrigger: undefined }));
    await waiting(deps, 1);

    assert.equal(await refusal(instances[0].syncNow(actorOf(amir))), 'sync-start-not-available');
  });
});

describe('"Sync now" for Cloud Sync', () => {
  const servers = groupCalled('Finance Servers');
  const approvers = groupCalled('Finance Approvers');

  it('asks for the waiting people of the one group alone', async (t) => {
    const { hybrid, instances, deps, runs } = await withCloudSync(t);
    const cloudSyncJob = { present: true, status: 'Active' as const };
    hybrid.world.graph.sandbox.setTenant({ cloudSyncJob });
    const [asked] = await waitingFor(deps, servers, [rita, ada]);
    await waitingFor(deps, approvers, [rita]);

    const results = await Promise.all(
      instances.map((useCases) => useCases.syncNow(actorOf(amir), asked?.id)),
    );

    assert.equal(posts(hybrid), results.length);
    for (const { waiting: served, connect, cloudSync } of results) {
      assert.equal(served.length, 2);
      assert.equal(connect, undefined);
      assert.deepEqual(
        cloudSync.map(({ kind, groupId }) => [kind, groupId]),
        [['asked', servers]],
      );
    }
    // Nobody answers on premises here, so nothing was written and the next attempt need not wait.
    const recorded = await runs.list(tenantId, 9);
    assert.deepEqual(
      recorded.map(({ target, outcome, detail }) => [target, outcome, detail]),
      results.map(() => [servers, 'refused', 'HybridIdentityServiceNoActiveAgents']),
    );
  });

  it('is not available where Cloud Sync cannot be asked', async (t) => {
    const { instances, deps } = await twoInstances(t);
    await waitingFor(deps, servers, [rita]);

    assert.equal(await refusal(instances[0].syncNow(actorOf(amir))), 'sync-start-not-available');
  });

  function groupCalled(name: string): GroupId {
    return GroupId.parse(groups.find(({ displayName }) => displayName === name)?.objectId);
  }

  function withCloudSync(t: TestContext): Promise<TwoInstances> {
    return twoInstances(t, ({ clock }, { origin }) => {
      const graph = createGraph({ clock, credentials: { kind: 'sandbox' }, origin });
      t.after(() => graph.close());
      return { provisioning: graph.provisioning };
    });
  }

  function posts({ world }: HybridWorld): number {
    return world.graph.writes().filter((write) => write.endsWith('/provisionOnDemand')).length;
  }
});

/** Requests for a group that Cloud Sync writes, one for each person. */
async function waitingFor(
  { clock, requests }: SetupDeps,
  groupId: GroupId,
  people: readonly Person[],
): Promise<readonly RequestIn<'awaiting-sync'>[]> {
  const memberAt = new Date(clock.now().getTime() - 60_000);
  const { plan, setUp } = requestIn('awaiting-sync');
  const made = people.map((beneficiary) =>
    requestIn('awaiting-sync', {
      tenantId,
      memberAt,
      beneficiary,
      group: { kind: 'existing', id: groupId, displayName: 'G' },
      plan: { ...plan, writeback: { ...plan.writeback, engine: 'cloud-sync' } },
      setUp: { ...setUp, groupId },
    }),
  );
  await Promise.all(made.map((request) => requests.create(request, request.id)));
  return made;
}

describe('Who may have a sync run', () => {
  it('is an administrator, and an approver where the organisation wants it', async (t) => {
    const { instances, deps } = await twoInstances(t);
    const [request] = await waiting(deps, 1);
    const open = createUseCases({
      ...deps,
      settings: { ...deps.settings, approversMayStartSync: true },
    });

    assert.equal(await refusal(instances[0].syncNow(actorOf(rita), request?.id)), 'not-allowed');
    assert.equal(await refusal(instances[0].syncNow(actorOf(ada), request?.id)), 'not-allowed');
    assert.equal(await refusal(open.syncNow(actorOf(rita), request?.id)), 'not-allowed');
    assert.equal(await refusal(open.syncNow(actorOf(ada), request?.id)), 'none');
  });
});
