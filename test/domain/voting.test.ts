import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Approval, Approver } from '../../src/domain/approval.ts';
import { findRefusal, rolesOf } from '../../src/domain/authority.ts';
import { withDeputies, withoutDeputies } from '../../src/domain/delegation.ts';
import { findStarvedStage } from '../../src/domain/distinct-approvers.ts';
import type { Person } from '../../src/domain/person.ts';
import {
  castVote,
  enterStage,
  findSeat,
  isLastStage,
  isReminded,
  isStageComplete,
  pendingApprovers,
  standingOf,
} from '../../src/domain/voting.ts';
import { ada, amir, at, ben, paul, requestIn, rita, tenantId } from '../support/requests.ts';

const people = [rita, ben, ada, paul, amir] as const;
const anyone = fc.constantFrom(...people);

function named(person: Person): Approver {
  return { person, because: { kind: 'named' } };
}

function deputy(person: Person, of: Person, until = at(60)): Approver {
  return { person, because: { kind: 'deputy', of, until } };
}

function deputySince(person: Person, since: Date): Approver {
  return { person, because: { kind: 'deputy', of: ada, since, until: at(60) } };
}

interface Stage {
  readonly approvers: readonly Approver[];
  readonly need?: number;
}

function approvalOf(stages: readonly Stage[], distinctApprovers = false): Approval {
  return {
    route: {
      rule: 'test',
      stages: stages.map(({ approvers, need = 1 }, index) => ({
        name: `Stage ${index + 1}`,
        approvers,
        need,
      })),
      distinctApprovers,
    },
    stage: 0,
    stageSince: at(0),
    askedSince: 1,
    votes: [],
    reminders: { sent: 0 },
    planHash: 'hash',
  };
}

/** The approval after this person's vote, or undefined where it does not count. */
function vote(approval: Approval, by: Person, now = at(1)): Approval | undefined {
  const seat = findSeat(approval, by.id, now);
  if (seat === undefined) {
    return undefined;
  }
  const onBehalfOf = seat.because.kind === 'deputy' ? seat.because.of : undefined;
  return castVote(approval, { by, onBehalfOf, at: now, planHash: approval.planHash });
}

function next(approval: Approval): Approval {
  return enterStage(approval, { stage: approval.stage + 1, now: at(2), version: 2 });
}

