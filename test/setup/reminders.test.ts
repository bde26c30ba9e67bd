import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Person } from '../../src/domain/person.ts';
import type { Request } from '../../src/domain/request.ts';
import { moveDueApprovals } from '../../src/setup/approval-timers.ts';
import { createUseCases } from '../../src/setup/create-use-cases.ts';
import type { SetupDeps } from '../../src/setup/deps.ts';
import { occasionOf } from '../../src/teams/cards/occasion.ts';
import { policyOf, stageOf, templateOf } from '../support/approval-policies.ts';
import { ada, amir, paul, rita } from '../support/requests.ts';
import { actorOf, setupWorld, wish } from '../support/setup-world.ts';

const hourMs = 3_600_000;
const everyDay = { from: 8 * 60, to: 17 * 60, days: [1, 2, 3, 4, 5, 6, 7] };
const zones: Readonly<Record<string, string>> = {
  [ada.id]: 'Europe/Berlin',
  [paul.id]: 'Asia/Tokyo',
};

interface Stopped extends AsyncDisposable {
  readonly deps: SetupDeps;
  goTo(text: string): Promise<void>;
  submitted(): Promise<Request>;
}

/** Everything as it is, at a moment that only the test moves; requests are made on a Wednesday at 9:00 UTC. */
async function worldAt(
  workingHours: typeof everyDay & { readonly timeZone?: string },
  escalation?: { readonly afterMs: number; readonly to: readonly Person[] },
): Promise<Stopped> {
  const sources = escalation?.to.map(({ id }) => ({ kind: 'user' as const, id }));
  const further = escalation && { afterMs: escalation.afterMs, to: sources ?? [] };
  const stage = stageOf([ada, paul], { escalation: further });
  const reminders = { firstAfterMs: 4 * hourMs, backOff: 2, atMost: 3, workingHours };
  const world = await setupWorld({ policy: policyOf(templateOf([stage], { reminders })) });
  let now = new Date('2026-11-25T09:00:00Z');
  const deps: SetupDeps = {
    ...world.deps,
    clock: { ...world.deps.clock, now: () => now },
    timeZoneOf: (_tenantId, id) => Promise.resolve(zones[id]),
  };
  return {
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
    deps,
    async goTo(text) {
      now = new Date(text);
      await moveDueApprovals(deps);
    },
    async submitted() {
      const result = await createUseCases(deps).submit(actorOf(rita), wish());
      assert.ok(result.kind === 'submitted');
      return result.request;
    },
  };
}

async function remindersOf({ deps }: Stopped, { id }: Request): Promise<readonly unknown[]> {
  const request = await deps.requests.get(id);
  return [ada, paul, amir].map((each) => occasionOf(request, each.id)?.split('/').at(-1));
}

describe('reminders of people in different time zones', () => {
  it('come to each in their own working hours', async () => {
    await using here = await worldAt(everyDay);
    const request = await here.submitted();
    const { nextAt } = request.approval.reminders;

    await here.goTo('2026-11-25T13:00:00Z');
    const afternoon = await remindersOf(here, request);
    await here.goTo('2026-11-25T23:00:00Z');
    const night = await remindersOf(here, request);

    assert.equal(nextAt?.toISOString(), '2026-11-25T13:00:00.000Z');
    assert.deepEqual(afternoon, ['1', '0', undefined], 'it is two in Berlin and ten in Tokyo');
    assert.deepEqual(night, ['1', '1', undefined], 'it is eight in the morning in Tokyo');
  });

  it('end for each of them after as many as the policy has', async () => {
    await using here = await worldAt(everyDay);
    const request = await here.submitted();

    for (let day = 26; day < 36; day += 1) {
      for (const time of ['01:00', '13:00']) {
        await here.goTo(new Date(Date.UTC(2026, 10, day, Number(time.slice(0, 2)))).toISOString());
      }
    }

    assert.deepEqual(await remindersOf(here, request), ['3', '3', undefined]);
    assert.equal((await here.deps.requests.get(request.id)).approval.reminders.nextAt, undefined);
  });

  it('wait for the next day of work where nothing ran when they were due', async () => {
    const office = { ...everyDay, days: [1, 2, 3, 4, 5] };
    await using here = await worldAt(office);
    const request = await here.submitted();

    await here.goTo('2026-11-28T02:00:00Z');
    const night = await remindersOf(here, request);
    const { nextAt } = (await here.deps.requests.get(request.id)).approval.reminders;
    await here.goTo('2026-11-29T23:00:00Z');
    const tokyo = await remindersOf(here, request);
    await here.goTo('2026-11-30T07:00:00Z');

    assert.deepEqual(night, ['0', '0', undefined], 'it is Saturday, three at night in Berlin');
    assert.equal(nextAt?.toISOString(), '2026-11-29T23:00:00.000Z');
    assert.deepEqual(tokyo, ['0', '1', undefined], 'it is eight on Monday in Tokyo alone');
    assert.deepEqual(await remindersOf(here, request), ['1', '2', undefined], 'and in Berlin');
  });

  it("count in the policy's zone for whom none is known, whatever is known of others", async () => {
    const office = { ...everyDay, timeZone: 'America/Los_Angeles' };
    await using here = await worldAt(office, { afterMs: hourMs, to: [amir] });
    const request = await here.submitted();

    await here.goTo('2026-11-25T10:00:00Z');
    await here.goTo('2026-11-25T15:00:00Z');
    const early = await remindersOf(here, request);
    await here.goTo('2026-11-25T16:00:00Z');

    assert.deepEqual(early, ['1', '0', '0'], 'it is seven in the morning in Los Angeles');
    assert.deepEqual(await remindersOf(here, request), ['1', '0', '1']);
  });

  it('begin for whom it is escalated to when they are asked', async () => {
    await using here = await worldAt(
      { ...everyDay, timeZone: 'UTC' },
      { afterMs: 2 * hourMs, to: [amir] },
    );
    const request = await here.submitted();

    await here.goTo('2026-11-25T11:00:00Z');
    await here.goTo('2026-11-25T13:00:00Z');
    const soon = await remindersOf(here, request);
    await here.goTo('2026-11-25T15:00:00Z');

    assert.deepEqual(soon, ['1', '0', '0']);
    assert.deepEqual(await remindersOf(here, request), ['1', '0', '1']);
  });
});
