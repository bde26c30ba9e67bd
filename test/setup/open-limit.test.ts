import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { GroupId } from '../../src/domain/ids.ts';
import type { BatchClick, BatchUseCases } from '../../src/setup/batches/batch-use-cases.ts';
import { createBatchUseCases } from '../../src/setup/batches/create-batch-use-cases.ts';
import type { BatchDeps } from '../../src/setup/batches/deps.ts';
import { workOnBatches } from '../../src/setup/batches/work.ts';
import { createUseCases } from '../../src/setup/create-use-cases.ts';
import { sendWithinLimit } from '../../src/setup/open-limit.ts';
import type { SubmitResult, UseCases } from '../../src/setup/use-cases.ts';
import { createBatchStore } from '../../src/store/batch-store.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { policyOf, stageOf, templateOf } from '../support/approval-policies.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { ada, ben, paul, requestIn, rita } from '../support/requests.ts';
import { actorOf, type SetupWorld, setupWorld, wish } from '../support/setup-world.ts';
import { storeDatabase } from '../support/store-database.ts';

const never = new AbortController().signal;
const financeReports = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001');
const atLimit = { code: 'too-many-open-requests', subject: '3' } as const;

function newGroup(name: string) {
  return wish({ group: { kind: 'new', displayName: `Limit ${name}` } });
}

function outcomesOf(results: readonly SubmitResult[]): readonly string[] {
  return results
    .flatMap((result) =>
      result.kind === 'refused' ? result.refusals.map(({ code }) => code) : result.kind,
    )
    .toSorted();
}

