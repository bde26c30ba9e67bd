import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Chatter, cardOf } from '../support/chat.ts';
import { idOf, startUnderPolicy } from '../support/policy-journey.ts';

const policy = `
defaults: { reminders: { first: PT3S, backOff: 2, atMost: 1 } }
rules:
  - name: Everything
    stages: [{ name: Approval, approvers: [{ user: ${idOf('ada')} }, { user: ${idOf('paul')} }] }]
`;

describe('a list that nobody decides on', () => {
  it('is reminded of by a new message, and the older one points to it', async () => {
    await using journey = await startUnderPolicy(policy);
    const { teams } = journey.outside;
    const rita = new Chatter(teams, 'rita');
    await rita.say(
      'bulk\nrita@contoso.test;Finance Reports;30\nnora@contoso.test;Finance Reports;30',
    );
    const draft = await rita.findCard(/All 2 lines can be sent/);
    const inputs = { reason: 'Month-end closing' };
    await rita.click(draft, await rita.view(draft), { title: /^Send the 2/, inputs });
    const ada = new Chatter(teams, 'ada');
    const first = await ada.findCard(/2 requests wait for your decision/);

    const pointer = await ada.findCard(/There is a newer message about this list further down/);
    const reminder = await ada.findCard(/2 requests wait for your decision/);

    assert.equal(pointer.id, first.id);
    assert.notEqual(reminder.id, first.id);
    const here = await ada.click(pointer, { card: cardOf(pointer) }, { title: /^Show it here/ });
    assert.match(here.text, /2 requests wait for your decision/);
    await ada.click(reminder, await ada.view(reminder), { title: /^Approve all 2/ });
    await rita.findCard(/Ada Approver approved 2 requests/);
    assert.deepEqual(journey.log.messages('error'), []);
  });
});
