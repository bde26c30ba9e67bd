import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Person } from '../../src/domain/person.ts';
import { isProblem } from '../../src/domain/problem.ts';
import type { Request } from '../../src/domain/request.ts';
import { createUseCases } from '../../src/setup/create-use-cases.ts';
import type { SetupDeps } from '../../src/setup/deps.ts';
import type { UseCases } from '../../src/setup/use-cases.ts';
import { createDelegationStore } from '../../src/store/delegation-store.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { policyOf, stageOf, templateOf } from '../support/approval-policies.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { ada, amir, ben, paul, rita } from '../support/requests.ts';
import { actorOf, setupWorld, wish } from '../support/setup-world.ts';
import { storeDatabase } from '../support/store-database.ts';

const queue = new RecordingQueue();
let opened: Awaited<ReturnType<typeof storeDatabase>>;
let world: Awaited<ReturnType<typeof setupWorld>>;
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
    policy: policyOf(templateOf([stageOf([ada, paul, amir], { need: 2 })])),
  };
  useCases = createUseCases(deps);
});

after(async () => {
  await world[Symbol.asyncDispose]();
  await opened.drop();
});

async function fresh(): Promise<Request> {
  count += 1;
  queue.work.splice(0);
  const group = { kind: 'new', displayName: `Race ${count}` } as const;
  const result = await useCases.submit(actorOf(rita), wish({ group }));
  assert.ok(result.kind === 'submitted');
  return result.request;
}

function approveAll(
  { id: requestId, version }: Request,
  people: readonly Person[],
): Promise<PromiseSettledResult<Request>[]> {
  return Promise.allSettled(
    people.map((person) => useCases.approve(actorOf(person), { requestId, version })),
  );
}

function codesOf(clicks: readonly PromiseSettledResult<Request>[]): readonly string[] {
  return clicks.flatMap((click) =>
    click.status === 'rejected' ? [isProblem(click.reason) ? click.reason.code : 'defect'] : [],
  );
}

describe('votes in the same moment, in PostgreSQL', () => {
  for (let round = 1; round <= 5; round += 1) {
    it(`count two of three and tell the third, round ${round}`, async () => {
      const request = await fresh();

      const clicks = await approveAll(request, [ada, paul, amir]);

      const stored = await deps.requests.get(request.id);
      assert.deepEqual(codesOf(clicks), ['already-decided']);
      assert.equal(stored.state, 'setting-up');
      assert.equal(new Set(stored.approval.votes.map(({ by }) => by.id)).size, 2);
      assert.equal(queue.work.filter(({ kind }) => kind === 'set-up').length, 1);
    });
  }

  it('count one of twenty clicks of one person', async () => {
    const request = await fresh();

    const clicks = await approveAll(
      request,
      Array.from({ length: 20 }, () => ada),
    );

    const { state, approval } = await deps.requests.get(request.id);
    assert.equal(clicks.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.deepEqual(new Set(codesOf(clicks)), new Set(['already-approved']));
    assert.deepEqual([state, approval.votes.length], ['awaiting-approval', 1]);
  });

  it('count while a deputy is named, and the deputy is asked', async () => {
    const request = await fresh();
    const now = deps.clock.now();
    const until = new Date(now.getTime() + 3_600_000);

    await Promise.all([
      approveAll(request, [ada]),
      useCases.delegate(actorOf(paul), { deputy: ben.id, from: now, until }),
      useCases.claim(actorOf(amir), { requestId: request.id, version: request.version }),
    ]);

    const { approval, approvers } = await deps.requests.get(request.id);
    assert.equal(approval.votes.length, 1);
    assert.equal(approval.claim?.by.id, amir.id);
    assert.ok(approvers.some(({ id }) => id === ben.id));
  });
});
