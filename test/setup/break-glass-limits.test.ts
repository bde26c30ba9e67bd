import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GroupId, UserId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import type { BreakGlassResult, BreakGlassWish } from '../../src/setup/use-cases.ts';
import { policyOf, stageOf, templateOf } from '../support/approval-policies.ts';
import { userOf } from '../support/known-approvers.ts';
import { ada, amir, paul, rita } from '../support/requests.ts';
import { actorOf, type SetupWorld, setupWorld, wish } from '../support/setup-world.ts';

const financeReports = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001');
const financeSystems = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000002');

function emergency(id: GroupId, changes: Partial<BreakGlassWish> = {}): BreakGlassWish {
  return { ...wish({ group: { kind: 'existing', id } }), confirmed: true, ...changes };
}

function world(
  stages: readonly (readonly Person[])[],
  administrators: readonly Person[] = [amir],
): Promise<SetupWorld> {
  const template = templateOf(
    stages.map((people) => stageOf(people)),
    { breakGlass: { hours: 4 }, distinctApprovers: true },
  );
  return setupWorld({
    policy: policyOf(template),
    settings: { administrators: administrators.map(({ id }) => id) },
  });
}

function codesOf(result: BreakGlassResult): readonly string[] {
  return result.kind === 'refused' ? result.refusals.map(({ code }) => code) : [result.kind];
}

describe('one emergency at a time', () => {
  it('is refused while the one before is not reviewed, from the first click on', async () => {
    await using here = await world([[ada]]);
    const { useCases } = here;
    const first = await useCases.breakGlass(actorOf(rita), emergency(financeReports));
    assert.ok(first.kind === 'submitted');

    for (const confirmed of [false, true]) {
      const second = emergency(financeSystems, { confirmed });
      assert.deepEqual(await useCases.breakGlass(actorOf(rita), second), {
        kind: 'refused',
        refusals: [{ code: 'break-glass-unreviewed', subject: first.request.id }],
      });
    }
    const { id: requestId, version } = first.request;
    await useCases.review(actorOf(ada), { requestId, version }, 'justified');

    const third = await useCases.breakGlass(actorOf(rita), emergency(financeSystems));
    assert.deepEqual(codesOf(third), ['submitted']);
  });

  it('is refused to the second of two forms sent in the same moment', async () => {
    await using here = await world([[ada]]);

    const results = await Promise.all(
      [financeReports, financeSystems].map((id) =>
        here.useCases.breakGlass(actorOf(rita), emergency(id)),
      ),
    );

    assert.deepEqual(results.flatMap(codesOf).toSorted(), ['break-glass-unreviewed', 'submitted']);
  });
});

describe('an emergency in which nobody can approve', () => {
  it('is offered by the form and its refusal, and reviewed by an administrator', async () => {
    await using here = await world([[ada], []]);
    const { useCases } = here;
    const ordinary = wish({ group: { kind: 'existing', id: financeReports } });

    const preview = await useCases.previewRoute(actorOf(rita), ordinary);
    const sent = await useCases.submit(actorOf(rita), ordinary);
    const question = await useCases.breakGlass(
      actorOf(rita),
      emergency(financeReports, { confirmed: false }),
    );
    const taken = await useCases.breakGlass(actorOf(rita), emergency(financeReports));

    for (const refused of [preview, sent]) {
      assert.ok(refused.kind === 'refused');
      assert.equal(refused.refusals[0]?.code, 'nobody-can-approve');
      assert.equal(refused.breakGlassHours, 4);
    }
    assert.deepEqual(question.kind === 'confirm' && question.told.map(({ id }) => id), [
      ada.id,
      amir.id,
    ]);
    assert.ok(taken.kind === 'submitted');
    const { id: requestId, version, approval } = taken.request;
    assert.deepEqual(approval.route.stages[1]?.approvers[0]?.because, { kind: 'administrator' });
    const reviewed = await useCases.review(actorOf(amir), { requestId, version }, 'justified');
    assert.equal(reviewed.approval.breakGlass?.review?.by.id, amir.id);
  });

  it('is reviewed by administrators as well where the stages share too few people', async () => {
    await using here = await world([[ada], [ada]]);

    const taken = await here.useCases.breakGlass(actorOf(rita), emergency(financeReports));

    assert.deepEqual(taken.kind === 'submitted' && taken.request.approvers.map(({ id }) => id), [
      ada.id,
      amir.id,
    ]);
  });

  it('leaves administrators out where the approvers are enough', async () => {
    await using here = await world([[ada], [paul]]);

    const taken = await here.useCases.breakGlass(actorOf(rita), emergency(financeReports));

    assert.deepEqual(taken.kind === 'submitted' && taken.request.approvers.map(({ id }) => id), [
      ada.id,
      paul.id,
    ]);
  });

  it('is refused where nobody else is there to review it', async () => {
    await using here = await world([[]], [rita]);

    const result = await here.useCases.breakGlass(actorOf(rita), emergency(financeReports));

    assert.deepEqual(codesOf(result), ['nobody-can-approve']);
  });
});

describe('an emergency where the policy asks more people than can be asked', () => {
  const board = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000009');
  const ofBoard = { kind: 'group', id: board } as const;
  const crowd = Array.from({ length: 201 }, (_, number) => {
    const id = UserId.parse(`aaaaaaaa-0000-4000-8000-${String(1000 + number).padStart(12, '0')}`);
    return userOf({ id, displayName: `Member ${number}` });
  });

  async function worldOf(named: readonly Person[], need: 1 | 2 = 1): Promise<SetupWorld> {
    const stage = stageOf(named, { need });
    const approvers = [...stage.approvers, ofBoard];
    const template = templateOf([{ ...stage, approvers }], { breakGlass: { hours: 4 } });
    const here = await setupWorld({ policy: policyOf(template) });
    here.approverDirectory.groups.set(board, { groupName: 'Board', users: crowd });
    return here;
  }

  async function told(here: SetupWorld): Promise<readonly string[]> {
    const { useCases } = here;
    const taken = await useCases.breakGlass(actorOf(rita), emergency(financeReports));
    assert.ok(taken.kind === 'submitted', codesOf(taken).join(' '));
    assert.equal(taken.request.state, 'setting-up');
    return taken.request.approvers.map(({ id }) => id);
  }

  it('is offered where the ordinary way is refused, and administrators review it', async () => {
    await using here = await worldOf([]);
    const ordinary = wish({ group: { kind: 'existing', id: financeReports } });

    const preview = await here.useCases.previewRoute(actorOf(rita), ordinary);

    assert.ok(preview.kind === 'refused');
    assert.equal(preview.refusals[0]?.code, 'too-many-approvers');
    assert.equal(preview.breakGlassHours, 4);
    assert.deepEqual(await told(here), [amir.id]);
  });

  it('is reviewed by the others of the stage, with administrators where they are too few', async () => {
    await using enough = await worldOf([ada]);
    await using short = await worldOf([ada], 2);

    assert.deepEqual(await told(enough), [ada.id]);
    assert.deepEqual(await told(short), [ada.id, amir.id]);
  });
});
