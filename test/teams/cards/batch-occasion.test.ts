import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Approval } from '../../../src/domain/approval.ts';
import { batchOccasionOf, isLaterOccasion } from '../../../src/teams/cards/batch-occasion.ts';
import { ada, at, ben, paul, requestIn } from '../../support/requests.ts';

const differences = [{ field: 'writeback' as const, before: 'on', after: 'off' }];

/** The occasion of a list of requests that stand so. */
function occasionOf(...approvals: readonly Partial<Approval>[]): string {
  const plain = requestIn('awaiting-approval');
  const requests = approvals.map((approval) => ({
    ...plain,
    approval: { ...plain.approval, ...approval },
  }));
  return batchOccasionOf(requests, ada.id) ?? assert.fail('nothing is asked of them');
}

describe('what an approver of a list is told by a message of its own', () => {
  it('is nothing for somebody who is not asked', () => {
    assert.equal(batchOccasionOf([requestIn('awaiting-approval')], ben.id), undefined);
    assert.equal(batchOccasionOf([requestIn('denied')], ada.id), undefined);
  });

  it('is nothing for whom there is nothing to approve', () => {
    const { approval, ...rest } = requestIn('awaiting-approval');
    const [stage] = approval.route.stages;
    assert.ok(stage);
    const route = { ...approval.route, distinctApprovers: true, stages: [stage, stage] };
    const vote = { stage: 0, by: ada, at: at(1), planHash: '' };
    const next = { ...rest, approval: { ...approval, route, stage: 1, votes: [vote] } };
    const alone = {
      ...stage,
      approvers: stage.approvers.filter(({ person }) => person.id === ada.id),
    };
    const needed = {
      ...rest,
      approval: { ...approval, route: { ...route, stages: [stage, alone] } },
    };

    for (const request of [next, needed]) {
      assert.equal(batchOccasionOf([request], ada.id), undefined);
      assert.ok(batchOccasionOf([request], paul.id) !== undefined);
    }
  });

  it('is a reminder, once', () => {
    const reminded = occasionOf({ reminders: { sent: 1 } }, {});

    assert.ok(isLaterOccasion(reminded, occasionOf({}, {})));
    assert.equal(isLaterOccasion(reminded, reminded), false);
    assert.equal(
      isLaterOccasion(occasionOf({}), reminded),
      false,
      'what was decided tells nothing',
    );
  });

  it('is that requests have come back, once for those that come back together', () => {
    const first = occasionOf({ returned: { at: at(8), differences } }, {});
    const soonAfter = occasionOf(
      { returned: { at: at(8), differences } },
      { returned: { at: at(9), differences } },
    );
    const muchLater = occasionOf({ returned: { at: at(40), differences } });

    assert.ok(isLaterOccasion(first, occasionOf({}, {})));
    assert.equal(isLaterOccasion(soonAfter, first), false);
    assert.ok(isLaterOccasion(muchLater, first));
  });
});
