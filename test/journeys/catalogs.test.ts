import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { type App, startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/store/database.ts';
import { type CardAnswer, Chatter, cardOf } from '../support/chat.ts';
import { type Outside, startOutside } from '../support/journey.ts';
import { groupIdOf, idOf } from '../support/policy-journey.ts';
import { SilentLog } from '../support/silent-log.ts';

describe('a catalog from its creation to the end of a delegation', () => {
  const log = new SilentLog();
  let outside: Outside;
  let app: App;

  before(async () => {
    outside = await startOutside();
    app = await startApp(readConfig(outside.env), log);
    await outside.teams.announceInstall();
  });
  after(async () => {
    await app.close();
    await outside.close();
    assert.deepEqual(outside.judge.errors(), []);
    assert.deepEqual(log.messages('error'), []);
  });

  /** Somebody types the command; the card that comes is their panel. */
  async function openPanel(key: string): Promise<{
    readonly panel: CardAnswer;
    click(
      title: RegExp,
      from: Pick<CardAnswer, 'card'>,
      inputs?: Readonly<Record<string, unknown>>,
    ): Promise<CardAnswer>;
  }> {
    const person = new Chatter(outside.teams, key);
    await person.say('catalogs');
    const message = await person.findCard(/^Catalogs\n/);
    return {
      panel: { card: cardOf(message), text: person.texts().at(-1) ?? '' },
      click: (title, view, inputs = {}) => person.click(message, view, { title, inputs }),
    };
  }

  it('is made by an administrator, filled, and delegated to somebody who sees it then', async () => {
    const earlier = await openPanel('ben');
    assert.match(earlier.panel.text, /Finance[^]*Owned by Ada Approver/);
    assert.doesNotMatch(earlier.panel.text, /General|New catalog/);

    const amir = await openPanel('amir');
    assert.match(amir.panel.text, /General[^]*Finance[^]*New catalog/);
    const form = await amir.click(/^New catalog/, amir.panel);
    const taken = await amir.click(/^Create/, form, { name: 'finance', description: '' });
    assert.match(taken.text, /There is a catalog called finance already/);
    const made = await amir.click(/^Create/, taken, { name: 'Treasury', description: 'Treasury' });
    assert.match(made.text, /The catalog Treasury is there[^]*Nobody yet/);

    const adding = await amir.click(/^Add a group/, made);
    const refused = await amir.click(/^Add the group/, adding, {
      group: groupIdOf(outside, 'Finance Dynamic'),
    });
    assert.match(refused.text, /Finance Dynamic fills itself by a rule/);
    const added = await amir.click(/^Add the group/, refused, {
      group: groupIdOf(outside, 'Finance Systems'),
    });
    assert.match(
      added.text,
      /Finance Systems is in the catalog now[^]*Finance Systems · writeback/,
    );

    const delegating = await amir.click(/^Delegate/, added);
    const question = await amir.click(/^Go on/, delegating, {
      person: idOf('ben'),
      personName: '',
      role: 'access-package-manager',
    });
    assert.match(question.text, /Shall Ben Okafor get this role[^]*create, change and delete/);
    assert.match(question.text, /does not allow them to[^]*add resources to the catalog/);
    const delegated = await amir.click(/^Delegate it/, question);
    assert.match(delegated.text, /Ben Okafor is an access package manager[^]*I have told Ben/);

    const ben = new Chatter(outside.teams, 'ben');
    const news = await ben.findCard(/You look after the catalog Treasury now/);
    assert.match(ben.texts().at(-1) ?? '', /Amir Admin made you an access package manager/);
    assert.match(JSON.stringify(cardOf(news)), /https:\/\/entra\.microsoft\.com\/#view\//);
    const opened = await ben.click(news, { card: cardOf(news) }, { title: /^Open the catalog/ });
    assert.match(opened.text, /^Treasury\n[^]*Finance Systems/);
    assert.doesNotMatch(opened.text, /^(?:Delegate|Add a group|Take back a role)$/m);
  });

  it('is nothing to strangers, whatever they send', async () => {
    const rita = await openPanel('rita');
    assert.match(rita.panel.text, /You own or manage no catalog/);
    assert.doesNotMatch(rita.panel.text, /Treasury|Finance/);

    const person = new Chatter(outside.teams, 'rita');
    const message = await person.findCard(/^Catalogs\n/);
    const amir = await openPanel('amir');
    const stolen = await amir.click(/^Open .*Treasury/, amir.panel);
    const answer = await person.click(message, stolen, { title: /^Delegate/ });
    assert.match(answer.text, /I cannot find that catalog/);
  });

  it('is taken back, told, and all of it is on record', async () => {
    const amir = await openPanel('amir');
    const opened = await amir.click(/^Open .*Treasury/, amir.panel);
    const choosing = await amir.click(/^Take back a role/, opened);
    const [, assignmentId] = /"title":"[^"]*Ben Okafor[^"]*","value":"([^"]+)"/.exec(
      JSON.stringify(choosing.card),
    ) ?? [undefined, assert.fail('Ben is not offered')];
    const question = await amir.click(/^Go on/, choosing, { assignmentId });
    assert.match(question.text, /Take back the role of Ben Okafor/);
    const done = await amir.click(/^Take it back/, question);
    assert.match(done.text, /The role of Ben Okafor is taken back/);

    const ben = new Chatter(outside.teams, 'ben');
    await ben.findCard(/Amir Admin.? has taken back your role[^]*Treasury/);
    const later = await openPanel('ben');
    assert.doesNotMatch(later.panel.text, /Treasury/);
    assert.deepEqual(await auditLines(), [
      'create-catalog begun',
      'create-catalog done',
      'add-group begun',
      'add-group done',
      'assign-role begun',
      'assign-role done',
      'remove-role begun',
      'remove-role done',
    ]);
  });

  async function auditLines(): Promise<readonly string[]> {
    const database = openDatabase({ url: outside.env['DATABASE_URL'] ?? '', log });
    try {
      const { rows } = await sql<{ kind: string; outcome: { kind: string }; actor: string }>`
        select kind, outcome, actor from administration_events order by id`.execute(database.db);
      assert.deepEqual(new Set(rows.map(({ actor }) => actor)), new Set([idOf('amir')]));
      return rows.map(({ kind, outcome }) => `${kind} ${outcome.kind}`);
    } finally {
      await database.close();
    }
  }
});
