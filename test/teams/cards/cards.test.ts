import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requestCard } from '../../../src/teams/cards/request-card.ts';
import { wordsFor } from '../../../src/teams/words/choose.ts';
import { hasGuardedAction, lintCard, withoutOfficialSchema } from '../../support/card-lint.ts';
import { allCards } from '../../support/cards.ts';
import { fixedRequest } from '../../support/fixed-request.ts';

describe('every card', () => {
  for (const [name, card] of Object.entries(allCards)) {
    it(`${name} looks as it was reviewed`, (t) => {
      t.assert.fileSnapshot(card, `${import.meta.dirname}/golden/${name}.json`, {
        serializers: [(value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`],
      });
    });

    it(`${name} keeps the rules of Teams`, (t) => {
      if (withoutOfficialSchema !== false) {
        t.diagnostic(withoutOfficialSchema);
      }
      assert.deepEqual(lintCard(card), []);
    });
  }

  it('posted for everybody carries nothing that changes anything', () => {
    const posted = Object.entries(allCards).filter(([name]) => /-base$|^outcome-/.test(name));

    assert.ok(posted.length >= 8);
    assert.deepEqual(
      posted.filter(([, card]) => hasGuardedAction(card)).map(([name]) => name),
      [],
    );
  });

  it('claims nothing before Active Directory has shown it', () => {
    for (const state of [
      'awaiting-approval',
      'setting-up',
      'delivering',
      'awaiting-membership',
      'awaiting-sync',
      'failed',
    ] as const) {
      const card = requestCard({
        words: wordsFor('en'),
        request: fixedRequest(state),
        audience: { kind: 'personal', options: [] },
      });

      assert.doesNotMatch(JSON.stringify(card), /granted|has access|completed|success/i, state);
      assert.doesNotMatch(JSON.stringify(card.body), /"Done: /, state);
    }
  });
});

describe('the card lint', () => {
  for (const { title, change, complaint } of [
    {
      title: 'a typo in a property',
      change: { fallBackText: 'x' },
      complaint: 'unknown property fallBackText',
    },
    {
      title: 'a card without a version',
      change: { version: undefined },
      complaint: 'the version is not 1.5',
    },
    {
      title: 'a text that does not wrap',
      change: { body: [{ type: 'TextBlock', text: 'x' }] },
      complaint: 'does not wrap',
    },
    {
      title: 'a link made by a name',
      change: { body: [{ type: 'TextBlock', wrap: true, text: '[a](http://b)' }] },
      complaint: 'holds a link',
    },
    {
      title: 'an unknown verb',
      change: { actions: [{ type: 'Action.Execute', title: 'x', verb: 'grant', data: {} }] },
      complaint: 'unknown verb grant',
    },
    {
      title: 'a card that is too large',
      change: { body: [{ type: 'TextBlock', wrap: true, text: 'x'.repeat(25_000) }] },
      complaint: 'larger than 24 KB',
    },
  ]) {
    it(`finds ${title}`, () => {
      const found = lintCard({ ...allCards['welcome'], ...change });

      assert.ok(
        found.some((words) => words.includes(complaint)),
        found.join('\n'),
      );
    });
  }
});