describe('an approval by vote', () => {
  it('counts each person once in a stage', () => {
    const once = vote(approvalOf([{ approvers: [named(ada), named(paul)], need: 2 }]), ada);
    assert.ok(once);

    assert.equal(standingOf(once, ada.id, at(1)), 'has-voted');
    assert.equal(vote(once, ada), undefined);
    assert.equal(isStageComplete(once), false);
    assert.equal(isStageComplete(vote(once, paul) ?? once), true);
  });

  it('asks a person again in the next stage, unless the stages need different people', () => {
    const stages = [{ approvers: [named(ada)] }, { approvers: [named(ada), named(paul)] }];
    for (const [isDistinct, standing] of [
      [false, 'may-vote'],
      [true, 'voted-earlier'],
    ] as const) {
      const voted = vote(approvalOf(stages, isDistinct), ada);
      assert.ok(voted);

      assert.equal(standingOf(next(voted), ada.id, at(3)), standing);
      assert.equal(standingOf(next(voted), paul.id, at(3)), 'may-vote');
    }
  });

  it('counts a deputy and whom they stand for as one', () => {
    const approval = approvalOf(
      [
        { approvers: [named(ada), named(paul), deputy(ben, ada)], need: 2 },
        { approvers: [named(ada), named(ben), named(amir)] },
      ],
      true,
    );

    const byDeputy = vote(approval, ben);
    assert.ok(byDeputy);
    const inNextStage = next(byDeputy);

    assert.deepEqual(byDeputy.votes[0]?.onBehalfOf, ada);
    assert.equal(standingOf(byDeputy, ada.id, at(1)), 'has-voted');
    assert.equal(standingOf(inNextStage, ada.id, at(3)), 'voted-earlier');
    assert.equal(standingOf(inNextStage, ben.id, at(3)), 'voted-earlier');
    assert.equal(standingOf(inNextStage, amir.id, at(3)), 'may-vote');
  });

  it('takes the vote of a deputy who is asked as well for their own', () => {
    const voted = vote(
      approvalOf([{ approvers: [deputy(ben, ada), named(ada), named(ben)] }]),
      ben,
    );

    assert.equal(voted?.votes[0]?.onBehalfOf, undefined);
    assert.equal(voted && standingOf(voted, ada.id, at(1)), 'may-vote');
  });

  it('knows a deputy only until their time is over, to the moment', () => {
    const approval = approvalOf([{ approvers: [named(ada), deputy(ben, ada, at(30))] }]);

    assert.equal(standingOf(approval, ben.id, new Date(at(30).getTime() - 1)), 'may-vote');
    assert.equal(standingOf(approval, ben.id, at(30)), 'not-asked');
    assert.deepEqual(
      pendingApprovers(approval, at(30)).map(({ person }) => person.id),
      [ada.id],
    );
  });

  it('reminds only those who were asked before the last reminder', () => {
    const asked = approvalOf([
      { approvers: [named(ada), deputySince(paul, at(2)), deputySince(ben, at(6))] },
    ]);
    const approval = { ...asked, reminders: { sent: 1, lastAt: at(4) } };

    assert.deepEqual(
      [ada, paul, ben].map(({ id }) => isReminded(approval, id)),
      [true, true, false],
    );
    assert.equal(isReminded(approval, undefined), true);
    assert.equal(isReminded(asked, ada.id), false);
  });

  it('reminds nobody who is asked in addition after the last reminder', () => {
    const asked = approvalOf([{ approvers: [named(ada)] }]);
    const [stage] = asked.route.stages;
    assert.ok(stage !== undefined);
    const escalation = { afterMs: 60_000, approvers: [named(amir)] };
    const approval: Approval = {
      ...asked,
      route: { ...asked.route, stages: [{ ...stage, escalation }] },
      escalatedAt: at(5),
      reminders: { sent: 1, lastAt: at(4) },
    };
    const again: Approval = { ...approval, reminders: { sent: 2, lastAt: at(8) } };

    assert.equal(isReminded(approval, amir.id), false);
    assert.equal(isReminded(approval, ada.id), true);
    assert.equal(isReminded(again, amir.id), true);
  });

  it('takes the authority of a deputy away at once when the delegation ends', () => {
    const approvers = withDeputies([named(ada)], [delegationOf(ada, ben)], [rita.id]);
    const ended = withoutDeputies(approvers, [delegationOf(ada, ben)], at(5));

    assert.equal(standingOf(approvalOf([{ approvers }]), ben.id, at(5)), 'may-vote');
    assert.equal(standingOf(approvalOf([{ approvers: ended }]), ben.id, at(5)), 'not-asked');
    assert.equal(standingOf(approvalOf([{ approvers: ended }]), ada.id, at(5)), 'may-vote');
  });

  it('makes no party a deputy, and nobody twice', () => {
    const delegation = delegationOf(ada, ben);
    const once = withDeputies([named(ada)], [delegation], []);

    assert.deepEqual(withDeputies([named(ada)], [delegation], [ben.id]), [named(ada)]);
    assert.deepEqual(withDeputies(once, [delegation], []), once);
  });
});

