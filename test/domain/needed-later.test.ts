import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Approval, Approver } from '../../src/domain/approval.ts';
import { findRefusal, rolesOf } from '../../src/domain/authority.ts';
import { UserId } from '../../src/domain/ids.ts';
import {
  approversAhead,
  awaitedApprovers,
  findStageNeeding,
} from '../../src/domain/needed-later.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Request } from '../../src/domain/request.ts';
import { occasionOf } from '../../src/teams/cards/occasion.ts';
import { optionsOf } from '../../src/teams/cards/view.ts';
import { ada, amir, at, ben, paul, requestIn, tenantId } from '../support/requests.ts';
import { stopwatch } from '../support/stopwatch.ts';

function named(person: Person): Approver {
  return { person, because: { kind: 'named' } };
}

function deputyOf(of: Person, person: Person): Approver {
  return { person, because: { kind: 'deputy', of, until: at(60) } };
}

/** Each stage needs one of its people, or as many as it says. */
function asking(
  stages: readonly (readonly Approver[])[],
  changes: Partial<Approval> = {},
  distinctApprovers = true,
): Request {
  const request = requestIn('awaiting-approval', { approvers: [ada, paul, ben, amir] });
  const route = {
    rule: 'test',
    distinctApprovers,
    stages: stages.map((approvers, index) => ({ name: `Stage ${index + 1}`, approvers, need: 1 })),
  };
  return { ...request, approval: { ...request.approval, route, ...changes } };
}

const crowd = Array.from({ length: 200 }, (_unused, number) =>
  named({
    id: UserId.parse(`aaaaaaaa-0000-4000-8000-${String(1000 + number).padStart(12, '0')}`),
    displayName: `Member ${number}`,
  }),
);

function nameOf({ approval }: Request, person: Person): string | undefined {
  return findStageNeeding(approval, person.id, at(5))?.name;
}

function rolesIn(request: Request, { id }: Person): ReturnType<typeof rolesOf> {
  return rolesOf({ tenantId, id }, request, { administrators: [], now: at(5) });
}

describe('an approver whom a later stage needs', () => {
  const request = asking([[named(ada), named(paul)], [named(ada)]]);

  it('is told which stage is theirs, and the others are not', () => {
    assert.equal(nameOf(request, ada), 'Stage 2');
    assert.equal(nameOf(request, paul), undefined);
    assert.equal(nameOf(request, amir), undefined);
  });

  it('can deny, and neither approve nor say that they are on it', () => {
    const roles = rolesIn(request, ada);

    assert.equal(findRefusal(roles, 'approve', request), 'needed-later');
    assert.deepEqual(optionsOf(roles, request), ['deny']);
    assert.deepEqual(optionsOf(rolesIn(request, paul), request), ['approve', 'deny', 'claim']);
  });

  it('is not waited for, so nothing reminds them', () => {
    const waited = awaitedApprovers(request.approval, at(5)).map(({ person }) => person.id);

    assert.deepEqual(waited, [paul.id]);
    assert.equal(occasionOf(request, ada.id), undefined);
    assert.equal(occasionOf(request, paul.id), '0//0');
  });

  const free: readonly (readonly [string, Request])[] = [
    ['the stages may have the same people', asking([[named(ada)], [named(ada)]], {}, false)],
    ['somebody else can take their place', asking([[named(ada)], [named(ada), named(paul)]])],
    ['it is the last stage', asking([[named(paul)], [named(ada)]], { stage: 1 })],
    ['it could not be decided anyway', asking([[named(ada), named(paul)], []])],
  ];
  for (const [when, other] of free) {
    it(`approves here where ${when}`, () => {
      assert.equal(nameOf(other, ada), undefined);
      assert.equal(findRefusal(rolesIn(other, ada), 'approve', other), undefined);
    });
  }

  it('hears of their own stage where another one would be left short', () => {
    const chained = asking([[named(ada), named(ben)], [named(ada), named(paul)], [named(paul)]]);

    assert.equal(nameOf(chained, ada), 'Stage 2');
    assert.equal(nameOf(chained, ben), undefined);
  });

  it('is found among two hundred in no time', () => {
    const { approval } = asking([[...crowd, named(ada)], [named(ada)]]);
    const { route } = approval;
    const [first, ...others] = route.stages;
    assert.ok(first);
    const stages = [{ ...first, need: 200 }, ...others];
    const elapsed = stopwatch();

    const waited = awaitedApprovers({ ...approval, route: { ...route, stages } }, at(5));

    assert.equal(waited.length, 200);
    assert.ok(elapsed() < 500, `${elapsed()} ms`);
  });

  it('keeps their deputy from approving as well', () => {
    const stood = asking([[named(ada), named(paul), deputyOf(ada, ben)], [named(ada)]]);

    assert.equal(nameOf(stood, ben), 'Stage 2');
    assert.deepEqual(optionsOf(rolesIn(stood, ben), stood), ['deny']);
  });
});

