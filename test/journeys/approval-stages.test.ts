import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Chatter } from '../support/chat.ts';
import { groupIdOf, idOf, startUnderPolicy } from '../support/policy-journey.ts';
import { askInChat, openApproval } from '../support/request-by-chat.ts';

const policy = `
rules:
  - name: Ledger
    stages:
      - name: Manager
        approvers: [{ manager: { fallback: [] } }]
      - name: Two of three
        approvers:
          - user: ${idOf('ben')}
          - user: ${idOf('paul')}
          - user: ${idOf('amir')}
        need: 2
    distinctApprovers: true
`;

describe('two stages, the second of which needs two of three', () => {
  it('goes from the manager to the owners, is made shorter on the way, and runs once', async () => {
    await using journey = await startUnderPolicy(policy);
    const { outside, log } = journey;
    const { teams } = outside;
    const { rita, id, answer } = await askInChat(teams, {
      newGroupName: '',
      group: groupIdOf(outside, 'Finance Reports'),
      duration: '90',
    });
    assert.match(answer.text, /Waiting for Ada Approver to decide/);
    assert.match(answer.text, /Asked afterwards: Ben Okafor, Paul Prüfer and Amir Admin/);

    const ada = await openApproval(teams, id, 'ada');
    assert.match(ada.view.text, /You are asked because you are the manager of Rita Requester/);
    const first = await ada.approver.click(ada.message, ada.view, {
      title: /^Approve/,
      inputs: { days: '30', comment: 'A month is enough.' },
    });
    assert.match(first.text, /30 days \(asked for: 90 days; made shorter by Ada Approver\)/);
    assert.match(first.text, /Waiting for 2 of Ben Okafor, Paul Prüfer and Amir Admin/);

    const paul = await openApproval(teams, id, 'paul');
    const claimed = await paul.approver.click(paul.message, paul.view, { title: /^I'm on it/ });
    assert.match(claimed.text, /You are on it, since/);
    const ben = new Chatter(teams, 'ben');
    const benMessage = await ben.findCard(/Paul Prüfer is on it/);
    const second = await paul.approver.click(paul.message, claimed, { title: /^Approve/ });
    assert.match(second.text, /You approved this[^]*still needs others[^]*1 of 2 approvals/);
    assert.doesNotMatch(second.text, /^Approve$/m);

    const record = await ben.view(benMessage);
    const last = await ben.click(benMessage, record, { title: /^Approve/ });
    assert.match(
      last.text,
      /Approved by Ben Okafor[^]*✓ Ada Approver approved[^]*✓ Paul Prüfer approved/,
    );
    await rita.findCard(/Waiting for the sync[^]*2 of 2 approvals/);
    await new Chatter(teams, 'amir').findCard(new RegExp(`${id}[^]*Approved by Ben Okafor`));
    const assigned = outside.graph.exchanges.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/assignmentRequests'),
    );
    assert.equal(assigned.length, 1);
    assert.deepEqual(log.messages('error'), []);
  });
});
