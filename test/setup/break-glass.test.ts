import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { GroupId } from '../../src/domain/ids.ts';
import type { Request } from '../../src/domain/request.ts';
import { setUpWriteback } from '../../src/setup/procedure.ts';
import type { BreakGlassWish } from '../../src/setup/use-cases.ts';
import { policyOf, stageOf, templateOf } from '../support/approval-policies.ts';
import { ada, ben, paul, rita } from '../support/requests.ts';
import { actorOf, runAtOnce, type SetupWorld, setupWorld, wish } from '../support/setup-world.ts';

const hourMs = 3_600_000;
const systems = {
  kind: 'existing',
  id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000002'),
} as const;

function world(): Promise<SetupWorld> {
  const stages = [stageOf([ada]), stageOf([paul, ada])];
  return setupWorld({ policy: policyOf(templateOf(stages, { breakGlass: { hours: 4 } })) });
}

function emergency(confirmed: boolean): BreakGlassWish {
  return { ...wish({ reason: 'Payments are down', group: systems }), confirmed };
}

async function taken(here: SetupWorld): Promise<Request> {
  const result = await here.useCases.breakGlass(actorOf(rita), emergency(true));
  assert.ok(result.kind === 'submitted');
  return result.request;
}

/** Has something happen right after the open request of the pair was read for the first time. */
function onceFound(t: TestContext, { requests }: SetupWorld, act: () => Promise<unknown>): void {
  const find = requests.findOpenPair.bind(requests);
  let isFirst = true;
  t.mock.method(requests, 'findOpenPair', async (...pair: Parameters<typeof find>) => {
    const found = await find(...pair);
    if (isFirst) {
      isFirst = false;
      await act();
    }
    return found;
  });
}