describe('somebody who has left those who decide', () => {
  it('sees the request, has no button, and is told so at a click', () => {
    const request = asking([[named(paul)]], { left: [ada.id] });
    const roles = rolesIn(request, ada);

    assert.equal(findRefusal(roles, 'see', request), undefined);
    assert.deepEqual(optionsOf(roles, request), []);
    for (const action of ['approve', 'deny', 'claim', 'retry'] as const) {
      assert.equal(findRefusal(roles, action, request), 'no-longer-approver');
    }
  });

  it('counts again as soon as a stage asks them', () => {
    const request = asking([[named(ada)]], { left: [ada.id] });

    assert.equal(findRefusal(rolesIn(request, ada), 'approve', request), undefined);
  });
});

describe('whom a stage of a way will ask to approve', () => {
  function ahead({ approval }: Request, stage: number): readonly string[] {
    return approversAhead(approval.route, stage).map(({ person }) => person.id);
  }

  it('leaves out whom a later stage needs', () => {
    const request = asking([[named(ada), named(paul)], [named(ada)]]);

    assert.deepEqual(ahead(request, 0), [paul.id]);
    assert.deepEqual(ahead(request, 1), [ada.id]);
  });

  it('leaves out who has to approve an earlier one', () => {
    const request = asking([[named(ada)], [named(ada), named(paul)], [named(paul), named(ben)]]);

    assert.deepEqual(
      [0, 1, 2].map((stage) => ahead(request, stage)),
      [[ada.id], [paul.id], [ben.id]],
    );
  });

  it('leaves nobody out who can change places with another one', () => {
    const request = asking([
      [named(ada), named(paul)],
      [named(ada), named(paul)],
      [named(ada), named(ben)],
    ]);

    assert.deepEqual(ahead(request, 0), [ada.id, paul.id]);
    assert.deepEqual(ahead(request, 1), [ada.id, paul.id]);
    assert.deepEqual(ahead(request, 2), [ben.id]);
  });

  it('is told of two stages of two hundred in no time', () => {
    const { approval } = asking([crowd, [named(ada), ...crowd]]);
    const { route } = approval;
    const stages = route.stages.map((stage) => ({ ...stage, need: 100 }));
    const elapsed = stopwatch();

    const counts = [0, 1].map((stage) => approversAhead({ ...route, stages }, stage).length);

    assert.deepEqual(counts, [200, 201]);
    assert.ok(elapsed() < 500, `${elapsed()} ms`);
  });

  it('is everybody where a stage can spare them, where one may approve twice, and where nobody would be left', () => {
    const spared = asking([[named(ada)], [named(ada), named(paul)]]);
    const twice = asking([[named(ada), named(paul)], [named(ada)]], {}, false);
    const lacking = asking([[named(ada)], [named(ada)]]);

    assert.deepEqual(ahead(spared, 0), [ada.id]);
    assert.deepEqual(ahead(twice, 0), [ada.id, paul.id]);
    assert.deepEqual(ahead(lacking, 0), [ada.id]);
  });

  it('is nobody who only decides for somebody else', () => {
    assert.deepEqual(ahead(asking([[named(ada), deputyOf(ada, ben)]]), 0), [ada.id]);
  });
});
