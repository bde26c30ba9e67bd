import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { Chatter, cardOf } from '../support/chat.ts';
import type { Outside } from '../support/journey.ts';
import { groupIdOf, idOf, startUnderPolicy } from '../support/policy-journey.ts';
import { openApproval } from '../support/request-by-chat.ts';

const policy = `
breakGlass: { enabled: true, hours: 8, requesters: { users: [${idOf('rita')}] } }
rules:
  - name: Ledger
    stages:
      - name: Owners
        approvers: [{ user: ${idOf('ada')} }, { user: ${idOf('paul')} }]
    ticket: { pattern: '^CHG', message: Please give the number of the change. }
`;

describe('emergency access', () => {
  it('is explained, confirmed, told to everybody, and reviewed', async () => {
    await using journey = await startUnderPolicy(policy);
    const { outside } = journey;
    const { teams } = outside;
    const rita = new Chatter(teams, 'rita');
    await rita.say('request');
    const form = await rita.findCard(/Send request/);
    assert.match(JSON.stringify(cardOf(form)), /Ticket number/);
    const inputs = {
      group: groupIdOf(outside, 'Finance Reports'),
      reason: 'The bank closes at four.',
      ticket: 'none',
    };

    const preview = await rita.click(
      form,
      { card: cardOf(form) },
      { title: /^Who decides/, inputs },
    );
    assert.match(preview.text, /Ada Approver and Paul Prüfer: one of them is enough/);
    assert.match(preview.text, /What will change[^]*Finance Reports, which exists[^]*Target OU/);
    assert.match(preview.text, /Please give the number of the change\.[^]*for 8 hours/);
    const refused = await rita.click(form, preview, { title: /^Emergency access/, inputs });
    assert.match(refused.text, /Please give the number of the change/);
    const again = await rita.click(form, refused, {
      title: /^Who decides/,
      inputs: { ...inputs, ticket: 'CHG1' },
    });
    const question = await rita.click(form, again, {
      title: /^Emergency access/,
      inputs: { ...inputs, ticket: 'CHG1' },
    });
    assert.match(question.text, /Rita Requester comes into Finance Reports at once/);
    assert.match(question.text, /Ada Approver and Paul Prüfer and the administrators are told/);
    assert.equal(outside.graph.exchanges.filter(({ method }) => method === 'PATCH').length, 0);

    const taken = await rita.click(form, question, { title: /^Take access now/ });
    const id = /WB-[0-9A-Z]{8}/.exec(taken.text)?.[0] ?? '';
    assert.match(
      taken.text,
      /Emergency access, taken by Rita Requester[^]*It ends by itself about/,
    );

    await new Chatter(teams, 'amir').findCard(new RegExp(`${id}[^]*taken by Rita Requester`));
    const ada = await openApproval(teams, id, 'ada');
    const without = await ada.approver.click(ada.message, ada.view, {
      title: /^It was not justified/,
    });
    assert.match(without.text, /Say why/);
    await ada.approver.click(ada.message, without, {
      title: /^It was not justified/,
      inputs: { comment: 'The bank closes at five.' },
    });

    await rita.findCard(/found not justified[^]*The bank closes at five/);
    const paul = new Chatter(teams, 'paul');
    await paul.findCard(/Reviewed: not justified, says Ada Approver/);
    assert.deepEqual(journey.log.messages('error'), []);
  });

  it('ends the request that nobody has answered, whose cards say by what', async () => {
    await using journey = await startUnderPolicy(policy);
    const { outside } = journey;
    const rita = new Chatter(outside.teams, 'rita');
    const { message: form, inputs } = await formInChat(rita, outside);
    const sent = await rita.click(form, { card: cardOf(form) }, { title: /^Send request/, inputs });
    const waiting = idIn(sent.text);
    const ada = await openApproval(outside.teams, waiting, 'ada');

    const next = await formInChat(rita, outside);
    const card = { card: cardOf(next.message) };
    const route = await rita.click(next.message, card, { title: /^Who decides/, inputs });
    const question = await rita.click(next.message, route, {
      title: /^Emergency access/,
      inputs,
    });
    assert.match(question.text, new RegExp(`The open request ${waiting} [^]* ends with it`));
    const taken = await rita.click(next.message, question, { title: /^Take access now/ });

    const id = idIn(taken.text);
    const ended = new RegExp(`${waiting}[^]*Cancelled by Rita[^]*Emergency access ${id} was taken`);
    await ada.approver.findCard(ended);
    await rita.findCard(ended);
    await ada.approver.findCard(new RegExp(`${id}[^]*taken by Rita Requester`));
    assert.deepEqual(journey.log.messages('error'), []);
  });

  it('waits for its review, is reminded of it, and no more once it is reviewed', async () => {
    await using journey = await startUnderPolicy(`
defaults: { reminders: { first: PT2S, backOff: 4, atMost: 3 } }${policy}`);
    const { teams } = journey.outside;
    const id = await takeInChat(journey.outside);
    const [ada, paul, amir] = ['ada', 'paul', 'amir'].map((key) => new Chatter(teams, key));
    assert.ok(ada && paul && amir);
    const first = await paul.findCard(new RegExp(`${id}[^]*taken by Rita Requester`));

    const reminder = await paul.findCard(/Nobody has reviewed it yet\. Last reminder/);
    await paul.findCard(/There is a newer message about this request further down/);
    await amir.findCard(/Nobody has reviewed it yet\. Last reminder/);
    assert.notEqual(reminder.id, first.id);
    assert.equal(countOf(amir, id), 1, 'administrators are told and not reminded');

    await paul.say('waiting');
    const list = await paul.findCard(/emergency access, for your review/);
    const open = { title: new RegExp(`^Open ${id}`) };
    const view = await paul.click(list, { card: cardOf(list) }, open);
    const done = await paul.click(list, view, { title: /^It was justified/ });
    assert.match(done.text, /Reviewed: justified, says Paul Prüfer/);

    await ada.findCard(/Reviewed: justified, says Paul Prüfer/);
    const told = countOf(ada, id);
    await ada.say('waiting');
    await ada.findCard(/Nothing waits for your decision/);
    await delay(8500);
    assert.equal(countOf(ada, id), told, 'nobody is reminded of what is done');
    assert.deepEqual(journey.log.messages('error'), []);
  });

  it('is offered to nobody else', async () => {
    await using journey = await startUnderPolicy(policy);
    const ben = new Chatter(journey.outside.teams, 'ben');
    await ben.say('request');
    const form = await ben.findCard(/Send request/);

    const preview = await ben.click(
      form,
      { card: cardOf(form) },
      { title: /^Who decides/, inputs: { newGroupName: 'Quarter Close' } },
    );

    assert.match(preview.text, /one of them is enough/);
    assert.doesNotMatch(preview.text, /Emergency/);
  });
});

/** Rita takes access to Finance Reports, without looking twice. */
async function takeInChat(outside: Outside): Promise<string> {
  const rita = new Chatter(outside.teams, 'rita');
  const { message: form, inputs } = await formInChat(rita, outside);
  const card = { card: cardOf(form) };
  const route = await rita.click(form, card, { title: /^Who decides/, inputs });
  const question = await rita.click(form, route, { title: /^Emergency access/, inputs });
  const taken = await rita.click(form, question, { title: /^Take access now/ });
  return idIn(taken.text);
}

/** A new form for Finance Reports, and what goes into its fields. */
async function formInChat(rita: Chatter, outside: Outside) {
  await rita.say('request');
  const message = await rita.findCard(/Send request/);
  const group = groupIdOf(outside, 'Finance Reports');
  return { message, inputs: { group, reason: 'The bank closes at four.', ticket: 'CHG1' } };
}

function idIn(text: string): string {
  const [id] = /WB-[0-9A-Z]{8}/.exec(text) ?? [];
  assert.ok(id);
  return id;
}

/** Messages about the request, lists of what waits left out. */
function countOf(chatter: Chatter, id: string): number {
  return chatter.texts().filter((text) => text.includes(id) && !text.includes('Waiting for you'))
    .length;
}