describe('where three requests may be open at once, on real PostgreSQL', () => {
  let stored: Awaited<ReturnType<typeof storeDatabase>>;
  let world: SetupWorld;
  let deps: BatchDeps;
  let useCases: UseCases;
  let lists: BatchUseCases;

  before(async () => {
    stored = await storeDatabase();
    const template = templateOf([stageOf([ada])], { breakGlass: { hours: 4 } });
    world = await setupWorld({ settings: { maximumOpenRequests: 3 }, policy: policyOf(template) });
    const requests = createRequestStore(stored.database, new RecordingQueue());
    deps = { ...world.deps, requests, batches: createBatchStore(stored.database) };
    deps = { ...deps, random: () => randomBytes(5) };
    useCases = createUseCases(deps);
    lists = createBatchUseCases(deps);
  });
  after(async () => {
    await world[Symbol.asyncDispose]();
    await stored.drop();
  });

  async function checkedList(person: string, groups: readonly string[]): Promise<BatchClick> {
    const rows = groups.map((group, index) => {
      return { row: index + 1, who: `${person}@contoso.test`, group, duration: '' };
    });
    const wanted = { formId: randomUUID(), rows, reason: 'Closing' };
    const { batch } = await lists.start(actorOf(rita), wanted);
    await workOnBatches(deps, never);
    return { batchId: batch.id, seenAt: deps.clock.now() };
  }

  it('ten that are counted in the same moment are sent one after another, three of them', async () => {
    const drafts = Array.from({ length: 10 }, (_unused, index) => {
      const group = { kind: 'new', displayName: 'Ops', mailNickname: `ops-${index}` } as const;
      return requestIn('awaiting-approval', { requester: paul, beneficiary: paul, group });
    });

    const sent = await Promise.all(
      drafts.map((draft) =>
        sendWithinLimit(deps, actorOf(paul), async (refusals) =>
          refusals.length === 0 ? deps.requests.create(draft, draft.id) : undefined,
        ),
      ),
    );

    assert.equal(sent.filter((request) => request !== undefined).length, 3);
  });

  it('ten forms of one person become three requests', async () => {
    const forms = Array.from({ length: 10 }, (_unused, index) => newGroup(`at once ${index}`));

    const results = await Promise.all(forms.map((form) => useCases.submit(actorOf(rita), form)));

    assert.deepEqual(outcomesOf(results), [
      ...Array.from({ length: 3 }, () => 'submitted'),
      ...Array.from({ length: 7 }, () => atLimit.code),
    ]);
    assert.equal(await deps.requests.countOpen(actorOf(rita).tenantId, rita.id), 3);
  });

  it('the next is refused before anything else is looked at, with how many there may be', async () => {
    const asked = world.graph.sandbox.exchanges.length;

    const refused = await useCases.submit(actorOf(rita), newGroup('one more'));

    assert.deepEqual(refused, { kind: 'refused', refusals: [atLimit] });
    assert.equal(world.graph.sandbox.exchanges.length, asked);
    const other = await useCases.submit(actorOf(ben), newGroup('of Ben'));
    assert.equal(other.kind, 'submitted', 'each person has a limit of their own');
  });

  it('the question who decides is answered so as well, and still offers emergency access', async () => {
    const group = { kind: 'existing', id: financeReports } as const;

    const preview = await useCases.previewRoute(actorOf(rita), { group, days: 30 });
    const { refusals } = await lists.previewRoutes(actorOf(rita), {
      group,
      days: 30,
      people: [ben.id, ada.id],
    });

    assert.deepEqual(preview, { kind: 'refused', refusals: [atLimit], breakGlassHours: 4 });
    assert.deepEqual(refusals.filter(({ code }) => code === atLimit.code).length, 1);
  });

  it('emergency access is not refused for it', async () => {
    const group = { kind: 'existing', id: financeReports } as const;

    const taken = await useCases.breakGlass(actorOf(rita), { ...wish({ group }), confirmed: true });

    assert.equal(taken.kind, 'submitted');
  });

  it('a list is not sent either and stays as it is, until something has come to an end', async () => {
    const click = await checkedList('layla', ['Finance Reports', 'Projects Atlas']);
    const send = { ...click, reason: 'Closing' };

    await assert.rejects(lists.send(actorOf(rita), send), {
      code: atLimit.code,
      detail: atLimit.subject,
    });
    assert.equal((await lists.view(actorOf(rita), click.batchId)).batch.state, 'draft');
    for (const { id: requestId, state } of await useCases.listMine(actorOf(rita))) {
      if (state === 'awaiting-approval') {
        await useCases.cancel(actorOf(rita), { requestId });
      }
    }
    await lists.send(actorOf(rita), send);

    assert.equal((await lists.view(actorOf(rita), click.batchId)).batch.state, 'sending');
  });

  it('a list counts as one while it is sent and while any of it is open', async () => {
    const { tenantId } = actorOf(rita);
    const whileSending = await deps.requests.countOpen(tenantId, rita.id);

    await workOnBatches(deps, never);

    const [{ batch, counts } = assert.fail('no list')] = await lists.listMine(actorOf(rita));
    assert.deepEqual(counts, { 'awaiting-approval': 2 });
    assert.equal(await deps.requests.countOpen(tenantId, rita.id), whileSending);
    const seenAt = new Date(deps.clock.now().getTime() + 60_000);
    await lists.order(actorOf(rita), { batchId: batch.id, seenAt, kind: 'cancel' });
    await workOnBatches(deps, never);
    assert.equal(await deps.requests.countOpen(tenantId, rita.id), whileSending - 1);
  });

  it('the same form twice in one moment is one request, also when it is the last permitted', async () => {
    const form = newGroup('the last');
    const open = await deps.requests.countOpen(actorOf(rita).tenantId, rita.id);
    const settings = { ...deps.settings, maximumOpenRequests: open + 1 };
    const tight = createUseCases({ ...deps, settings });

    const results = await Promise.all([1, 2].map(() => tight.submit(actorOf(rita), form)));

    assert.deepEqual(outcomesOf(results), ['submitted', 'submitted']);
    assert.equal(await deps.requests.countOpen(actorOf(rita).tenantId, rita.id), open + 1);
  });
});

describe('without a limit', () => {
  it('nothing is refused for what is open', async () => {
    await using world = await setupWorld();

    const results = await Promise.all(
      Array.from({ length: 5 }, (_unused, index) =>
        world.useCases.submit(actorOf(rita), newGroup(`free ${index}`)),
      ),
    );

    assert.deepEqual(new Set(outcomesOf(results)), new Set(['submitted']));
  });
});
