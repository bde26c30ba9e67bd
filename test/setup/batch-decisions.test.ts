import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type BatchId, GroupId, type RequestId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Request } from '../../src/domain/request.ts';
import type { BatchUseCases } from '../../src/setup/batches/batch-use-cases.ts';
import { createBatchUseCases } from '../../src/setup/batches/create-batch-use-cases.ts';
import type { BatchDeps } from '../../src/setup/batches/deps.ts';
import { workOnBatches } from '../../src/setup/batches/work.ts';
import { approve } from '../../src/setup/decisions.ts';
import { policyOf, stageOf, templateOf } from '../support/approval-policies.ts';
import { createGroup } from '../support/create-group.ts';
import { userOf } from '../support/known-approvers.ts';
import { type ListsOnPostgres, startListsOnPostgres } from '../support/lists-on-postgres.ts';
import { ada, amir, ben, paul, rita } from '../support/requests.ts';
import { actorOf, type SetupWorld } from '../support/setup-world.ts';

const never = new AbortController().signal;
const twoOfThree = templateOf([stageOf([ada, paul, ben], { need: 2 })]);

describe('one click for all requests of a list', () => {
  let here: ListsOnPostgres;
  let world: SetupWorld;
  let deps: BatchDeps;
  let lists: BatchUseCases;

  before(async () => {
    here = await startListsOnPostgres();
    ({ world, deps, lists } = here);
  });
  after(() => here[Symbol.asyncDispose]());

  /** A list of Rita's for a group of its own, one line for each of these people. */
  async function sent(
    people: readonly string[],
    { group, policy }: { readonly group: string; readonly policy: BatchDeps['policy'] },
  ): Promise<BatchId> {
    await createGroup(world.graph.sandbox.origin, group);
    const routed = { ...deps, policy };
    const cases = createBatchUseCases(routed);
    const rows = people.map((who, index) => {
      const cells = { who: `${who}@contoso.test`, group, duration: '' };
      return { row: index + 1, ...cells };
    });
    const wish = { formId: randomUUID(), rows, reason: 'Closing' };
    const { batch } = await cases.start(actorOf(rita), wish);
    await workOnBatches(routed, never);
    const seenAt = deps.clock.now();
    await cases.send(actorOf(rita), { batchId: batch.id, seenAt, reason: 'Closing' });
    await workOnBatches(routed, never);
    return batch.id;
  }

  async function orderAll(batchId: BatchId, kind: 'approve' | 'deny'): Promise<void> {
    const { plansHash } = await lists.view(actorOf(ada), batchId);
    const seenAt = new Date(deps.clock.now().getTime() + 60_000);
    await lists.order(actorOf(ada), { batchId, seenAt, plansHash, kind, comment: 'All.' });
  }

  async function approveAlone(id: RequestId): Promise<void> {
    const { version } = await deps.requests.get(id);
    await approve(deps, actorOf(ada), { requestId: id, version });
  }

  async function linesOf(batchId: BatchId): Promise<readonly Request[]> {
    const { entries } = await lists.view(actorOf(ada), batchId);
    return entries.flatMap(({ request }) => request ?? []);
  }

  /** What the order did, in the order of the lines. */
  async function outcomeOf(batchId: BatchId) {
    await workOnBatches(deps, never);
    const { batch, entries, options } = await lists.view(actorOf(ada), batchId);
    return {
      result: batch.state === 'sent' && batch.orders[0]?.result,
      states: entries.map(({ request }) => request?.state),
      options,
    };
  }

  const open = 'awaiting-approval';

  it('denies those that the approver has not approved, as many as the button says', async () => {
    const people = ['rita', 'amir', 'layla', 'nora'];
    const batchId = await sent(people, { group: 'Denied Rest', policy: policyOf(twoOfThree) });
    const [first, second, third] = await linesOf(batchId);
    assert.ok(first && second && third);
    await approveAlone(first.id);
    await approveAlone(second.id);

    const { decidable } = await lists.view(actorOf(ada), batchId);
    await orderAll(batchId, 'deny');
    await approveAlone(third.id);

    assert.equal(decidable, 2);
    assert.deepEqual(await outcomeOf(batchId), {
      result: { done: 1, refused: [] },
      states: [open, open, open, 'denied'],
      options: [],
    });
  });

  it('approves without those for which a later stage needs the approver', async () => {
    const plain = templateOf([stageOf([ada, paul])]);
    const staged = templateOf([stageOf([ada, paul]), stageOf([ada])], { distinctApprovers: true });
    const policy: BatchDeps['policy'] = {
      routeFor: async ({ beneficiaryId }) => (beneficiaryId === rita.id ? staged : plain),
    };
    const batchId = await sent(['rita', 'layla', 'nora'], { group: 'Needed Later', policy });

    const { approvable, decidable } = await lists.view(actorOf(ada), batchId);
    await orderAll(batchId, 'approve');

    assert.deepEqual([approvable, decidable], [2, 3]);
    assert.deepEqual(await outcomeOf(batchId), {
      result: { done: 2, refused: [] },
      states: [open, 'setting-up', 'setting-up'],
      options: ['deny'],
    });
  });

  it('puts on record which stage has come to need the approver since the click', async () => {
    const board = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000009');
    function boardIs(...members: readonly Person[]): void {
      const users = members.map((each) => userOf(each));
      world.approverDirectory.groups.set(board, { groupName: 'Board', users });
    }
    const ofBoard = { name: 'Security', approvers: [{ kind: 'group', id: board } as const] };
    const stages = [stageOf([ada, paul]), stageOf([], ofBoard)];
    const policy = policyOf(templateOf(stages, { distinctApprovers: true }));
    boardIs(ada, amir);
    const batchId = await sent(['layla'], { group: 'Needed By Now', policy });
    await orderAll(batchId, 'approve');

    boardIs(ada);

    const { result, states } = await outcomeOf(batchId);
    assert.deepEqual(states, [open]);
    assert.deepEqual(result, {
      done: 0,
      refused: [{ row: 1, code: 'needed-later', detail: 'Security' }],
    });
  });
});
