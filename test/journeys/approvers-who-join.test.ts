import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { groups } from '../../src/sandbox/seed.ts';
import { Chatter } from '../support/chat.ts';
import { idOf, type PolicyJourney, startUnderPolicy } from '../support/policy-journey.ts';
import { askInChat, openApproval } from '../support/request-by-chat.ts';

const approvers = groups.find(({ displayName }) => displayName === 'Finance Approvers');
assert.ok(approvers);
const groupId = approvers.objectId;

/** An administrator changes who is in the group, somewhere else. */
async function changeMembers(
  { outside }: PolicyJourney,
  method: 'POST' | 'DELETE',
  key: string,
): Promise<void> {
  const members = `${outside.graph.origin}/v1.0/groups/${groupId}/members`;
  const reference = { '@odata.id': `${outside.graph.origin}/v1.0/directoryObjects/${idOf(key)}` };
  const isNew = method === 'POST';
  const response = await fetch(isNew ? `${members}/$ref` : `${members}/${idOf(key)}/$ref`, {
    method,
    headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
    ...(isNew ? { body: JSON.stringify(reference) } : {}),
  });
  assert.equal(response.status, 204);
}

describe('a group of approvers that changes while a request waits', () => {
  it('has its new member asked at the next reminder, and whoever has left no more', async () => {
    await using journey = await startUnderPolicy(`
defaults:
  reminders: { first: PT4S, atMost: 1 }
rules:
  - name: Finance
    stages: [{ name: Approval, approvers: [{ group: ${groupId} }] }]
`);
    const { teams } = journey.outside;
    const { rita, id } = await askInChat(teams);
    const ben = await openApproval(teams, id, 'ben');
    await changeMembers(journey, 'DELETE', 'ben');
    await changeMembers(journey, 'POST', 'paul');

    const paul = await openApproval(teams, id, 'paul');
    assert.match(paul.view.text, /You are asked because you are a member of .*Finance Approvers/);
    assert.doesNotMatch(paul.view.text, /Reminder/);
    const left = await ben.approver.findCard(/You are no longer asked here, because you have left/);
    assert.doesNotMatch(JSON.stringify(left.attachments), /Show my options/);
    const late = await ben.approver.click(ben.message, ben.view, { title: /^Approve/ });
    assert.match(late.text, /You no longer belong to those who decide on this request/);
    await paul.approver.click(paul.message, paul.view, { title: /^Approve/ });

    await rita.findCard(/Approved by Paul Prüfer/);
    assert.deepEqual(journey.log.messages('error'), []);
  });
});

describe('an approver whom a later stage needs', () => {
  it('reads on the card which stage is theirs, can deny there, and approves where they are needed', async () => {
    await using journey = await startUnderPolicy(`
rules:
  - name: Ledger
    distinctApprovers: true
    stages:
      - name: Team
        approvers: [{ user: ${idOf('ada')} }, { user: ${idOf('paul')} }]
      - name: Security
        approvers: [{ user: ${idOf('ada')} }]
`);
    const { teams } = journey.outside;
    const { rita, id } = await askInChat(teams);

    const early = await openApproval(teams, id, 'ada');
    assert.match(early.view.text, /a later stage needs you.*Stage 2 of 2: .*Security/);
    const titles = early.view.card.actions?.map(({ title }) => title) ?? [];
    assert.ok(titles.includes('Deny') && !titles.some((title) => title.startsWith('Approve')));
    const paul = await openApproval(teams, id, 'paul');
    await paul.approver.click(paul.message, paul.view, { title: /^Approve/ });

    const ada = new Chatter(teams, 'ada');
    const message = await ada.findCard(/Waiting for .*Ada Approver.* to decide[^]*1 of 1 approval/);
    await ada.click(message, await ada.view(message), { title: /^Approve/ });
    await rita.findCard(/Approved by Ada Approver/);
    assert.deepEqual(journey.log.messages('error'), []);
  });
});
