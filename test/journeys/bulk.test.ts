import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { type App, startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { type CardAnswer, Chatter, cardOf } from '../support/chat.ts';
import { createGroup } from '../support/create-group.ts';
import { type FailingGraph, failingGraph } from '../support/failing-graph.ts';
import { type Outside, startOutside } from '../support/journey.ts';
import { SilentLog } from '../support/silent-log.ts';

const people = ['rita', 'ben', 'amir', 'layla', 'nora'] as const;
const teams = Array.from({ length: 9 }, (_unused, index) => `Bulk Team ${index + 1}`);
const noraId = 'aaaaaaaa-0000-4000-8000-000000000009';

/** A guest, somebody unknown, a group that nobody has, a duration that is none, and a line said before. */
const badLines = [
  'gina_fabrikam.test#EXT#@contoso.test;Bulk Team 1;30',
  'nobody@contoso.test;Bulk Team 1;30',
  'rita@contoso.test;Bulk Teem 1;30',
  'rita@contoso.test;Bulk Team 2;some days',
  'RITA@contoso.test;bulk team 1;60',
];

function list(): string {
  const good = teams.flatMap((team, index) =>
    people.map((person) => `${person}@contoso.test;${team};${index === 0 ? '' : 'P30D'}`),
  );
  return ['user;group;duration', ...good, ...badLines].join('\r\n');
}

describe('a list of fifty lines of which five are bad', () => {
  let outside: Outside;
  let app: App;
  let graph: FailingGraph;
  let id = '';
  const log = new SilentLog();

  before(async () => {
    outside = await startOutside();
    for (const team of teams) {
      await createGroup(outside.graph.origin, team);
    }
    graph = await failingGraph(outside.judge.origin);
    app = await startApp(readConfig({ ...outside.env, SANDBOX_GRAPH_ORIGIN: graph.origin }), log);
    await outside.teams.announceInstall();
  });

  after(async () => {
    await app.close();
    await graph.close();
    await outside.close();
  });

  it('is checked line by line before anything is sent, by few questions to Graph', async () => {
    const rita = new Chatter(outside.teams, 'rita');
    const asked = outside.graph.exchanges.length;
    await rita.say('bulk');
    const form = await rita.findCard('Request many memberships at once');
    const answer = await rita.click(
      form,
      { card: cardOf(form) },
      { title: /^Check the list/, inputs: { lines: list() } },
    );
    assert.match(answer.text, /I am checking every line/);

    const card = await rita.findCard(/45 lines can be sent, 5 cannot/);

    assert.equal(card.id, form.id, 'the form became the card of the list');
    id = /WL-[0-9A-Z]{8}/.exec(JSON.stringify(cardOf(card)))?.[0] ?? '';
    const { text } = await rita.view(card);
    assert.match(text, /Line 47 · .*guest/i);
    assert.match(text, /Line 48 · /);
    assert.match(text, /Line 49 · .*Bulk Teem 1/);
    assert.match(text, /Line 50 · .*number of days/);
    assert.match(text, /Line 51 · .*earlier line/);
    assert.ok(outside.graph.exchanges.length - asked < 200, 'each thing is looked up once');
    assert.equal(await countRequests(rita), 0);
  });

  it('makes forty-five requests of two clicks at once, and one card for each approver', async () => {
    const rita = new Chatter(outside.teams, 'rita');
    const card = await rita.findCard(/45 lines can be sent/);
    const view = await rita.view(card);
    const without = await rita.click(card, view, { title: /^Send the 45/ });
    assert.match(without.text, /reason is needed/);

    const send = { title: /^Send the 45/, inputs: { reason: 'Month-end closing' } };
    await Promise.all([rita.click(card, view, send), rita.click(card, view, send)]);

    await rita.findCard(/45 waiting for approval and 5 could not be sent/);
    for (const key of ['ada', 'paul']) {
      const approver = new Chatter(outside.teams, key);
      const approval = await approver.findCard(/45 requests wait for your decision/);
      const cards = approver.texts().filter((text) => text.includes('wait for your decision'));
      assert.equal(cards.length, 1);
      assert.equal(
        approver.texts().some((text) => text.includes('WB-') && !text.includes(id)),
        false,
      );
      assert.match((await approver.view(approval)).text, /Approve all 45/);
    }
  });

  it('is seen by nobody else', async () => {
    const layla = new Chatter(outside.teams, 'layla');
    await layla.say(`status ${id}`);

    await layla.findCard(`There is no list ${id}`);
  });

  it('is approved by one click, and each request goes its own way to the proof', async () => {
    let unlucky: string | undefined;
    graph.refuse = ({ method, path, body }) => {
      if (!isAssignment({ method, path }) || !body.includes(noraId)) {
        return false;
      }
      const [packageId] = /"accessPackageId":"[^"]+"/.exec(body) ?? [];
      unlucky ??= packageId;
      return packageId === unlucky;
    };
    const ada = new Chatter(outside.teams, 'ada');
    const approval = await ada.findCard(/45 requests wait for your decision/);
    const view = await ada.view(approval);
    await ada.click(approval, view, { title: /^Approve all 45/, inputs: { comment: 'Fine.' } });

    const rita = new Chatter(outside.teams, 'rita');
    await rita.findCard(/Ada Approver approved 45 requests/);
    await rita.findCard(/44 waiting for the sync, 1 stopped and 5/);
    outside.connect.startCycle();

    await rita.findCard(/44 in Active Directory, 1 stopped and 5 could not be sent/);
    const outcome = await rita.findCard(new RegExp(`List ${id} is finished`));
    assert.match(JSON.stringify(cardOf(outcome)), /stopped/);
    await new Chatter(outside.teams, 'layla').findCard(/CN=Group_/);
    assert.ok(graph.refused > 0);
  });

  it('runs again only what has stopped', async () => {
    graph.refuse = () => false;
    const ada = new Chatter(outside.teams, 'ada');
    const earlier = outside.graph.exchanges.filter(isAssignment).length;
    const card = await ada.findCard(/44 in Active Directory/);
    await ada.click(card, await ada.view(card), { title: /^Try the stopped one again/ });

    const rita = new Chatter(outside.teams, 'rita');
    await rita.findCard(/44 in Active Directory, 1 waiting for the sync/);
    outside.connect.startCycle();

    await rita.findCard(/45 in Active Directory and 5 could not be sent/);
    assert.equal(outside.graph.exchanges.filter(isAssignment).length, earlier + 1);
  });

  it('shows as one line among the requests, and its refused lines can be checked again', async () => {
    const rita = new Chatter(outside.teams, 'rita');
    await rita.say('my requests');
    const mine = await rita.findCard('My requests');
    assert.match(JSON.stringify(cardOf(mine)), new RegExp(`List ${id}`));
    assert.match(
      JSON.stringify(cardOf(mine)),
      /50 lines · 45 in Active Directory and 5 could not be sent/,
    );
    assert.equal(await countRequests(rita), teams.length, 'her own lines, and nobody else’s');
    assert.equal(await countRequests(new Chatter(outside.teams, 'layla')), teams.length);
    await rita.say(`status ${id}`);
    const card = await rita.findCard(/45 in Active Directory and 5 could not be sent/);

    const answer = await rita.click(card, await rita.view(card), { title: /^Check refused again/ });

    assert.match(answer.text, /The refused lines are now the list WL-/);
    await rita.findCard(/None of the lines can be sent/);
  });

  it('logged no defect', () => {
    assert.deepEqual(log.messages('error'), []);
  });

  async function countRequests(chatter: Chatter): Promise<number> {
    await chatter.say('my requests');
    await delay(50);
    const card: CardAnswer = { card: cardOf(await chatter.findCard('My requests')), text: '' };
    return new Set(JSON.stringify(card).match(/WB-[0-9A-Z]{8}/g)).size;
  }
});

function isAssignment({
  method,
  path,
}: {
  readonly method: string;
  readonly path: string;
}): boolean {
  return method === 'POST' && path.includes('assignmentRequests');
}
