import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Chatter, cardOf } from '../support/chat.ts';
import { idOf, startUnderPolicy } from '../support/policy-journey.ts';
import { askInChat, openApproval } from '../support/request-by-chat.ts';

const policy = `
rules:
  - name: Ada alone
    stages: [{ name: Approval, approvers: [{ user: ${idOf('ada')} }] }]
`;

describe('an approver who is away', () => {
  it('names a deputy, who is told, asked also about what waits already, and decides', async () => {
    await using journey = await startUnderPolicy(policy);
    const { teams } = journey.outside;
    const { rita, id } = await askInChat(teams);
    const ada = new Chatter(teams, 'ada');
    await ada.findCard(id);
    await ada.say('deputy');
    const form = await ada.findCard('Nobody decides for you at present');
    const view = { card: cardOf(form) };
    const today = new Date().toISOString().slice(0, 10);

    const refused = await ada.click(form, view, {
      title: /^Name deputy/,
      inputs: { deputyName: 'nobody@contoso.test', from: today, until: today },
    });
    assert.match(refused.text, /nobody@contoso\.test/);
    const named = await ada.click(form, refused, {
      title: /^Name deputy/,
      inputs: { deputy: idOf('ben'), deputyName: '', from: today, until: '2099-01-01' },
    });
    assert.match(named.text, /must end after it begins|period/i);
    const done = await ada.click(form, named, {
      title: /^Name deputy/,
      inputs: { deputy: idOf('ben'), deputyName: '', from: today, until: nextWeek() },
    });
    assert.match(done.text, /Ben Okafor knows[^]*Ben Okafor decides for you/);

    const ben = new Chatter(teams, 'ben');
    await ben.findCard('You are the deputy of Ada Approver');
    const { message, view: bens } = await openApproval(teams, id, 'ben');
    assert.match(bens.text, /You are asked because you stand in for Ada Approver until/);
    await ben.say('waiting');
    await ben.findCard(/Waiting for you[^]*Treasury Payments/);
    await ben.click(message, bens, { title: /^Approve/ });

    await rita.findCard(/Approved by Ben Okafor/);
    await ada.findCard(new RegExp(`${id}[^]*Approved by Ben Okafor`));
    assert.deepEqual(journey.log.messages('error'), []);
  });

  it('names another one for the same days, and whoever is replaced is told', async () => {
    await using journey = await startUnderPolicy(policy);
    const { teams } = journey.outside;
    const ada = new Chatter(teams, 'ada');
    await ada.say('deputy');
    const form = await ada.findCard('Nobody decides for you at present');
    const inputs = { from: new Date().toISOString().slice(0, 10), until: nextWeek() };
    const named = await ada.click(
      form,
      { card: cardOf(form) },
      { title: /^Name deputy/, inputs: { ...inputs, deputyName: 'paul@contoso.test' } },
    );

    const replaced = await ada.click(form, named, {
      title: /^Name deputy/,
      inputs: { ...inputs, deputyName: 'ben@contoso.test' },
    });

    assert.match(replaced.text, /Ben Okafor knows[^]*Paul Prüfer no longer decides for you/);
    const paul = new Chatter(teams, 'paul');
    await paul.findCard('You are no longer the deputy of Ada Approver');
    assert.deepEqual(journey.log.messages('error'), []);
  });

  it('names a deputy without the app, who is told and off the list of administrators once they have it', async () => {
    await using journey = await startUnderPolicy(policy);
    const { teams } = journey.outside;
    teams.setInstalled('ben', false);
    await teams.announceInstall();
    const ada = new Chatter(teams, 'ada');
    await ada.say('deputy');
    const form = await ada.findCard('Nobody decides for you at present');
    const from = new Date().toISOString().slice(0, 10);
    const inputs = { deputyName: 'ben@contoso.test', from, until: nextWeek() };

    const view = { card: cardOf(form) };
    const named = await ada.click(form, view, { title: /^Name deputy/, inputs });
    const amir = new Chatter(teams, 'amir');
    await amir.say('undelivered');

    assert.match(
      named.text,
      /Done, but I cannot write to Ben Okafor.*Send them this link[^]*teams\.microsoft\.com/,
    );
    await amir.findCard(/Ben Okafor\nthat they decide for somebody/);
    teams.setInstalled('ben', true);
    await teams.announceInstall();
    const ben = new Chatter(teams, 'ben');
    await ben.findCard('You are the deputy of Ada Approver');
    await amir.say('undelivered');
    await amir.findCard('Every card has reached its reader');
    assert.equal(ben.texts().filter((text) => text.includes('You are the deputy')).length, 1);
    assert.deepEqual(journey.log.messages('error'), []);
  });

  it('takes it back, and the deputy decides nothing any more', async () => {
    await using journey = await startUnderPolicy(policy);
    const { teams } = journey.outside;
    const ada = new Chatter(teams, 'ada');
    await ada.say('deputy');
    const form = await ada.findCard('Nobody decides for you at present');
    const named = await ada.click(
      form,
      { card: cardOf(form) },
      {
        title: /^Name deputy/,
        inputs: {
          deputyName: 'paul@contoso.test',
          from: new Date().toISOString().slice(0, 10),
          until: nextWeek(),
        },
      },
    );
    const { id } = await askInChat(teams);
    const { approver: paul, message, view } = await openApproval(teams, id, 'paul');

    const ended = await ada.click(form, named, { title: /^End it now/ });
    assert.match(ended.text, /Nobody decides for you at present/);

    await paul.findCard('You are no longer the deputy of Ada Approver');
    const late = await paul.click(message, view, { title: /^Approve/ });
    assert.match(late.text, /You may not do this|not asked/);
    await ada.say('waiting');
    await ada.findCard(/Waiting for you[^]*Treasury Payments/);
    assert.deepEqual(journey.log.messages('error'), []);
  });
});

function nextWeek(): string {
  return new Date(new Date().getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
}
