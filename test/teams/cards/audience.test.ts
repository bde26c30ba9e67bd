import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Approval } from '../../../src/domain/approval.ts';
import { audienceOf } from '../../../src/teams/cards/audience.ts';
import { firstOccasion, occasionOf } from '../../../src/teams/cards/occasion.ts';
import { optionsOf } from '../../../src/teams/cards/view.ts';
import { stagedRequest } from '../../support/card-samples/approval.ts';
import { ada, amir, at, ben, paul, rita } from '../../support/requests.ts';

const vote = { stage: 0, by: ada, at: at(5), planHash: 'x' };

function asking(approval: Partial<Approval> = {}): ReturnType<typeof stagedRequest> {
  return stagedRequest('awaiting-approval', approval);
}

describe('who has a card of a request', () => {
  it('must be those who are asked now; the others keep what they have', () => {
    const places = audienceOf(asking({ stage: 1, votes: [vote] }));

    assert.deepEqual(
      places
        .filter(({ kind }) => kind === 'approval')
        .map(({ recipient, duty }) => [recipient.id, duty]),
      [
        [ada.id, 'update'],
        [ben.id, 'send'],
        [paul.id, 'send'],
        [amir.id, 'send'],
      ],
    );
  });

  it('are the administrators too when access was taken first, but never a party', () => {
    const breakGlass = { at: at(0), reason: 'Urgent.' };
    const taken = { ...stagedRequest('setting-up', { breakGlass }), approvers: [ada, rita] };

    const told = audienceOf(taken, [amir.id, rita.id]).filter(({ kind }) => kind === 'approval');

    assert.deepEqual(
      told.map(({ recipient, duty }) => [recipient.id, duty]),
      [
        [ada.id, 'send'],
        [amir.id, 'send'],
      ],
    );
  });
});

describe('the occasion of a message', () => {
  it('is none for whom nothing is asked', () => {
    assert.equal(occasionOf(asking(), paul.id), undefined);
    assert.equal(occasionOf(asking({ votes: [vote] }), ada.id), undefined);
    assert.equal(occasionOf(stagedRequest('setting-up'), ada.id), undefined);
  });

  it('is another one for each stage, reminder and return, and the same for a claim', () => {
    const returned = { at: at(8), differences: [] as never[] };
    const claim = { by: ada, at: at(1) };
    const occasions = [{}, { stage: 1 }, { reminders: { sent: 1 } }, { returned }].map((approval) =>
      occasionOf({ ...asking(), approval: { ...asking().approval, ...approval } }, ben.id),
    );

    assert.equal(occasions[0], firstOccasion);
    assert.equal(new Set(occasions).size, 4);
    assert.equal(occasionOf(asking({ claim }), ben.id), firstOccasion);
  });
});

describe('the buttons of an approver', () => {
  it('offer a claim only where others are asked, and once', () => {
    const alone = asking();
    const [stage] = alone.approval.route.stages;
    assert.ok(stage);
    const single = {
      ...alone,
      approval: {
        ...alone.approval,
        route: { ...alone.approval.route, stages: [{ ...stage, approvers: [stage.approvers[0]] }] },
      },
    } as typeof alone;

    assert.ok(optionsOf(['approver', 'asked'], alone).includes('claim'));
    assert.ok(!optionsOf(['approver', 'asked'], single).includes('claim'));
    assert.deepEqual(optionsOf(['approver', 'asked', 'claimant'], alone), [
      'approve',
      'deny',
      'unclaim',
    ]);
    assert.deepEqual(optionsOf(['approver', 'asked', 'has-voted'], alone), ['deny']);
  });
});
