import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Approval, Approver } from '../../src/domain/approval.ts';
import { nextDueAt } from '../../src/domain/due.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Request } from '../../src/domain/request.ts';
import { isReviewOverdue, isReviewReminded, reviewersOf } from '../../src/domain/review.ts';
import { ada, amir, at, ben, paul, requestIn, rita } from '../support/requests.ts';

const breakGlass = { at: at(0), reason: 'The payment run is stuck.' };
const review = { by: ada, at: at(9), verdict: 'justified' as const };

function taken(approval: Partial<Approval> = {}, approvers: readonly Person[] = [ada, paul]) {
  const request = requestIn('setting-up', { approvers, updatedAt: at(30) });
  return { ...request, approval: { ...request.approval, breakGlass, ...approval } };
}

function namesFor(request: Request): readonly string[] {
  return reviewersOf(request, at(30)).map(({ displayName }) => displayName);
}

describe('who can review emergency access', () => {
  it('are those who would have decided, and never a party to it', () => {
    assert.deepEqual(namesFor(taken({}, [ada, paul, rita])), ['Ada Approver', 'Paul Prüfer']);
  });

  it('are deputies only as long as they are', () => {
    function untilThen(until: Date): Request {
      const deputy: Approver = { person: ben, because: { kind: 'deputy', of: ada, until } };
      const { route } = requestIn('setting-up').approval;
      const stages = route.stages.map((stage) => ({
        ...stage,
        approvers: [...stage.approvers, deputy],
      }));
      return taken({ route: { ...route, stages } }, [ada, paul, ben]);
    }

    assert.equal(namesFor(untilThen(at(31))).length, 3);
    assert.deepEqual(namesFor(untilThen(at(29))), ['Ada Approver', 'Paul Prüfer']);
  });

  it('is nobody once somebody has, nor for an ordinary request', () => {
    assert.deepEqual(namesFor(taken({ breakGlass: { ...breakGlass, review } })), []);
    assert.deepEqual(namesFor(requestIn('setting-up')), []);
  });
});

describe('an open review', () => {
  const reminders = { sent: 1, lastAt: at(20), nextAt: at(60) };

  it('is due for its next reminder, and no more once it is given', () => {
    assert.deepEqual(nextDueAt(taken({ reminders })), at(60));
    assert.equal(nextDueAt(taken({ reminders, breakGlass: { ...breakGlass, review } })), undefined);
    assert.equal(nextDueAt({ ...requestIn('setting-up') }), undefined);
  });

  it('is reminded of to those who can give it, to nobody else', () => {
    assert.equal(isReviewReminded(taken({ reminders }), ada.id), true);
    assert.equal(isReviewReminded(taken({ reminders }), amir.id), false);
    assert.equal(isReviewReminded(taken(), ada.id), false);
  });

  it('has been open for too long after a day', () => {
    assert.equal(isReviewOverdue(taken(), at(24 * 60 - 1)), false);
    assert.equal(isReviewOverdue(taken(), at(24 * 60)), true);
    assert.equal(
      isReviewOverdue(taken({ breakGlass: { ...breakGlass, review } }), at(24 * 60)),
      false,
    );
  });
});
