import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Chatter } from '../support/chat.ts';
import { groupIdOf, idOf, startUnderPolicy } from '../support/policy-journey.ts';
import { askInChat, openApproval } from '../support/request-by-chat.ts';

describe('an approval that nobody gives', () => {
  it('is asked of further people after silence, who can decide then', async () => {
    await using journey = await startUnderPolicy(`
rules:
  - name: Quick
    stages:
      - name: Manager
        approvers: [{ manager: { fallback: [] } }]
        escalation: { after: PT2S, to: [{ user: ${idOf('paul')} }] }
`);
    const { teams } = journey.outside;
    const { rita, id } = await askInChat(teams);

    const { approver, message, view } = await openApproval(teams, id, 'paul');
    assert.match(view.text, /Nobody decided for too long[^]*asked as well: Paul Prüfer/);
    await approver.click(message, view, { title: /^Approve/ });

    await rita.findCard(/Approved by Paul Prüfer/);
    await new Chatter(teams, 'ada').findCard(new RegExp(`${id}[^]*Approved by Paul Prüfer`));
    assert.deepEqual(journey.log.messages('error'), []);
  });

  it('is reminded of by a new message, and ends when its time is over', async () => {
    await using journey = await startUnderPolicy(`
defaults:
  expiresAfter: PT6S
  reminders: { first: PT2S, backOff: 4, atMost: 2 }
rules:
  - name: Patient
    stages: [{ name: Approval, approvers: [{ user: ${idOf('ada')} }] }]
`);
    const { teams } = journey.outside;
    const { rita, id } = await askInChat(teams);
    const { approver, message } = await openApproval(teams, id);

    const reminder = await approver.findCard(/Reminder: this has been waiting since/);
    assert.notEqual(reminder.id, message.id);
    await approver.findCard(/There is a newer message about this request further down/);
    const outcome = await rita.findCard(/Your request for .*Treasury Payments.* has expired/);

    assert.match(JSON.stringify(outcome.attachments), /No answer: .*Ada Approver/);
    await approver.findCard(/Nobody decided in time/);
    const about = approver.messages().filter((each) => JSON.stringify(each).includes(id));
    assert.equal(about.length, 2, 'the request and one reminder');
    assert.deepEqual(journey.log.messages('error'), []);
  });
});

describe('a plan that changes between the question and the work', () => {
  it('comes back to its approvers with the difference, and runs once it is approved again', async () => {
    await using journey = await startUnderPolicy(`
rules:
  - name: Everything
    stages: [{ name: Approval, approvers: [{ user: ${idOf('ada')} }, { user: ${idOf('paul')} }] }]
`);
    const { outside } = journey;
    const { rita, id } = await askInChat(outside.teams, {
      newGroupName: '',
      group: groupIdOf(outside, 'Finance Reports'),
    });
    const ada = await openApproval(outside.teams, id, 'ada');
    await journey.changeGroup('Finance Reports', { writebackConfiguration: { isEnabled: false } });

    await ada.approver.click(ada.message, ada.view, { title: /^Approve/ });

    const paul = new Chatter(outside.teams, 'paul');
    const again = await paul.findCard(/come back to be approved again[^]*⚠ Changed: on → off/);
    await rita.findCard(/come back to be approved again/);
    await ada.approver.findCard(/There is a newer message about this request/);
    const writes = outside.graph.exchanges.filter(({ method }) => method === 'PATCH');
    assert.equal(writes.length, 1, 'nothing but what the administrator changed');

    const stale = await ada.approver.click(ada.message, ada.view, { title: /^Approve/ });
    assert.match(stale.text, /has changed in the meantime/);
    await paul.click(again, await paul.view(again), { title: /^Approve/ });
    await rita.findCard(/Approved by Paul Prüfer[^]*switched on/);
    await rita.findCard(/Waiting for the sync/);
    assert.deepEqual(journey.log.messages('error'), []);
  });
});
