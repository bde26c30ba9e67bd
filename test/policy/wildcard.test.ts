import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { matchesWildcard } from '../../src/policy/wildcard.ts';

describe('matching a display name', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['Finance', 'Finance', true],
    ['Finance', 'Finance Reports', false],
    ['Finance *', 'Finance Reports', true],
    ['Finance *', 'Finance', false],
    ['*', '', true],
    ['*Finance*', 'EU finance', true],
    ['a*b*c', 'a-c-b-c', true],
    ['a*b*c', 'acb', false],
    ['ab*ba', 'aba', false],
    ['a*a*a', 'aa', false],
    ['*a**', '', false],
    ['F.nance', 'Finance', false],
    ['Finance Systems', 'FINANCE\u00A0  systems ', true],
    ['Finance Systems', 'Finance\u200B Sys\u00ADtems', true],
    ['Finance Systems', 'Ｆｉｎａｎｃｅ Systems', true],
    ['Finance＊', 'Finance Systems', false],
    ['Büro', 'Bu\u0308ro', true],
  ];
  for (const [pattern, name, expected] of cases) {
    it(`${expected ? 'takes' : 'does not take'} "${name}" for "${pattern}"`, () => {
      assert.equal(matchesWildcard(pattern, name), expected);
    });
  }

  const word = fc.string({ unit: fc.constantFrom('a', 'b', '.', 'x') });

  it('agrees with a regular expression that says the same', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), word, (parts, name) => {
        const pattern = parts.join('*');
        const same = new RegExp(
          `^${parts.map((part) => part.replaceAll('.', String.raw`\.`)).join('.*')}$`,
        );

        assert.equal(matchesWildcard(pattern, name), same.test(name));
      }),
      { numRuns: 10_000 },
    );
  });

  it('finds every name that was made by filling in the stars', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 5 }), (pairs) => {
        const pattern = pairs.map(([part]) => part).join('*');
        const name = pairs.map(([part, filling], index) =>
          index === pairs.length - 1 ? part : part + filling,
        );

        assert.equal(matchesWildcard(pattern, name.join('')), true);
      }),
    );
  });
});
