import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Request } from '../../src/domain/request.ts';
import type { BatchUseCases, ReadRow } from '../../src/setup/batches/batch-use-cases.ts';
import { createBatchUseCases } from '../../src/setup/batches/create-batch-use-cases.ts';
import type { BatchDeps } from '../../src/setup/batches/deps.ts';
import { sendRows } from '../../src/setup/batches/send.ts';
import { workOnBatches } from '../../src/setup/batches/work.ts';
import { createUseCases } from '../../src/setup/create-use-cases.ts';
import { approve, deny } from '../../src/setup/decisions.ts';
import { stageOf, templateOf } from '../support/approval-policies.ts';
import { createGroup } from '../support/create-group.ts';
import { type ListsOnPostgres, startListsOnPostgres } from '../support/lists-on-postgres.ts';
import { ada, ben, paul, rita } from '../support/requests.ts';
import { actorOf, type SetupWorld } from '../support/setup-world.ts';

const never = new AbortController().signal;

function line(row: number, who: string, group: string): ReadRow {
  return { row, who: `${who}@contoso.test`, group, duration: '' };
}

const lines = [
  line(1, 'layla', 'Finance Reports'),
  line(2, 'nora', 'Finance Reports'),
  line(3, 'layla', 'Projects Atlas'),
  line(4, 'gina', 'Finance Reports'),
];

