import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type { Approval } from '../../../src/domain/approval.ts';
import { RequestId, UserId } from '../../../src/domain/ids.ts';
import { batchAudienceOf } from '../../../src/teams/cards/batch-audience.ts';
import { batchOccasionOf } from '../../../src/teams/cards/batch-occasion.ts';
import { ada, at, paul, requestIn } from '../../support/requests.ts';
import { listId as id, sentList } from '../../support/sent-list.ts';
import { stopwatch } from '../../support/stopwatch.ts';

const requestId = RequestId.parse('WB-7K3F2Q9X');
const cells = { who: 'rita@contoso.test', group: 'Finance Reports', duration: '30' };
const batch = sentList([{ row: 1, ...cells, days: 30, verdict: { kind: 'sent', requestId } }]);

/** Who has a card as an approver, and whether it must be, for a list of one request that stands so. */
function dutiesOf(approval: Partial<Approval>): readonly (readonly string[])[] {
  const request = requestIn('awaiting-approval', { id: requestId, batch: { id, row: 1 } });
  const stored = { ...request, approval: { ...request.approval, ...approval } };
  return batchAudienceOf(batch, [stored])
    .filter(({ kind }) => kind === 'approval')
    .map(({ recipient, duty }) => [recipient.id, duty]);
}

describe('who has a card of a list as an approver', () => {
  const { route } = requestIn('awaiting-approval').approval;
  const [stage] = route.stages;
  assert.ok(stage);
  const vote = { stage: 0, by: ada, at: at(1), planHash: '' };

  it('must be all whose approval is waited for', () => {
    assert.deepEqual(dutiesOf({}), [
      [ada.id, 'send'],
      [paul.id, 'send'],
    ]);
  });

  it('need not be who has approved it', () => {
    const stages = [{ ...stage, need: 2 }];

    assert.deepEqual(dutiesOf({ route: { ...route, stages }, votes: [vote] }), [
      [ada.id, 'update'],
      [paul.id, 'send'],
    ]);
  });

  it('need not be, at an earlier stage, whom a later one needs', () => {
    const alone = { ...stage, approvers: stage.approvers.slice(0, 1) };
    const staged = { ...route, distinctApprovers: true, stages: [stage, alone] };

    assert.deepEqual(dutiesOf({ route: staged }), [
      [ada.id, 'update'],
      [paul.id, 'send'],
    ]);
  });

  it('is told of two hundred lines with two stages of the same fifty in no time', () => {
    const crowd = Array.from({ length: 50 }, (_unused, index) => ({
      person: { id: UserId.parse(randomUUID()), displayName: `Person ${index}` },
      because: { kind: 'named' } as const,
    }));
    const crowded = { ...stage, approvers: crowd };
    const staged = { ...route, distinctApprovers: true, stages: [crowded, crowded] };
    const requests = Array.from({ length: 200 }, () => {
      const request = requestIn('awaiting-approval', {
        approvers: crowd.map(({ person }) => person),
      });
      return { ...request, approval: { ...request.approval, route: staged } };
    });
    const [first] = crowd;
    assert.ok(first);
    const elapsed = stopwatch();

    const places = batchAudienceOf(batch, requests).filter(({ duty }) => duty === 'send');
    const occasion = batchOccasionOf(requests, first.person.id);

    assert.equal(places.length, 51);
    assert.equal(occasion, '0/0/0');
    assert.ok(elapsed() < 500, `${elapsed()} ms`);
  });
});
