import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type App, startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { people } from '../../src/sandbox/seed.ts';
import type { StoredMessage } from '../../src/sandbox/teams/server.ts';
import { Chatter, cardOf } from '../support/chat.ts';
import { createGroup } from '../support/create-group.ts';
import { type Outside, startOutside } from '../support/journey.ts';
import { SilentLog } from '../support/silent-log.ts';

const financeSystems = 'bbbbbbbb-0000-4000-8000-000000000002';

describe('lists that begin in the form, in a file and with mended lines', () => {
  let outside: Outside;
  let app: App;
  let rita: Chatter;
  const log = new SilentLog();

  before(async () => {
    outside = await startOutside();
    await createGroup(outside.graph.origin, 'Second Group');
    app = await startApp(readConfig(outside.env), log);
    await outside.teams.announceInstall();
    rita = new Chatter(outside.teams, 'rita');
  });

  after(async () => {
    await app.close();
    await outside.close();
  });

  it('ask once for three people of one form, and end in three proofs', async () => {
    await rita.say('request');
    const form = await rita.findCard(/Send request/);
    const inputs = {
      group: financeSystems,
      person: [idOf('ben'), idOf('amir')].join(','),
      personName: 'layla@contoso.test\n',
      reason: 'Month-end closing',
    };
    const preview = await rita.click(
      form,
      { card: cardOf(form) },
      { title: /^Who decides/, inputs },
    );
    assert.match(preview.text, /Who decides/);
    assert.match(preview.text, /Ben Okafor/, 'the chosen people are named');
    const answer = await rita.click(form, preview, { title: /^Send request/, inputs });
    assert.match(answer.text, /I am checking every line/);

    const draft = await rita.findCard(/All 3 lines can be sent/);
    assert.equal(draft.id, form.id, 'the form became the card of the list');
    const view = await rita.view(draft);
    assert.match(JSON.stringify(view.card), /"value":"Month-end closing"/);
    await rita.click(draft, view, {
      title: /^Send the 3/,
      inputs: { reason: 'Month-end closing' },
    });
    const ada = new Chatter(outside.teams, 'ada');
    const approval = await ada.findCard(/3 requests wait for your decision/);
    await ada.click(approval, await ada.view(approval), { title: /^Approve all 3/ });
    await rita.findCard(/3 waiting for the sync/);
    outside.connect.startCycle();

    await rita.findCard(/List WL-\w{8} is finished\n3 in Active Directory/);
  });

  it('come from a file in the chat; the refused lines are mended as they were typed', async () => {
    const good = ['nora', 'ben', 'amir'].map((key) => `${key}@contoso.test;Second Group;30`);
    const bad = ['nobody@contoso.test;"Second Group";30', 'layla@contoso.test;Second Grupp;'];
    const { status } = await outside.teams.attach('rita', {
      name: 'closing.csv',
      text: `\uFEFF${[...good, ...bad].join('\r\n')}\r\n`,
    });
    assert.equal(status, 200);
    const draft = await rita.findCard(/3 lines can be sent, 2 cannot/);
    const id = listIn(draft);

    const answer = await rita.invokeButton(draft, /^Correct these lines/);

    assert.match(answer, /new message/);
    const form = await rita.findCard(new RegExp(`These are the lines of ${id}`));
    assert.match(JSON.stringify(cardOf(form)), quoted(bad.join('\n')));
    const mended = bad.join('\n').replace('nobody', 'rita').replace('Grupp', 'Group');
    await rita.click(
      form,
      { card: cardOf(form) },
      { title: /^Check the list/, inputs: { lines: mended } },
    );
    const second = await rita.findCard(/All 2 lines can be sent/);
    assert.equal(second.id, form.id);
    assert.notEqual(listIn(second), id);
    assert.match(
      rita.texts().find((text) => text.includes(`List ${id}`)) ?? '',
      /3 lines can be sent/,
      'the first list stays as it was',
    );
  });

  it('name all faults of a line; an approver decides lines alone, and the list tells the truth', async () => {
    const wanted = [
      'nora@contoso.test;Finance Systems;90',
      'rita@contoso.test;Second Group;90',
      `nobody@contoso.test;${financeSystems};abc`,
      'nobody@contoso.test;Second Grupp;30',
    ];
    await rita.say(`bulk\n${wanted.join('\n')}`);
    const draft = await rita.findCard(/2 lines can be sent, 2 cannot/);
    const id = listIn(draft);
    const view = await rita.view(draft);
    assert.match(view.text, /nobody@contoso\.test in Finance Systems, abc/);
    assert.match(view.text, /cannot find nobody@contoso\.test.*must be a number of days/);
    assert.match(view.text, /cannot find nobody@contoso\.test.*cannot find the group Second Grupp/);
    await rita.click(draft, view, { title: /^Send the 2/, inputs: { reason: 'Audit' } });

    const ada = new Chatter(outside.teams, 'ada');
    const approval = await ada.findCard(new RegExp(`List ${id} from`));
    const nora = await ada.click(approval, await ada.view(approval), { title: /^Open WB-/ });
    assert.match(nora.text, /Nora Nakamura in Finance Systems/);
    const given = await ada.click(approval, nora, { title: /^Approve$/, inputs: { days: '30' } });
    const list = await ada.click(approval, given, { title: new RegExp(`^Open ${id}`) });
    assert.match(list.text, /One request waits for your decision/);
    assert.match(list.text, /in Finance Systems, 30 days/);
    const line = new RegExp(
      `^Open ${/WB-\w{8} · waiting for approval/.exec(list.text)?.[0].slice(0, 11)}`,
    );
    const other = await ada.click(approval, list, { title: line });
    await ada.click(approval, other, { title: /^Deny$/, inputs: { comment: 'Not her.' } });

    const told = await rita.findCard(/1 denied and 2 could not be sent/);
    assert.equal(told.id, draft.id);
    assert.match(await rita.invokeButton(told, /^Correct these lines/), /new message/);
    const form = await rita.findCard(new RegExp(`These are the lines of ${id}`));
    assert.match(JSON.stringify(cardOf(form)), quoted(wanted.slice(2).join('\n')));
  });

  it('answer to their numbers, and tell the requester whom they cannot reach', async () => {
    outside.teams.setInstalled('paul', false);
    await outside.teams.announceInstall();
    const draft = await rita.findCard(/All 2 lines can be sent/);
    const id = listIn(draft);
    await rita.say(`why ${id}`);
    await rita.click(draft, await rita.view(draft), {
      title: /^Send the 2/,
      inputs: { reason: 'Closing' },
    });

    const told = await rita.findCard(/I cannot write to Paul Prüfer/);
    assert.equal(told.id, draft.id);
    await rita.say(`why ${id}`);
    await rita.findCard(/Each request of this list goes its own way.*why WB-/);
    await rita.say('my requests');
    assert.match(JSON.stringify(cardOf(await rita.findCard('My requests'))), new RegExp(id));
    const paul = new Chatter(outside.teams, 'paul');
    assert.equal(
      paul.texts().some((text) => text.includes(id)),
      false,
    );

    const amir = new Chatter(outside.teams, 'amir');
    await amir.say('undelivered');
    await amir.findCard(new RegExp(`Paul Prüfer\ndecisions on a list[^]*List ${id}, made on`));

    outside.teams.setInstalled('paul', true);
    await outside.teams.announceInstall();
    await paul.findCard(new RegExp(`List ${id} from`));
    await amir.say('undelivered');
    await amir.findCard('Every card has reached its reader');
    await rita.say(`cancel ${id}`);
    await rita.findCard('I am taking the list back');
    await rita.findCard(/2 cancelled/);
    await rita.say(`cancel ${id}`);
    await rita.findCard('That is not possible any more');
    const layla = new Chatter(outside.teams, 'layla');
    for (const command of ['why', 'cancel', 'status']) {
      await layla.say(`${command} ${id}`);
    }
    await layla.findCard(`There is no list ${id}`);
    assert.equal(layla.texts().filter((text) => text.includes('There is no list')).length, 3);
  });

  it('logged no defect', () => {
    assert.deepEqual(log.messages('error'), []);
  });
});

function idOf(key: string): string {
  const person = people.find((each) => each.key === key);
  assert.ok(person, `nobody is called ${key}`);
  return person.objectId;
}

function listIn(message: StoredMessage): string {
  const id = /WL-[0-9A-Z]{8}/.exec(JSON.stringify(cardOf(message)))?.[0];
  assert.ok(id, 'the card names no list');
  return id;
}

/** A text as it stands in JSON. */
function quoted(text: string): RegExp {
  return new RegExp(JSON.stringify(text).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
}
