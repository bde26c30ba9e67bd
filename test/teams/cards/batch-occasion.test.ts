import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Approval } from '../../../src/domain/approval.ts';
import { batchOccasionOf, isLaterOccasion } from '../../../src/teams/cards/batch-occasion.ts';
import { ada, at, ben, requestIn } from '../../support/requests.ts';

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