describe('a list on real PostgreSQL', () => {
  let here: ListsOnPostgres;
  let world: SetupWorld;
  let deps: BatchDeps;
  let lists: BatchUseCases;

  before(async () => {
    here = await startListsOnPostgres();
    ({ world, deps, lists } = here);
  });
  after(() => here[Symbol.asyncDispose]());

  async function checked(rows: readonly ReadRow[]) {
    const formId = randomUUID();
    const { batch } = await lists.start(actorOf(rita), { formId, rows, reason: 'Closing' });
    await workOnBatches(deps, never);
    return { batchId: batch.id, seenAt: new Date(deps.clock.now().getTime() + 60_000) };
  }

  it('tells apart whose stage goes to other people when nobody decides', async () => {
    const escalation = { afterMs: 3_600_000, to: [{ kind: 'user', id: paul.id }] } as const;
    const [plainRoute, escalating] = [{}, { escalation }].map((changes) =>
      templateOf([stageOf([ada], changes)]),
    );
    assert.ok(plainRoute !== undefined && escalating !== undefined);
    const policy: BatchDeps['policy'] = {
      routeFor: async ({ beneficiaryId }) => (beneficiaryId === ben.id ? escalating : plainRoute),
    };
    const group = await world.deps.directory.searchGroups('Projects Atlas', 1);

    const { routes, refusals } = await createBatchUseCases({ ...deps, policy }).previewRoutes(
      actorOf(rita),
      {
        group: { kind: 'existing', id: group[0]?.id ?? assert.fail('no group') },
        days: 30,
        accessPackageId: undefined,
        people: ['ben@contoso.test', 'layla@contoso.test', 'nora@contoso.test'],
      },
    );

    assert.deepEqual(refusals, []);
    assert.deepEqual(
      routes.map(({ people }) => people.length),
      [1, 2],
    );
  });

  it('refuses lines without an end where every membership ends', async () => {
    const settings = { ...deps.settings, maximumDays: 30, canHaveNoEnd: false };
    const strict = { ...deps, settings };
    const rows = [
      line(1, 'layla', 'Finance Reports'),
      { ...line(2, 'nora', 'Finance Reports'), days: 30 },
    ];

    const { batch } = await createBatchUseCases(strict).start(actorOf(rita), {
      formId: randomUUID(),
      rows,
      reason: 'Closing',
    });
    await workOnBatches(strict, never);

    const { entries } = await lists.view(actorOf(rita), batch.id);
    assert.deepEqual(
      entries.map(({ row: { verdict } }) => verdict.kind === 'refused' && verdict.refusals),
      [[{ code: 'duration-too-long', subject: '30' }], false],
    );
  });

  it('is sent once by twenty clicks, in three requests and not in sixty', async () => {
    const click = await checked(lines);

    await Promise.all(
      Array.from({ length: 20 }, () => lists.send(actorOf(rita), { ...click, reason: 'Closing' })),
    );
    await Promise.all([workOnBatches(deps, never), workOnBatches(deps, never)]);

    const { batch, entries } = await lists.view(actorOf(rita), click.batchId);
    assert.equal(batch.state, 'sent');
    assert.deepEqual(
      entries.map(({ request }) => request?.batch?.row),
      [1, 2, 3, undefined],
    );
    const stillThere = await deps.batches.listRequests(batch.tenantId, batch.id);
    assert.equal(stillThere.length, 3);
  });

  it('is decided once per request by two approvers at once, and tells each what they did', async () => {
    const [{ batch } = assert.fail('there is no list')] = await lists.listMine(actorOf(rita));
    const { plansHash } = await lists.view(actorOf(ada), batch.id);
    const seenAt = new Date(deps.clock.now().getTime() + 60_000);
    const click = { batchId: batch.id, seenAt, plansHash };

    await Promise.all(
      [ada, paul].map((approver) => lists.order(actorOf(approver), { ...click, kind: 'approve' })),
    );
    await workOnBatches(deps, never);
    await workOnBatches(deps, never);

    const { batch: decided, entries } = await lists.view(actorOf(rita), batch.id);
    const orders = decided.state === 'sent' ? decided.orders : [];
    assert.deepEqual(orders.map(({ result }) => result?.done).toSorted(compare), [0, 3]);
    assert.deepEqual(
      entries.map(({ request }) => request?.state),
      ['setting-up', 'setting-up', 'setting-up', undefined],
    );
  });

  it('is not there for a stranger, and shows no stranger its refused lines', async () => {
    const [{ batch } = assert.fail('there is no list')] = await lists.listMine(actorOf(rita));

    await assert.rejects(lists.view(actorOf(ben), batch.id), { code: 'request-not-found' });
    await assert.rejects(
      lists.order(actorOf(ben), { batchId: batch.id, seenAt: new Date(), kind: 'retry' }),
      { code: 'request-not-found' },
    );
    assert.equal((await lists.view(actorOf(ada), batch.id)).entries.length, 3);
  });

  it('goes on after a process that died while it was sending, without a second request', async () => {
    const click = await checked([
      line(1, 'nora', 'Finance Systems'),
      line(2, 'ben', 'Finance Systems'),
    ]);
    await lists.send(actorOf(rita), { ...click, reason: 'Closing' });
    const sending = await deps.batches.get(click.batchId);
    assert.equal(sending.state, 'sending');
    await sendRows(deps, sending);

    await workOnBatches(deps, never);

    const { entries } = await lists.view(actorOf(rita), click.batchId);
    assert.deepEqual(
      entries.map(({ row }) => row.verdict.kind),
      ['sent', 'sent'],
    );
    const requests = await deps.batches.listRequests(sending.tenantId, sending.id);
    assert.equal(requests.length, 2);
  });

  it('leaves alone what was asked after the card was drawn', async () => {
    const click = await checked([line(1, 'amir', 'Finance Systems')]);
    await lists.send(actorOf(rita), { ...click, reason: 'Closing' });
    await workOnBatches(deps, never);

    const { plansHash } = await lists.view(actorOf(ada), click.batchId);
    const old = { batchId: click.batchId, seenAt: new Date(0), plansHash };
    await lists.order(actorOf(ada), { ...old, kind: 'approve' });
    await workOnBatches(deps, never);

    const { batch, entries } = await lists.view(actorOf(rita), click.batchId);
    assert.deepEqual(batch.state === 'sent' && batch.orders[0]?.result, {
      done: 0,
      refused: [{ row: 1, code: 'request-changed' }],
    });
    assert.equal(entries[0]?.request?.state, 'awaiting-approval');
  });

  it('is not decided by a click on other plans than those that are stored by now', async () => {
    const click = await checked([{ ...line(1, 'amir', 'Projects Atlas'), days: 90 }]);
    await lists.send(actorOf(rita), { ...click, reason: 'Closing' });
    await workOnBatches(deps, never);
    const paulSaw = await lists.view(actorOf(paul), click.batchId);
    const adaSaw = paulSaw.entries[0]?.request;
    assert.ok(adaSaw);
    await needTwo(adaSaw.id);
    const { id: requestId, version } = await deps.requests.get(adaSaw.id);
    await approve(deps, actorOf(ada), { requestId, version, days: 7 });

    const seen = { ...click, plansHash: paulSaw.plansHash };
    for (const kind of ['approve', 'deny'] as const) {
      for (const plansHash of [paulSaw.plansHash, undefined]) {
        const order = lists.order(actorOf(paul), { ...seen, plansHash, kind, comment: 'Fine.' });
        await assert.rejects(order, { code: 'request-changed' });
      }
    }
    const now = await lists.view(actorOf(paul), click.batchId);
    await lists.order(actorOf(paul), { ...seen, plansHash: now.plansHash, kind: 'approve' });
    await workOnBatches(deps, never);

    const { entries } = await lists.view(actorOf(rita), click.batchId);
    const { state, duration } = entries[0]?.request ?? {};
    assert.deepEqual([state, duration], ['setting-up', { kind: 'days', days: 7 }]);
  });

  it('leaves alone a plan that changes between the click and its turn', async () => {
    const click = await checked([{ ...line(1, 'layla', 'Finance Systems'), days: 90 }]);
    await lists.send(actorOf(rita), { ...click, reason: 'Closing' });
    await workOnBatches(deps, never);
    const { plansHash, entries } = await lists.view(actorOf(paul), click.batchId);
    const requestId = entries[0]?.request?.id;
    assert.ok(requestId);
    await needTwo(requestId);
    await lists.order(actorOf(paul), { ...click, plansHash, kind: 'approve' });

    const { version } = await deps.requests.get(requestId);
    await approve(deps, actorOf(ada), { requestId, version, days: 7 });
    await workOnBatches(deps, never);

    const { batch } = await lists.view(actorOf(rita), click.batchId);
    assert.deepEqual(batch.state === 'sent' && batch.orders[0]?.result, {
      done: 0,
      refused: [{ row: 1, code: 'request-changed' }],
    });
    assert.equal((await deps.requests.get(requestId)).state, 'awaiting-approval');
  });

  async function needTwo(id: Request['id']): Promise<void> {
    const request = await deps.requests.get(id);
    const { approval } = request;
    const stages = approval.route.stages.map((stage) => ({ ...stage, need: 2 }));
    const next = { ...request, approval: { ...approval, route: { ...approval.route, stages } } };
    assert.ok(await deps.requests.advance(request, next, ada.id));
  }

  it('is taken back as a whole by whoever made it, while nobody has decided', async () => {
    const click = await checked([line(1, 'nora', 'Projects Atlas')]);
    await lists.send(actorOf(rita), { ...click, reason: 'Closing' });
    await workOnBatches(deps, never);

    await lists.order(actorOf(rita), { ...click, kind: 'cancel' });
    await workOnBatches(deps, never);

    const { entries, options } = await lists.view(actorOf(rita), click.batchId);
    assert.equal(entries[0]?.request?.state, 'cancelled');
    assert.deepEqual(options, []);
    await assert.rejects(lists.order(actorOf(rita), { ...click, kind: 'cancel' }), {
      code: 'already-decided',
    });
  });

  it('is taken back as far as nobody has decided it', async () => {
    const click = await checked([
      line(1, 'ben', 'Projects Atlas'),
      line(2, 'nora', 'Projects Atlas'),
    ]);
    await lists.send(actorOf(rita), { ...click, reason: 'Closing' });
    await workOnBatches(deps, never);
    const decided = (await lists.view(actorOf(rita), click.batchId)).entries[0]?.request;
    assert.ok(decided);
    await deny(deps, actorOf(ada), {
      requestId: decided.id,
      version: decided.version,
      comment: 'Not he.',
    });
    assert.ok((await lists.view(actorOf(rita), click.batchId)).options.includes('cancel'));

    await lists.order(actorOf(rita), { ...click, kind: 'cancel' });
    await workOnBatches(deps, never);

    const { batch, entries, options } = await lists.view(actorOf(rita), click.batchId);
    assert.deepEqual(
      entries.map(({ request }) => request?.state),
      ['denied', 'cancelled'],
    );
    assert.deepEqual(batch.state === 'sent' && batch.orders[0]?.result, { done: 1, refused: [] });
    assert.deepEqual(options, []);
  });

  it('says all that is wrong with a line, and names what stands in it as an object id', async () => {
    const financeReports = 'bbbbbbbb-0000-4000-8000-000000000001';
    const unreadable = { duration: 'abc', complaint: 'row-duration-not-valid' };
    const { batchId } = await checked([
      { ...line(1, 'nobody', 'Finance Rapports'), ...unreadable },
      { ...line(2, 'gina', financeReports), who: 'nobody@contoso.test', ...unreadable },
      { ...line(3, 'nora', 'Finance Systems'), ...unreadable },
      { ...line(4, 'nobody', financeReports), days: 900, duration: '900' },
      { ...line(5, '', ''), complaint: 'row-not-readable' },
    ]);

    const { batch } = await lists.view(actorOf(rita), batchId);
    const told = batch.rows.map(({ verdict }) =>
      verdict.kind === 'refused'
        ? [verdict.groupName, ...verdict.refusals.map(({ code, subject }) => `${code} ${subject}`)]
        : verdict.kind,
    );
    assert.deepEqual(told, [
      [
        undefined,
        'user-not-found nobody@contoso.test',
        'group-not-found Finance Rapports',
        'input-not-valid row-duration-not-valid',
      ],
      [
        'Finance Reports',
        'user-not-found nobody@contoso.test',
        'input-not-valid row-duration-not-valid',
      ],
      [undefined, 'input-not-valid row-duration-not-valid'],
      ['Finance Reports', 'user-not-found nobody@contoso.test', 'duration-too-long 365'],
      [undefined, 'input-not-valid row-not-readable'],
    ]);
  });

  it('says that a display name is no sign-in name, and finds a group by its address', async () => {
    const { batchId } = await checked([
      { ...line(1, '', 'Finance Systems'), who: 'Ben Okafor' },
      { ...line(2, '', 'Nowhere'), who: 'ada' },
      { ...line(3, 'amir', 'Finance-Reports@contoso.test') },
      { ...line(4, 'amir', 'nowhere@contoso.test') },
    ]);

    const { batch } = await lists.view(actorOf(rita), batchId);
    const told = batch.rows.map(({ verdict }) =>
      verdict.kind === 'refused'
        ? verdict.refusals.map(({ code, subject }) => `${code} ${subject}`)
        : verdict.kind === 'good' && verdict.group.displayName,
    );
    assert.deepEqual(told, [
      ['input-not-valid person-not-a-sign-in-name'],
      ['input-not-valid person-not-a-sign-in-name', 'group-not-found Nowhere'],
      'Finance Reports',
      ['group-not-found nowhere@contoso.test'],
    ]);
  });

  it('gives refused lines of the form back with names, and with an id where a name says too little', async () => {
    const { origin } = world.graph.sandbox;
    await createGroup(origin, 'Twin Team');
    await createGroup(origin, 'twin team', 'twin-of-it');
    const [{ id: twin } = assert.fail('it was created')] = await deps.directory.searchGroups(
      'Twin Team',
      1,
    );
    const financeReports = 'bbbbbbbb-0000-4000-8000-000000000001';
    const { batchId } = await checked([
      { ...line(1, 'nobody', financeReports) },
      { ...line(2, 'nobody', twin) },
      { ...line(3, 'gina', financeReports), who: ben.id, days: 9999 },
      { ...line(4, 'nobody', financeReports), text: `nobody@contoso.test;${financeReports}` },
    ]);

    const rows = await lists.refusedLines(actorOf(rita), batchId);

    assert.deepEqual(
      rows.map(({ who, group, text }) => text ?? [who, group]),
      [
        ['nobody@contoso.test', 'Finance Reports'],
        ['nobody@contoso.test', twin],
        ['ben@contoso.test', 'Finance Reports'],
        `nobody@contoso.test;${financeReports}`,
      ],
    );
  });

  it('is told among the lists of whoever made it with what has become of it', async () => {
    const click = await checked([line(1, 'nora', 'Projects Atlas'), line(2, 'nobody', 'Nowhere')]);
    await lists.send(actorOf(rita), { ...click, reason: 'Closing' });
    await workOnBatches(deps, never);

    const [newest] = await lists.listMine(actorOf(rita));

    assert.equal(newest?.batch.id, click.batchId);
    assert.deepEqual(newest.counts, { 'awaiting-approval': 1 });
    assert.deepEqual(await lists.listMine(actorOf(ben)), []);
  });

  it('is told to somebody in it by their own line alone, with its state', async () => {
    await createGroup(world.graph.sandbox.origin, 'Own Lines');
    const click = await checked([line(1, 'ben', 'Own Lines'), line(2, 'rita', 'Own Lines')]);
    await lists.send(actorOf(rita), { ...click, reason: 'Closing' });
    await workOnBatches(deps, never);
    const useCases = createUseCases(deps);

    const [bens] = await useCases.listMine(actorOf(ben));
    const [ritas] = await useCases.listMine(actorOf(rita));

    assert.deepEqual(
      [bens?.batch, bens?.state],
      [{ id: click.batchId, row: 1 }, 'awaiting-approval'],
    );
    assert.deepEqual(ritas?.batch, { id: click.batchId, row: 2 }, 'not the line of Ben');
    const { id: requestId } = ritas ?? assert.fail('no line');
    await assert.rejects(useCases.find(actorOf(ben), requestId), { code: 'request-not-found' });
    await assert.rejects(lists.view(actorOf(ben), click.batchId), { code: 'request-not-found' });
  });

  it('of 200 lines about 5 people and 40 groups is checked by a few questions for each group', async () => {
    const teams = Array.from({ length: 40 }, (_unused, index) => `Close Team ${index + 10}`);
    for (const team of teams) {
      await createGroup(world.graph.sandbox.origin, team);
    }
    const people = ['rita', 'ben', 'amir', 'layla', 'nora'];
    const rows = teams.flatMap((team, at) =>
      people.map((who, index) => line(at * people.length + index + 1, who, team)),
    );
    const { exchanges } = world.graph.sandbox;
    const askedBefore = exchanges.length;

    const { batchId } = await checked(rows);

    const { batch } = await lists.view(actorOf(rita), batchId);
    assert.equal(batch.rows.length, 200);
    assert.deepEqual(new Set(batch.rows.map(({ verdict }) => verdict.kind)), new Set(['good']));
    const asked = exchanges.slice(askedBefore).map(({ path }) => path);
    const perLine = asked.filter((path) => path.endsWith('/checkMemberGroups'));
    // Whether somebody is a member already is asked for each line, all else once for each group and each person.
    assert.equal(perLine.length, rows.length);
    assert.ok(
      asked.length - perLine.length <= 2 * teams.length + 2 * people.length + 10,
      `${asked.length} questions`,
    );
  });
});

function compare(one: number | undefined, other: number | undefined): number {
  return (one ?? 0) - (other ?? 0);
}
