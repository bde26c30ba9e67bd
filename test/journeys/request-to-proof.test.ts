import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type App, startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { Chatter } from '../support/chat.ts';
import { type Outside, startOutside } from '../support/journey.ts';
import { askInChat, openApproval } from '../support/request-by-chat.ts';
import { SilentLog } from '../support/silent-log.ts';

describe('from a chat message to proven membership', () => {
  let outside: Outside;
  let app: App;
  const log = new SilentLog();

  before(async () => {
    outside = await startOutside({ lags: { delivering: 100, delivered: 300, membership: 200 } });
    app = await startApp(readConfig(outside.env), log);
    await outside.teams.announceInstall();
  });

  after(async () => {
    await app.close();
    await outside.close();
  });

  it('welcomes everybody once', async () => {
    const welcomes = await new Chatter(outside.teams, 'rita').findCard('Hello, I am Writeback');

    assert.ok(welcomes.id);
    await outside.teams.announceInstall();
    const messages = new Chatter(outside.teams, 'rita').messages();
    assert.equal(messages.length, 1);
  });

  it('takes a request for a new group to the proof in Active Directory', async () => {
    const { rita, message, answer, id } = await askInChat(outside.teams);
    assert.match(answer.text, /Waiting for Ada Approver or Paul Prüfer/);
    assert.match(answer.text, /Treasury Payments, to be created/);

    const { approver, message: card, view } = await openApproval(outside.teams, id);
    const comment = 'For the closing.';
    const approved = await approver.click(card, view, { title: /^Approve/, inputs: { comment } });
    assert.match(approved.text, /Approved by Ada Approver/);

    await rita.findCard(/Waiting for the sync/);
    outside.connect.startCycle();
    const proof = await rita.findCard(/CN=Group_/);

    assert.notEqual(proof.id, message.id, 'the proof is a message of its own');
    const text = JSON.stringify(proof.attachments);
    assert.match(text, /CN=Rita Requester,OU=Staff,DC=corp,DC=contoso,DC=test/);
    assert.match(text, /dc1\.corp\.contoso\.test/);
    assert.match(text, /“member” of the group|“memberOf” of the person/);
    await rita.findCard(/Done: Active Directory shows the membership/);
    await approver.findCard(/Done: Active Directory shows the membership/);
  });

  it('tells the beneficiary too, and uses a package that exists', async () => {
    const [offer] = outside.graph.groupsForSync().filter(isNamed('Finance Reports'));
    const { rita, id } = await askInChat(outside.teams, {
      newGroupName: '',
      group: offer?.id,
      personName: 'layla@contoso.test',
      duration: '30',
    });
    const { approver, message, view } = await openApproval(outside.teams, id, 'paul');
    await approver.click(message, view, { title: /^Approve/ });
    await rita.findCard(new RegExp(`${id}[^]*Waiting for the sync`));

    outside.connect.startCycle();

    const layla = new Chatter(outside.teams, 'layla');
    await layla.findCard(/CN=Group_/);
    await rita.findCard(new RegExp(`Finance Reports[^]*CN=Group_`));
  });

  it('says no with the reason, and nothing is changed', async () => {
    const patches = outside.graph.exchanges.filter(isPatch).length;
    const { rita, id } = await askInChat(outside.teams, { newGroupName: 'Denied Group' });
    const { approver, message, view } = await openApproval(outside.teams, id);

    const without = await approver.click(message, view, { title: /^Deny/ });
    assert.match(without.text, /why|reason/i);
    await approver.click(message, without, { title: /^Deny/, inputs: { comment: 'Not needed.' } });

    await rita.findCard(/Not needed\./);
    assert.equal(outside.graph.exchanges.filter(isPatch).length, patches);
  });

  it('had no error in any exchange with Graph, and logged none', () => {
    if (outside.judge.isJudged) {
      assert.ok(outside.judge.count() > 60);
    }
    assert.deepEqual(outside.judge.errors(), []);
    assert.deepEqual(log.messages('error'), []);
  });
});

function isNamed(name: string): (group: { readonly displayName: string }) => boolean {
  return ({ displayName }) => displayName === name;
}

function isPatch({ method }: { readonly method: string }): boolean {
  return method === 'PATCH';
}
