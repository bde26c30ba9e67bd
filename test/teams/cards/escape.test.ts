import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cut, said, saidList, saidPlain } from '../../../src/teams/cards/escape.ts';
import { span } from '../../../src/teams/cards/when.ts';
import { wordsFor } from '../../../src/teams/words/choose.ts';

const en = wordsFor('en');
const nasty = fc.string({
  unit: fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    '!',
    '<',
    '>',
    '*',
    '_',
    '`',
    '~',
    '#',
    '\\',
    '|',
    '$',
    '{',
    '}',
    '\u202E',
    '\u2067',
    '\u2069',
    '\n',
    '🌙',
    'a',
    ' ',
  ),
  maxLength: 120,
});
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), nasty);

describe('what people wrote on a card', () => {
  it('never opens markup, templates or another direction', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const words = said(text);
        const unescaped = words.replaceAll(/\\[\\[\]()!<>*_`~#|]/g, '');

        assert.doesNotMatch(unescaped, /[\\[\]()!<>*_`~#|]/);
        assert.doesNotMatch(words, /\{\{|\$\{/);
        assert.match(words, /^\u2068[^\u202A-\u202E\u2066-\u2069]*\u2069$/s);
        assert.doesNotMatch(words, /\p{Cc}/u);
        assert.ok(words.isWellFormed());
      }),
    );
  });

  it('is the same plain text once the escapes are taken away', () => {
    fc.assert(
      fc.property(anything, (text) => {
        assert.equal(said(text).replaceAll(/\\([\\[\]()!<>*_`~#|])/g, '$1'), saidPlain(text));
      }),
    );
  });

  it('is never longer than allowed', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 60 }), (text, limit) => {
        assert.ok(cut(text, limit).length <= limit);
      }),
    );
  });

  it('is not cut inside a character', () => {
    assert.equal(cut('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 15), '👩‍👩‍👧‍👦…');
  });

  it('names four people and counts the others', () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F'];

    assert.equal(
      saidList(en, names, 'or').replaceAll(/[\u2068\u2069]/g, ''),
      'A, B, C, D or 2 others',
    );
    assert.equal(saidList(en, ['A', 'B'], 'and').replaceAll(/[\u2068\u2069]/g, ''), 'A and B');
    assert.equal(saidList(en, [], 'and'), '');
  });
});

describe('how long something took', () => {
  for (const { seconds, words } of [
    { seconds: 0.4, words: 'less than a second' },
    { seconds: 1, words: '1 second' },
    { seconds: 245, words: '4 minutes 5 seconds' },
    { seconds: 3600, words: '1 hour' },
    { seconds: 93_600, words: '1 day 2 hours' },
    { seconds: -5, words: 'less than a second' },
  ]) {
    it(`says ${seconds} s as ${words}`, () => {
      assert.equal(span(en, new Date(0), new Date(seconds * 1000)), words);
    });
  }
});
