import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { ApprovalTemplate } from '../../src/domain/approval-policy.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Request } from '../../src/domain/request.ts';
import { moveDueApprovals } from '../../src/setup/approval-timers.ts';
import { createUseCases } from '../../src/setup/create-use-cases.ts';
import type { SetupDeps } from '../../src/setup/deps.ts';
import type { UseCases } from '../../src/setup/use-cases.ts';
import { createDelegationStore } from '../../src/store/delegation-store.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { policyOf, stageOf, templateOf } from '../support/approval-policies.ts';
import { createGroup } from '../support/create-group.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { ada, amir, paul, rita, tenantId } from '../support/requests.ts';
import { actorOf, type SetupWorld, setupWorld, wish } from '../support/setup-world.ts';
import { storeDatabase } from '../support/store-database.ts';

const hourMs = 3_600_000;
/** After one hour, then after two more, and never again. */
const reminders = { firstAfterMs: hourMs, backOff: 2, atMost: 2 };
const queue = new RecordingQueue();
let opened: Awaited<ReturnType<typeof storeDatabase>>;
let world: SetupWorld;
let deps: SetupDeps;
let useCases: UseCases;
let count = 0;

before(async () => {
  [opened, world] = await Promise.all([storeDatabase(), setupWorld()]);
  const { database } = opened;
  deps = {
    ...world.deps,
    requests: createRequestStore(database, queue),
    delegations: createDelegationStore(database),
  };
});

after(async () => {
  await world[Symbol.asyncDispose]();
  await opened.drop();
});

beforeEach(() => under({ reminders }));

/** Nobody takes access again before it is reviewed. */
afterEach(async () => {
  for (const open of await deps.requests.listToReview(tenantId, undefined, 100)) {
    await justify(ada, open);
  }
});

function under(
  changes: Partial<ApprovalTemplate>,
  timeZones: Readonly<Record<string, string>> = {},
) {
  const stages = [stageOf([ada]), stageOf([paul])];
  deps = {
    ...deps,
    policy: policyOf(templateOf(stages, { breakGlass: { hours: 4 }, ...changes })),
    timeZoneOf: async (_tenantId, id) => timeZones[id],
  };
  useCases = createUseCases(deps);
}

async function taken(): Promise<Request> {
  count += 1;
  const displayName = `Emergency ${count}`;
  await createGroup(world.graph.sandbox.origin, displayName);
  const [found] = await deps.directory.searchGroups(displayName, 1);
  assert.ok(found);
  const group = { kind: 'existing', id: found.id } as const;
  const result = await useCases.breakGlass(actorOf(rita), { ...wish({ group }), confirmed: true });
  assert.ok(result.kind === 'submitted');
  queue.work.splice(0);
  return result.request;
}

async function later(hours: number): Promise<void> {
  world.pass(hours);
  await moveDueApprovals(deps);
}

async function waitingFor(person: Person): Promise<readonly string[]> {
  return (await useCases.listWaiting(actorOf(person))).map(({ id }) => id);
}

function justify(person: Person, { id: requestId, version }: Request): Promise<Request> {
  return useCases.review(actorOf(person), { requestId, version }, 'justified');
}

describe('a review that nobody gives, in PostgreSQL', () => {
  it('is reminded of with longer and longer pauses, each time as a change with its cards', async () => {
    const { id } = await taken();
    const sent: number[] = [];

    for (const hours of [0.9, 0.2, 1.5, 0.6, 50]) {
      await later(hours);
      sent.push((await deps.requests.get(id)).approval.reminders.sent);
    }

    assert.deepEqual(sent, [0, 1, 1, 2, 2]);
    assert.deepEqual(
      queue.work.map(({ kind, requestId, version }) => [kind, requestId, version]),
      [
        ['refresh-cards', id, 2],
        ['refresh-cards', id, 3],
      ],
    );
    const events = await opened.database.db
      .selectFrom('request_events')
      .select(['actor', 'state'])
      .where('request_id', '=', id)
      .where('version', '>', 1)
      .execute();
    assert.deepEqual(events, [
      { actor: 'writeback', state: 'setting-up' },
      { actor: 'writeback', state: 'setting-up' },
    ]);
  });

  it('is reminded of no more once somebody has given it', async () => {
    const request = await taken();
    await later(1.1);

    await justify(paul, request);
    await later(10);

    assert.equal((await deps.requests.get(request.id)).approval.reminders.sent, 1);
    assert.deepEqual(await deps.requests.listDue(new Date(8.64e15), 1000), []);
  });

  it('is reminded of by nobody where the policy has no reminders', async () => {
    under({ reminders: undefined });
    const { id, version } = await taken();

    await later(100);

    assert.equal((await deps.requests.get(id)).version, version);
  });

  it('waits for the working hours of whoever of all stages works first', async () => {
    const workingHours = { from: 480, to: 1020, days: [1, 2, 3, 4, 5, 6, 7], timeZone: 'UTC' };
    under(
      { reminders: { ...reminders, workingHours } },
      {
        [ada.id]: 'Asia/Tokyo',
        [paul.id]: 'Asia/Tokyo',
      },
    );
    const { approval } = await taken();

    const { nextAt } = approval.reminders;
    assert.ok(nextAt);
    const [hour = ''] = /\d+/.exec(
      nextAt.toLocaleString('en', { timeZone: 'Asia/Tokyo', hour: '2-digit', hourCycle: 'h23' }),
    ) ?? [''];
    assert.ok(Number(hour) >= 8 && Number(hour) < 17, `${nextAt.toISOString()} is ${hour} there`);
  });

  for (let round = 1; round <= 5; round += 1) {
    it(`is not lost to a reminder in the same moment, round ${round}`, async () => {
      const request = await taken();
      world.pass(1.1);

      await Promise.all([moveDueApprovals(deps), justify(ada, request), moveDueApprovals(deps)]);

      const { approval, version } = await deps.requests.get(request.id);
      assert.equal(approval.breakGlass?.review?.by.id, ada.id);
      assert.ok(approval.reminders.sent <= 1);
      assert.equal(version, 2 + approval.reminders.sent);
    });
  }
});

describe('what waits, with reviews, in PostgreSQL', () => {
  it('holds an open review for all who can give it, until one of them has', async () => {
    const request = await taken();
    assert.ok((await waitingFor(ada)).includes(request.id));
    assert.ok((await waitingFor(paul)).includes(request.id));
    assert.ok(!(await waitingFor(rita)).includes(request.id));
    assert.ok(!(await waitingFor(amir)).includes(request.id));

    await justify(paul, request);

    assert.ok(!(await waitingFor(ada)).includes(request.id));
    assert.ok(!(await waitingFor(paul)).includes(request.id));
  });

  it('tells administrators after a day what others have not reviewed, and nobody else', async () => {
    const request = await taken();
    async function unreviewedFor(person: Person): Promise<boolean> {
      const listed = await useCases.listUnreviewed(actorOf(person));
      return listed.some(({ id }) => id === request.id);
    }
    await later(23.9);
    assert.equal(await unreviewedFor(amir), false);

    await later(0.2);

    assert.equal(await unreviewedFor(amir), true);
    assert.equal(await unreviewedFor(ada), false);
    await justify(ada, request);
    assert.equal(await unreviewedFor(amir), false);
  });
});
