import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseFilter } from '../../../src/sandbox/graph/filter.ts';
import { matches } from '../../../src/sandbox/graph/filter-match.ts';
import { parseQuery } from '../../../src/sandbox/graph/query.ts';
import { Refusal } from '../../../src/sandbox/graph/refusal.ts';
import { filtered, newGroup, startBench } from './support.ts';

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

describe('a filter', () => {
  it('carries any text, once it is doubled and encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const query = parseQuery(`$filter=${encodeURIComponent(`displayName eq ${quote(text)}`)}`);

        assert.deepEqual(parseFilter(query.filter ?? ''), {
          kind: 'compare',
          path: 'displayName',
          operator: 'eq',
          value: text,
        });
      }),
    );
  });

  it('is either understood or refused, whatever it says', () => {
    const word = fc.constantFrom(
      '(',
      ')',
      ',',
      "'a'",
      'and',
      'or',
      'not',
      'eq',
      'in',
      'id',
      'startsWith',
      'a/any',
      'x:x',
      '1',
      'null',
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        try {
          matches(parseFilter(words.join(' ')), () => 'a');
        } catch (error) {
          assert.ok(error instanceof Refusal);
        }
      }),
    );
  });

  const rows = [
    { n: 'a', when: '2026-01-01T00:00:00Z' },
    { n: 'b', when: '2026-02-01T00:00:00Z' },
    { n: 'c', when: null },
  ];
  const cases = [
    { filter: "n eq 'A' or n eq 'c'", found: 'ac' },
    { filter: "not (n eq 'a') and n ne 'b'", found: 'c' },
    { filter: "n eq 'a' or n eq 'b' and n eq 'c'", found: 'a' },
    { filter: 'when gt 2026-01-15T00:00:00Z', found: 'b' },
    { filter: 'when le 2026-01-01T00:00:00Z', found: 'a' },
    { filter: 'when eq null', found: 'c' },
    { filter: "n in ('b', 'c')", found: 'bc' },
  ];
  for (const { filter, found } of cases) {
    it(`${filter} finds ${found}`, () => {
      const parsed = parseFilter(filter);

      const hits = rows.filter((row) =>
        matches(parsed, (path) => (path === 'n' ? row.n : row.when)),
      );

      assert.equal(hits.map((row) => row.n).join(''), found);
    });
  }

  it('finds groups with every kind of name over the wire', async (t) => {
    const { send } = await startBench(t);
    const names = [
      "O'Neill & Sons #1 + 50%",
      'مجموعة المالية',
      '🌙 (night) "shift", a;b=c?',
      "''",
      'a\\b/c',
    ];
    for (const [index, displayName] of names.entries()) {
      const made = await send('POST', '/v1.0/groups', {
        body: { ...newGroup, displayName, mailNickname: `n${index}` },
      });
      assert.equal(made.status, 201);

      const found = await send(
        'GET',
        filtered('/v1.0/groups', `startsWith(displayName,${quote(displayName)})`),
      );

      assert.deepEqual(
        found.body.value.map((group) => group.id),
        [made.body.id],
      );
    }
  });
});