describe('whatever is voted in whatever order', () => {
  const stage = fc
    .record({
      named: fc.uniqueArray(anyone, { minLength: 1, selector: ({ id }) => id }),
      deputies: fc.array(fc.record({ person: anyone, of: anyone, minutes: fc.nat(20) }), {
        maxLength: 3,
      }),
      need: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ named: own, deputies, need }) => ({
      approvers: [
        ...own.map(named),
        ...deputies
          .filter(({ person, of }) => person.id !== of.id)
          .map(({ person, of, minutes }) => deputy(person, of, at(minutes))),
      ],
      need,
    }));
  const course = fc.record({
    requester: anyone,
    beneficiary: anyone,
    stages: fc.array(stage, { minLength: 1, maxLength: 3 }),
    distinct: fc.boolean(),
    clicks: fc.array(fc.record({ by: anyone, minute: fc.nat(20) }), { maxLength: 25 }),
  });

  it('a stage is passed only by as many different people as it needs, never by a party', () => {
    fc.assert(
      fc.property(course, ({ requester, beneficiary, stages, distinct, clicks }) => {
        let approval = approvalOf(stages, distinct);
        let isApproved = false;
        for (const { by, minute } of clicks.toSorted((one, other) => one.minute - other.minute)) {
          const request = requestIn('awaiting-approval', { requester, beneficiary, approval });
          const roles = rolesOf({ id: by.id, tenantId }, request, {
            administrators: people.map(({ id }) => id),
            now: at(minute),
          });
          if (isApproved || findRefusal(roles, 'approve', request) !== undefined) {
            continue;
          }
          approval = vote(approval, by, at(minute)) ?? assert.fail('allowed and not counted');
          if (isStageComplete(approval)) {
            isApproved = isLastStage(approval);
            approval = isApproved ? approval : next(approval);
          }
        }
        checkVotes(approval, { requester, beneficiary, distinct });
        const passed = approval.stage + (isApproved ? 1 : 0);
        for (const [index, { need }] of stages.slice(0, passed).entries()) {
          const voters = approval.votes.filter((each) => each.stage === index);
          assert.equal(new Set(voters.map(({ by }) => by.id)).size, need);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a vote that uses somebody up', () => {
  const stage = fc
    .record({
      named: fc.uniqueArray(anyone, { minLength: 1, selector: ({ id }) => id }),
      deputies: fc.array(fc.record({ person: anyone, of: anyone }), { maxLength: 3 }),
      need: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ named: own, deputies, need }) => ({
      approvers: [
        ...own.map(named),
        ...deputies
          .filter(({ person, of }) => person.id !== of.id && own.includes(of))
          .map(({ person, of }) => deputy(person, of)),
      ],
      need,
    }));
  const course = fc.record({
    stages: fc.array(stage, { minLength: 1, maxLength: 3 }),
    distinct: fc.boolean(),
    order: fc.array(anyone, { maxLength: 15 }),
  });

  it('never leaves a request that could be decided to nobody', () => {
    fc.assert(
      fc.property(course, ({ stages, distinct, order }) => {
        const blank = approvalOf(stages, distinct);
        fc.pre(findStarvedStage(blank, blank) === undefined);
        const approval = order.reduce((before, by) => harmless(before, by) ?? before, blank);

        assert.ok(canEnd(approval), 'nobody may approve any more');
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused only where somebody else can approve instead', () => {
    const approval = approvalOf(
      [{ approvers: [named(ada), named(paul)] }, { approvers: [named(ada)] }],
      true,
    );
    const starved = findStarvedStage(approval, vote(approval, ada) ?? assert.fail());

    assert.deepEqual([starved?.stage.name, starved?.isByVote], ['Stage 2', true]);
    assert.equal(findStarvedStage(approval, vote(approval, paul) ?? assert.fail()), undefined);
    const hopeless = approvalOf([{ approvers: [named(ada)] }, { approvers: [named(ada)] }], true);
    assert.equal(findStarvedStage(hopeless, vote(hopeless, ada) ?? assert.fail())?.isByVote, false);
  });

  it('also does when a deputy casts it for whom a later stage needs', () => {
    const approval = approvalOf(
      [{ approvers: [named(ada), named(paul), deputy(ben, ada)] }, { approvers: [named(ada)] }],
      true,
    );

    assert.equal(findStarvedStage(approval, vote(approval, ben) ?? assert.fail())?.isByVote, true);
  });

  /** The approval after the vote, in its next stage where it has one; undefined where the vote is refused. */
  function harmless(approval: Approval, by: Person): Approval | undefined {
    if (isStageComplete(approval)) {
      return undefined;
    }
    const voted = vote(approval, by);
    if (voted === undefined || findStarvedStage(approval, voted) !== undefined) {
      return undefined;
    }
    return isStageComplete(voted) && !isLastStage(voted) ? next(voted) : voted;
  }

  /** Whoever of all people may vote does so, until it is approved or nobody may. */
  function canEnd(approval: Approval): boolean {
    if (isStageComplete(approval)) {
      return isLastStage(approval);
    }
    const after = people.map((by) => harmless(approval, by)).find((each) => each !== undefined);
    return after !== undefined && canEnd(after);
  }
});

interface Rules {
  readonly requester: Person;
  readonly beneficiary: Person;
  readonly distinct: boolean;
}

function checkVotes({ votes }: Approval, { requester, beneficiary, distinct }: Rules): void {
  const seen = new Map<string, number>();
  for (const { by, onBehalfOf, stage, at: when } of votes) {
    assert.ok(![requester.id, beneficiary.id].includes(by.id));
    for (const { id } of onBehalfOf === undefined ? [by] : [by, onBehalfOf]) {
      const key = distinct ? id : `${id} in ${stage}`;
      assert.equal(seen.has(key), false, `${key} counts twice at ${when.toISOString()}`);
      seen.set(key, stage);
    }
  }
}

function delegationOf(
  approver: Person,
  person: Person,
): Parameters<typeof withDeputies>[1][number] {
  const period = { from: at(0), until: at(60), createdAt: at(0) };
  return { tenantId, approver, deputy: person, ...period };
}
