import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type App, startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { Chatter, cardOf } from '../support/chat.ts';
import { type Outside, startOutside } from '../support/journey.ts';
import { query } from '../support/postgres.ts';
import { askInChat, openApproval } from '../support/request-by-chat.ts';
import { SilentLog } from '../support/silent-log.ts';

interface Body {
  readonly statusCode: number;
  readonly type: string;
  readonly value: { readonly code?: string; readonly message?: string };
}

describe('bad input', () => {
  let outside: Outside;
  let app: App;
  const log = new SilentLog();

  before(async () => {
    outside = await startOutside({ lags: { delivered: 3_600_000 } });
    app = await startApp(readConfig(outside.env), log);
    await outside.teams.announceInstall();
  });

  after(async () => {
    await app.close();
    await outside.close();
  });

  async function states(): Promise<readonly string[]> {
    const rows = await query(outside.env['DATABASE_URL'] ?? '', 'select state from requests');
    return rows.map((row) => String((row as { state: unknown }).state));
  }

  async function sendForm(inputs: Readonly<Record<string, unknown>>) {
    const rita = new Chatter(outside.teams, 'rita');
    await rita.say('request');
    const message = await rita.findCard(/Send request/);
    const view = { card: cardOf(message) };
    return rita.click(message, view, { title: /Send request/, inputs });
  }

  const invokes: readonly [string, string, unknown][] = [
    ['an unknown verb', 'adaptiveCard/action', action('grant-everything', {})],
    ['no action', 'adaptiveCard/action', {}],
    ['no value', 'adaptiveCard/action', undefined],
    ['a list as value', 'adaptiveCard/action', [1, 2]],
    ['a number as verb', 'adaptiveCard/action', action(7, {})],
    ['data of another shape', 'adaptiveCard/action', action('approve', { requestId: {} })],
    [
      'a made-up id',
      'adaptiveCard/action',
      action('approve', { requestId: "WB-1' or 1=1", version: 1 }),
    ],
    ['an unknown invoke', 'fileConsent/invoke', { data: {} }],
    ['an unknown dataset', 'application/search', { queryText: 'x', dataset: 'passwords' }],
    ['a query of another shape', 'application/search', { queryText: { a: 1 } }],
  ];
  for (const [what, name, value] of invokes) {
    it(`answers ${what} with HTTP 200 and a sentence, and does nothing`, async () => {
      const rita = new Chatter(outside.teams, 'rita');
      const welcome = await rita.findCard('Hello, I am Writeback');
      const count = (await states()).length;

      const answer = await rita.invoke(welcome, name, value);

      const body = answer.body as Body;
      assert.equal(answer.status, 200);
      assert.equal(body.type, 'application/vnd.microsoft.error');
      assert.ok(body.statusCode >= 400 && body.statusCode < 500, String(body.statusCode));
      assert.match(body.value.message ?? '', /^[A-Z].{15,}[.!?]$/s);
      assert.equal((await states()).length, count);
    });
  }

  const forms: readonly [string, Readonly<Record<string, unknown>>, RegExp][] = [
    ['empty fields', {}, /group/i],
    ['a blank reason', { newGroupName: 'Ops', reason: '   ' }, /Say why/],
    [
      '10,000 characters',
      { newGroupName: 'x'.repeat(10_000), reason: 'y'.repeat(10_000) },
      /too long|at most/i,
    ],
    [
      'two groups',
      { newGroupName: 'Ops', group: 'bbbbbbbb-0000-4000-8000-000000000002', reason: 'x' },
      /one|either|both/i,
    ],
    ['a group id that is none', { group: 'Finance', reason: 'x' }, /group/i],
    [
      'a duration that is none',
      { newGroupName: 'Ops', reason: 'x', duration: '-5' },
      /long|duration|days/i,
    ],
    ['an object as reason', { newGroupName: 'Ops', reason: { a: 1 } }, /Say why/],
  ];
  for (const [what, inputs, expected] of forms) {
    it(`keeps the form and says what is wrong with ${what}`, async () => {
      const count = (await states()).length;

      const answer = await sendForm(inputs);

      assert.match(answer.text, expected);
      assert.match(answer.text, /Send request/);
      assert.equal((await states()).length, count);
    });
  }

  const refusals: readonly [string, Readonly<Record<string, unknown>>, RegExp][] = [
    [
      'a guest',
      { personName: 'gina_fabrikam.test#EXT#@contoso.test' },
      /is a guest[^]*administrator/,
    ],
    [
      'a cloud-only user',
      { personName: 'cleo@contoso.test' },
      /exists in the cloud only[^]*administrator/,
    ],
    ['an unknown person', { personName: 'nobody@contoso.test' }, /cannot find/],
  ];
  for (const [what, inputs, expected] of refusals) {
    it(`refuses ${what} with the reason and who can mend it`, async () => {
      const answer = await sendForm({ newGroupName: 'Ops', reason: 'x', ...inputs });

      assert.match(answer.text, expected);
      assert.match(answer.text, /Send request/);
    });
  }

  it('shows names of markup, right-to-left script and emoji as they are', async () => {
    const name = '[x](http://evil.test) **b** <b> {{DATE(x)}} ${y} ليلى 🌙 `c`';

    const { answer, id } = await askInChat(outside.teams, { newGroupName: name, reason: name });
    const { view } = await openApproval(outside.teams, id);

    for (const card of [answer, view]) {
      assert.ok(card.text.includes('ليلى 🌙'), card.text);
      assert.doesNotMatch(JSON.stringify(card.card.body), /[^\\]\]\(http:\/\/evil/);
      assert.doesNotMatch(JSON.stringify(card.card.body), /\{\{DATE\(x\)\}\}/);
    }
  });

  it('makes one request of a form that is delivered twice', async () => {
    const count = (await states()).length;
    outside.teams.deliverTwice(true);

    await askInChat(outside.teams, { newGroupName: 'Delivered Twice' });

    outside.teams.deliverTwice(false);
    assert.equal((await states()).length, count + 1);
  });

  it('does not let the requester approve, and says so', async () => {
    const { rita, message, answer, id } = await askInChat(outside.teams, { newGroupName: 'Own' });
    const version = versionOf(answer.card);

    const forged = await rita.invoke(
      message,
      'adaptiveCard/action',
      action('approve', { requestId: id, version }),
    );

    assert.match(JSON.stringify(forged.body), /may not decide on a request of your own/);
    const { view } = await openApproval(outside.teams, id);
    assert.match(view.text, /Waiting for/);
  });

  it('knows nothing of the request for a stranger', async () => {
    const { answer, id } = await askInChat(outside.teams, { newGroupName: 'Not for Ben' });
    const ben = new Chatter(outside.teams, 'ben');
    const welcome = await ben.findCard('Hello, I am Writeback');

    const forged = await ben.invoke(
      welcome,
      'adaptiveCard/action',
      action('approve', { requestId: id, version: versionOf(answer.card) }),
    );

    assert.match(JSON.stringify(forged.body), /cannot find that request/);
  });

  it('lets one of two approvers win and shows the other what happened', async () => {
    const { id } = await askInChat(outside.teams, { newGroupName: 'Race' });
    const one = await openApproval(outside.teams, id, 'ada');
    const two = await openApproval(outside.teams, id, 'paul');

    const answers = await Promise.all([
      one.approver.click(one.message, one.view, { title: /^Approve/ }),
      two.approver.click(two.message, two.view, { title: /^Deny/, inputs: { comment: 'No' } }),
    ]);

    const told = answers.filter(({ text }) => /before you|in the meantime/i.test(text));
    assert.equal(told.length, 1);
    const isDenied = answers[0] !== undefined && told.includes(answers[0]);
    const record = await one.approver.view(one.message);
    assert.match(record.text, isDenied ? /Denied by Paul/ : /Approved by Ada/);
  });

  it('answers a click on a stale card with the card as it stands', async () => {
    const { rita, id } = await askInChat(outside.teams, { newGroupName: 'Stale' });
    const { approver, message, view } = await openApproval(outside.teams, id);
    await rita.say(`cancel ${id}`);

    const answer = await approver.click(message, view, { title: /^Approve/ });

    assert.match(answer.text, /[Cc]ancelled/);
    assert.match(answer.text, /decided in the meantime|changed in the meantime|no longer/i);
  });

  it('logged no defect', () => {
    assert.deepEqual(log.messages('error'), []);
  });
});

function action(verb: unknown, data: unknown): unknown {
  return { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
}

function versionOf(card: unknown): number {
  return Number(/"version":(\d+)/.exec(JSON.stringify(card))?.[1] ?? 1);
}
