import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cardFor, findRefresh, withoutRefresh } from '../../../src/sandbox/page/card-payload.ts';
import { renderMarkdown } from '../../../src/sandbox/page/markdown.ts';
import { people } from '../../../src/sandbox/seed.ts';
import { toCardOutcome, toSearchOutcome } from '../../../src/sandbox/teams/card-outcome.ts';
import { conversationsOf } from '../../../src/sandbox/teams/conversations.ts';
import { searchPeople } from '../../../src/sandbox/teams/people-search.ts';

const wrong = 'Something went wrong. Please try again.';
const unreachable = 'Unable to reach app. Please try again.';
const card = { type: 'AdaptiveCard', version: '1.5', body: [] };

describe('reading the answer to a click as the Teams client does', () => {
  const cases = [
    {
      title: 'a card',
      answer: {
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
      },
      outcome: { kind: 'card', card },
    },
    {
      title: 'a message',
      answer: {
        status: 200,
        body: {
          statusCode: 200,
          type: 'application/vnd.microsoft.activity.message',
          value: 'Done',
        },
      },
      outcome: { kind: 'message', text: 'Done' },
    },
    {
      title: 'an error with its words',
      answer: {
        status: 200,
        body: {
          statusCode: 400,
          type: 'application/vnd.microsoft.error',
          value: { code: 'BadRequest', message: 'Choose a group.' },
        },
      },
      outcome: { kind: 'error', text: 'Choose a group.' },
    },
    {
      title: 'a known body under another HTTP status',
      answer: {
        status: 400,
        body: {
          statusCode: 400,
          type: 'application/vnd.microsoft.error',
          value: { code: 'x', message: 'y' },
        },
      },
      outcome: { kind: 'error', text: wrong },
    },
    {
      title: 'the type one sample of the documentation misspells',
      answer: {
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.adaptive.card', value: card },
      },
      outcome: { kind: 'error', text: wrong },
    },
    {
      title: 'an empty body',
      answer: { status: 200, body: undefined },
      outcome: { kind: 'error', text: wrong },
    },
    {
      title: 'not implemented',
      answer: { status: 501, body: undefined },
      outcome: { kind: 'error', text: wrong },
    },
    {
      title: 'silence',
      answer: { status: 504, body: undefined },
      outcome: { kind: 'error', text: unreachable },
    },
  ];
  for (const { title, answer, outcome } of cases) {
    it(`shows ${title} as ${outcome.kind}`, () => {
      assert.deepEqual(toCardOutcome(answer), outcome);
    });
  }

  it('shows fifteen choices of a search at most', () => {
    const results = Array.from({ length: 20 }, (_, index) => ({
      title: `g${index}`,
      value: `${index}`,
    }));
    const body = {
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results },
    };

    const outcome = toSearchOutcome({ status: 200, body });

    assert.equal(outcome.kind === 'choices' ? outcome.choices.length : 0, 15);
  });
});

describe('the people picker', () => {
  const [personal, group] = conversationsOf('rita');
  assert.ok(personal !== undefined && group !== undefined);

  it('finds people of the whole organization in a 1:1 chat and gives their object ids', () => {
    const found = searchPeople({ dataset: 'graph.microsoft.com/users', filter: 'gina' }, personal);

    const gina = people.find(({ key }) => key === 'gina');
    assert.deepEqual(found, [
      { title: `Gina Guest (${gina?.userPrincipalName})`, value: gina?.objectId },
    ]);
  });

  it('finds nobody in a group chat but by the scope of the present context, and then members only', () => {
    const wide = searchPeople({ dataset: 'graph.microsoft.com/users', filter: 'a' }, group);
    const here = searchPeople(
      { dataset: 'graph.microsoft.com/users?scope=currentContext', filter: 'a' },
      group,
    );

    assert.deepEqual(wide, []);
    assert.equal(here.length, group.memberKeys.length);
  });
});

describe('the refresh of a card', () => {
  const action = { type: 'Action.Execute', verb: 'view', data: { id: 'r1' } };

  it('is seen by the people it names and by nobody else', () => {
    const payload = { ...card, refresh: { action, userIds: ['29:ada'] } };

    assert.ok('refresh' in cardFor(payload, '29:ada'));
    assert.ok(!('refresh' in cardFor(payload, '29:rita')));
  });

  it('is for everybody where it names nobody, and by hand alone where the list is empty', () => {
    const forAll = { ...card, refresh: { action } };
    const byHand = { ...card, refresh: { action, userIds: [] } };

    assert.ok('refresh' in cardFor(forAll, '29:rita'));
    assert.ok(!('refresh' in cardFor(byHand, '29:rita')));
    assert.deepEqual(findRefresh(byHand), { verb: 'view', data: { id: 'r1' } });
  });

  it('is taken from a card that an invoke just returned', () => {
    assert.deepEqual(withoutRefresh({ ...card, refresh: { action } }), { ...card, version: '1.6' });
  });
});

describe('the Markdown of Teams', () => {
  const cases = [
    {
      text: '**bold** _italic_ *too*',
      html: '<p><strong>bold</strong> <em>italic</em> <em>too</em></p>',
    },
    { text: 'one\ntwo\n\nthree', html: '<p>one<br>two</p><p>three</p>' },
    { text: 'Say\n- a\n- b', html: '<p>Say</p><ul><li>a</li><li>b</li></ul>' },
    { text: '1. a\n2. b', html: '<ol><li>a</li><li>b</li></ol>' },
    {
      text: '[Entra](https://entra.microsoft.com/?a=1&b=2)',
      html: '<p><a href="https://entra.microsoft.com/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">Entra</a></p>',
    },
    { text: '[x](javascript:alert(1))', html: '<p>[x](javascript:alert(1))</p>' },
    { text: '<img src=x onerror=alert(1)>', html: '<p>&lt;img src=x onerror=alert(1)&gt;</p>' },
    { text: String.raw`\[x\]\(http://evil.test\) \*a\*`, html: '<p>[x](http://evil.test) *a*</p>' },
    { text: 'snake_case_name 2*3*4', html: '<p>snake_case_name 2*3*4</p>' },
    { text: '**<b>"x"</b>**', html: '<p><strong>&lt;b&gt;&quot;x&quot;&lt;/b&gt;</strong></p>' },
    { text: '<at>A<b></at> hi', html: '<p><span class="mention">A&lt;b&gt;</span> hi</p>' },
  ];
  for (const { text, html } of cases) {
    it(`draws ${JSON.stringify(text)}`, () => {
      assert.equal(renderMarkdown(text), html);
    });
  }
});
