import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type App, startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import type { StoredMessage } from '../../src/sandbox/teams/server.ts';
import { Chatter, cardOf } from '../support/chat.ts';
import { type Outside, startOutside } from '../support/journey.ts';
import { SilentLog } from '../support/silent-log.ts';

interface Found {
  readonly value: {
    readonly results: readonly { readonly title: string; readonly value: string }[];
  };
}

describe('favourites, from the first one to the last', () => {
  let outside: Outside;
  let app: App;
  let rita: Chatter;
  const log = new SilentLog();

  before(async () => {
    outside = await startOutside();
    app = await startApp(readConfig(outside.env), log);
    await outside.teams.announceInstall();
    rita = new Chatter(outside.teams, 'rita');
    await rita.findCard('Hello, I am Writeback');
  });

  after(async () => {
    await app.close();
    await outside.close();
  });

  async function search(
    message: StoredMessage,
    query: { readonly queryText: string; readonly dataset: string },
  ): Promise<Found['value']['results']> {
    const { body } = await rita.invoke(message, 'application/search', query);
    return (body as Found).value.results;
  }

  /** As somebody in the portal would. */
  async function byHand(method: 'PATCH' | 'DELETE', id: string, body?: object): Promise<void> {
    const { status } = await fetch(`${outside.graph.origin}/v1.0/groups/${id}`, {
      method,
      headers: { Authorization: 'Bearer sandbox', 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    assert.equal(status, 204);
  }

  it('begins with an empty list, and keeps a group that a search has found', async () => {
    await rita.say('favourites');
    const list = await rita.findCard('You keep no group yet');
    const [choice] = await search(list, { queryText: 'Finance S', dataset: 'otherGroups' });
    assert.match(choice?.title ?? '', /Finance Systems · finance-systems@/);

    const answer = await rita.click(
      list,
      { card: cardOf(list) },
      { title: /^Keep group/, inputs: { group: choice?.value } },
    );

    assert.match(answer.text, /Finance Systems is one of your favourites now/);
    const left = await search(list, { queryText: 'Finance S', dataset: 'otherGroups' });
    assert.ok(left.every(({ value }) => value !== choice?.value));
  });

  it('shows the list to nobody else', async () => {
    const ada = new Chatter(outside.teams, 'ada');
    await ada.say('favourites');

    await ada.findCard('You keep no group yet');
  });

  it('is there after a restart, with the name that the group has by now, and asks for it', async () => {
    const [kept] = outside.graph.groupsForSync().filter(isNamed('Finance Systems'));
    assert.ok(kept);
    await byHand('PATCH', kept.id, { displayName: 'Finance Ledger' });
    await app.close();
    app = await startApp(readConfig(outside.env), log);

    await rita.say('favourites');
    const list = await rita.findCard(/Your favourite groups[^]*Finance Ledger/);
    const value = {
      action: {
        type: 'Action.Execute',
        verb: 'favourite-request',
        data: { groupId: kept.id },
      },
    };
    await rita.invoke(list, 'adaptiveCard/action', value);
    const form = await rita.findCard(/Send request/);

    assert.match(JSON.stringify(cardOf(form)), new RegExp(`"value":"${kept.id}"`));
    const answer = await rita.click(
      form,
      { card: cardOf(form) },
      { title: /Send request/, inputs: { group: kept.id, reason: 'Month-end closing' } },
    );
    assert.match(answer.text, /WB-[0-9A-Z]{8}/);
    assert.match(answer.text, /Keep as favourite/);
  });

  it('comes first on the next form, before the groups of the last requests', async () => {
    await rita.say('request');
    const form = await rita.findCard(/Send request/);

    const [first] = await search(form, { queryText: '', dataset: 'groups' });

    assert.match(first?.title ?? '', /Finance Ledger · favourite/);
    assert.match(JSON.stringify(cardOf(form)), /Finance Ledger · favourite/);
  });

  it('is shown as gone when Entra has it no longer, and can be removed', async () => {
    const [kept] = outside.graph.groupsForSync().filter(isNamed('Finance Ledger'));
    assert.ok(kept);
    await byHand('DELETE', kept.id);

    await rita.say('favourites');
    const list = await rita.findCard('No longer in Entra');
    const answer = await rita.click(list, { card: cardOf(list) }, { title: /^Remove/ });

    assert.match(answer.text, /Finance Ledger is no longer one of your favourites/);
    assert.match(answer.text, /You keep no group yet/);
  });

  it('had no error in any exchange with Graph, and logged none', () => {
    assert.deepEqual(outside.judge.errors(), []);
    assert.deepEqual(log.messages('error'), []);
  });
});

function isNamed(name: string): (group: { readonly displayName: string }) => boolean {
  return ({ displayName }) => displayName === name;
}