describe('access in an emergency', () => {
  it('is not to be had where the policy does not say so', async () => {
    await using here = await setupWorld();

    const result = await here.useCases.breakGlass(actorOf(rita), emergency(true));

    assert.deepEqual(result, {
      kind: 'refused',
      refusals: [{ code: 'break-glass-off', subject: 'Finance Systems' }],
    });
  });

  it('creates no group, because its owner would outlast the hours, and is not offered for one', async () => {
    await using here = await world();
    const group = { kind: 'new', displayName: 'Treasury Payments' } as const;

    const results = await Promise.all(
      [false, true].map((confirmed) =>
        here.useCases.breakGlass(actorOf(rita), { ...emergency(confirmed), group }),
      ),
    );
    const offers = await Promise.all(
      [group, systems].map((each) => here.useCases.previewRoute(actorOf(rita), { group: each })),
    );

    const refusals = [{ code: 'break-glass-new-group', subject: 'Treasury Payments' }];
    assert.deepEqual(results, [
      { kind: 'refused', refusals },
      { kind: 'refused', refusals },
    ]);
    assert.deepEqual(
      offers.map((offer) => offer.kind === 'route' && offer.breakGlassHours),
      [undefined, 4],
    );
    assert.deepEqual(here.graph.writes(), []);
  });

  it('is explained first, and nothing is stored by that', async () => {
    await using here = await world();
    const now = here.deps.clock.now().getTime();

    const result = await here.useCases.breakGlass(actorOf(rita), emergency(false));

    assert.ok(result.kind === 'confirm');
    assert.equal(result.hours, 4);
    assert.ok(Math.abs(result.until.getTime() - now - 4 * hourMs) < 60_000);
    assert.deepEqual(
      result.told.map(({ id }) => id),
      [ada.id, paul.id],
    );
    assert.deepEqual(await here.useCases.listMine(actorOf(rita)), []);
  });

  it('begins at once with the second click, for the hours of the policy, and everybody is told', async () => {
    await using here = await world();

    const request = await taken(here);

    assert.equal(request.state, 'setting-up');
    assert.deepEqual(request.duration, { kind: 'hours', hours: 4 });
    assert.equal(request.approval.breakGlass?.reason, 'Payments are down');
    assert.deepEqual(
      request.approvers.map(({ id }) => id),
      [ada.id, paul.id],
    );
    assert.deepEqual(
      here.requests.work.map(({ kind }) => kind),
      ['set-up', 'refresh-cards'],
    );
  });

  it('is given once per form, and carried out with its end', async () => {
    await using here = await world();
    const form = emergency(true);

    const [first, second] = await Promise.all([
      here.useCases.breakGlass(actorOf(rita), form),
      here.useCases.breakGlass(actorOf(rita), form),
    ]);
    assert.ok(first.kind === 'submitted' && second.kind === 'submitted');
    await setUpWriteback(runAtOnce, here.deps, first.request.id);

    assert.equal(first.request.id, second.request.id);
    assert.equal((await here.requests.get(first.request.id)).state, 'delivering');
  });

  it('takes the place of a request for the same that nobody has decided, and says so first', async () => {
    await using here = await world();
    const ordinary = { ...wish({ group: systems, beneficiary: rita.id }) };
    const sent = await here.useCases.submit(actorOf(paul), ordinary);
    assert.ok(sent.kind === 'submitted');

    const question = await here.useCases.breakGlass(actorOf(rita), emergency(false));
    const untouched = await here.requests.get(sent.request.id);
    const form = emergency(true);
    const first = await here.useCases.breakGlass(actorOf(rita), form);
    const again = await here.useCases.breakGlass(actorOf(rita), form);

    assert.ok(question.kind === 'confirm');
    assert.deepEqual([question.replaces, untouched.state], [sent.request.id, 'awaiting-approval']);
    assert.ok(first.kind === 'submitted' && again.kind === 'submitted');
    assert.equal(again.request.id, first.request.id);
    const ended = await here.requests.get(sent.request.id);
    assert.ok(ended.state === 'cancelled');
    assert.deepEqual([ended.by.id, ended.replacedBy], [rita.id, first.request.id]);
    assert.deepEqual(
      here.requests.work.slice(1).map(({ kind, requestId }) => [kind, requestId]),
      [
        ['set-up', first.request.id],
        ['refresh-cards', first.request.id],
        ['refresh-cards', ended.id],
      ],
    );
  });

  it('replaces nothing that is approved, and names what is under way from the first click on', async () => {
    await using here = await world();
    const sent = await here.useCases.submit(actorOf(rita), wish({ group: systems }));
    assert.ok(sent.kind === 'submitted');
    const { id: requestId, version } = sent.request;
    const half = await here.useCases.approve(actorOf(ada), { requestId, version });
    await here.useCases.approve(actorOf(paul), { requestId, version: half.version });

    for (const confirmed of [false, true]) {
      assert.deepEqual(await here.useCases.breakGlass(actorOf(rita), emergency(confirmed)), {
        kind: 'refused',
        refusals: [{ code: 'break-glass-under-way', subject: requestId }],
      });
    }
    assert.equal((await here.requests.get(requestId)).state, 'setting-up');
  });

  it('comes after whatever happens to the request in the moment in which it is taken', async (t) => {
    await using here = await world();
    const sent = await here.useCases.submit(actorOf(rita), wish({ group: systems }));
    assert.ok(sent.kind === 'submitted');
    const { id: requestId, version } = sent.request;
    const ending = t.mock.method(here.requests, 'createInPlace');
    onceFound(t, here, () => here.useCases.claim(actorOf(ada), { requestId, version }));

    const result = await here.useCases.breakGlass(actorOf(rita), emergency(true));

    assert.ok(result.kind === 'submitted');
    assert.equal(ending.mock.callCount(), 2);
    const ended = await here.requests.get(requestId);
    assert.ok(ended.state === 'cancelled');
    assert.deepEqual([ended.replacedBy, ended.approval.claim?.by.id], [result.request.id, ada.id]);
  });

  it('is not taken where the request is approved in the moment in which it would end', async (t) => {
    await using here = await world();
    const sent = await here.useCases.submit(actorOf(rita), wish({ group: systems }));
    assert.ok(sent.kind === 'submitted');
    const { id: requestId, version } = sent.request;
    const half = await here.useCases.approve(actorOf(ada), { requestId, version });
    onceFound(t, here, () =>
      here.useCases.approve(actorOf(paul), { requestId, version: half.version }),
    );

    assert.deepEqual(await here.useCases.breakGlass(actorOf(rita), emergency(true)), {
      kind: 'refused',
      refusals: [{ code: 'break-glass-under-way', subject: requestId }],
    });
    assert.equal((await here.requests.get(requestId)).state, 'setting-up');
  });

  it('is reviewed afterwards by an approver, once, whatever state it is in', async () => {
    await using here = await world();
    const { id: requestId, version } = await taken(here);
    await setUpWriteback(runAtOnce, here.deps, requestId);
    const click = { requestId, version };
    const { useCases } = here;

    await assert.rejects(useCases.review(actorOf(rita), click, 'justified'), {
      code: 'own-request',
    });
    await assert.rejects(useCases.review(actorOf(ben), click, 'justified'), {
      code: 'request-not-found',
    });
    await assert.rejects(useCases.review(actorOf(paul), click, 'not-justified'), {
      code: 'input-not-valid',
      detail: 'comment-missing',
    });
    const reviewed = await useCases.review(
      actorOf(paul),
      { ...click, comment: 'There was no incident.' },
      'not-justified',
    );

    assert.equal(reviewed.state, 'delivering');
    assert.equal(reviewed.approval.breakGlass?.review?.by.id, paul.id);
    assert.equal(reviewed.approval.breakGlass?.review?.verdict, 'not-justified');
    await assert.rejects(useCases.review(actorOf(ada), click, 'justified'), {
      code: 'request-changed',
    });
  });
});
