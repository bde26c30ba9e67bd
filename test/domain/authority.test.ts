import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  type Action,
  findRefusal,
  rolesOf,
  type SyncStarters,
} from '../../src/domain/authority.ts';
import { TenantId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Request, RequestState } from '../../src/domain/request.ts';
import { ada, amir, at, ben, paul, requestIn, rita, tenantId } from '../support/requests.ts';

const people = [rita, ben, ada, paul, amir] as const;
const states: readonly RequestState[] = [
  'awaiting-approval',
  'denied',
  'cancelled',
  'expired',
  'setting-up',
  'delivering',
  'awaiting-membership',
  'awaiting-sync',
  'confirmed',
  'failed',
];

function refusal(
  actor: Person,
  action: Action,
  request: Request = requestIn('awaiting-approval'),
): unknown {
  return findRefusal(
    rolesOf({ ...actor, tenantId }, request, { administrators: [amir.id], now: at(5) }),
    action,
    request,
  );
}

describe('who may do what', () => {
  it('lets an approver decide and nobody else', () => {
    assert.equal(refusal(ada, 'approve'), undefined);
    assert.equal(refusal(paul, 'deny'), undefined);
    assert.equal(refusal(amir, 'approve'), 'not-allowed');
    assert.equal(refusal(ben, 'approve'), 'request-not-found');
  });

  it('never lets requester or beneficiary decide, whatever else they are', () => {
    const anyone = fc.constantFrom(...people);
    const action = fc.constantFrom<Action>(
      'approve',
      'deny',
      'claim',
      'unclaim',
      'retry',
      'attest',
      'review',
    );

    fc.assert(
      fc.property(
        fc.record({ requester: anyone, beneficiary: anyone, approvers: fc.subarray([...people]) }),
        fc.constantFrom(...states),
        action,
        (parties, state, wanted) => {
          const request = requestIn(state, parties);
          for (const party of [parties.requester, parties.beneficiary]) {
            assert.notEqual(refusal(party, wanted, request), undefined);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes no decision from the very moment in which the time for it is over', () => {
    const { approval } = requestIn('awaiting-approval');
    function until(minutes: number): Request {
      return requestIn('awaiting-approval', { approval: { ...approval, expiresAt: at(minutes) } });
    }

    for (const action of ['approve', 'deny', 'claim'] as const) {
      assert.equal(refusal(ada, action, until(6)), undefined);
      assert.equal(refusal(ada, action, until(5)), 'approval-expired');
    }
    assert.equal(refusal(amir, 'approve', until(5)), 'not-allowed');
    assert.equal(refusal(rita, 'cancel', until(5)), undefined);
  });

  it('lets a decision be made once only', () => {
    for (const state of states.filter((name) => name !== 'awaiting-approval')) {
      assert.equal(refusal(ada, 'approve', requestIn(state)), 'already-decided');
      assert.equal(refusal(rita, 'cancel', requestIn(state)), 'already-decided');
    }
  });

  it('lets the requester and an administrator cancel, but not the approver', () => {
    assert.equal(refusal(rita, 'cancel'), undefined);
    assert.equal(refusal(amir, 'cancel'), undefined);
    assert.equal(refusal(ada, 'cancel'), 'not-allowed');
  });

  it('lets those start a sync whom the organisation wants, also for themselves, while something waits for one', () => {
    const request = requestIn('awaiting-sync', { requester: amir });
    function starting(
      actor: Person,
      syncStarters: SyncStarters,
      about: Request = request,
    ): unknown {
      return findRefusal(
        rolesOf({ ...actor, tenantId }, about, {
          administrators: [amir.id],
          now: at(5),
          syncStarters,
        }),
        'sync-now',
        about,
      );
    }

    assert.equal(starting(amir, 'administrators'), undefined);
    assert.equal(starting(ada, 'administrators'), 'not-allowed');
    assert.equal(starting(ada, 'approvers'), undefined);
    assert.equal(starting(amir, 'approvers'), undefined);
    assert.equal(starting(rita, 'approvers'), 'not-allowed');
    assert.equal(starting(amir, 'nobody'), 'not-allowed');
    assert.equal(starting(amir, 'administrators', requestIn('delivering')), 'request-changed');
  });

  it('knows nobody from another tenant', () => {
    const request = requestIn('awaiting-approval');
    const foreign = TenantId.parse('00000000-0000-4000-8000-000000000000');

    assert.deepEqual(
      rolesOf({ ...ada, tenantId: foreign }, request, { administrators: [ada.id], now: at(5) }),
      [],
    );
  });
});
