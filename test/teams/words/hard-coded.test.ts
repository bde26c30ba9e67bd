import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { wordsFor } from '../../../src/teams/words/choose.ts';
import { lintCard } from '../../support/card-lint.ts';
import { cardsIn } from '../../support/cards.ts';
import { pseudoWords, textsOf, untranslated } from '../../support/pseudo-words.ts';

const given: string[] = [];
const cards = Object.entries(cardsIn(pseudoWords(wordsFor('en'), given)));

describe('a card in another language', () => {
  for (const [name, card] of cards) {
    it(`${name} says nothing that does not come from the words or from the request`, () => {
      const texts = textsOf(card);

      assert.ok(texts.length > 0);
      assert.deepEqual(untranslated(texts), []);
    });

    it(`${name} declares its language and direction`, () => {
      assert.equal(card.lang, 'ps');
      assert.equal(card.rtl, true);
      assert.deepEqual(
        lintCard(card).filter((complaint) => complaint.includes('property')),
        [],
      );
    });
  }

  it('hands nothing to a text that is a text of its own and does not come from the words', () => {
    assert.ok(given.length > 200);
    assert.deepEqual(
      untranslated(given).filter((text) => text !== 'Ada'),
      [],
    );
  });

  it('would be found out by a single English word', () => {
    assert.equal(untranslated(['⟦Asked by⟧ Rita, ⟦Request WB-7K3F2Q9X⟧']).length, 1);
  });
});

/** Texts of two words or more, between quotes with nothing but code outside: `'a b'`, `"a b"`, `` `a b` ``. */
const quoted = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\\n]|\\.)*`/g;

/** What people never read: comments, the log, exceptions, and reasons that go into the log. */
const unread = [
  /\/\*[\s\S]*?\*\//g,
  /^\s*\/\/.*$/gm,
  /\blog\.\w+\([\s\S]*?\);/g,
  /\bnew \w*Error\([\s\S]*?\);/g,
  /\bsuper\([\s\S]*?\);/g,
];

/** Files whose sentences all go into the log. */
const forTheLog = new Set(['endpoint.ts']);

function sentencesOf(source: string): readonly string[] {
  const code = unread.reduce((rest, pattern) => rest.replaceAll(pattern, ''), source);
  const texts = code.match(quoted) ?? [];
  const plain = texts.map((text) => text.replaceAll(/\$\{[^}]*\}/g, ''));
  return plain.filter((text) => /\p{L}{2,}[,.:]? \p{L}{2,}/u.test(text));
}

describe('the code of the Teams side', () => {
  it('holds no sentence outside of the words', async () => {
    const folder = new URL('../../../src/teams/', import.meta.url);
    const files = (await readdir(folder, { recursive: true }))
      .filter((file) => file.endsWith('.ts') && !file.startsWith('words/'))
      .filter((file) => !forTheLog.has(file));
    const found: string[] = [];

    for (const file of files) {
      const source = await readFile(new URL(file, folder), 'utf8');
      found.push(...sentencesOf(source).map((sentence) => `${file}: ${sentence}`));
    }

    assert.ok(files.length > 40);
    assert.deepEqual(found, []);
  });

  it('would be found out by a sentence among the code', () => {
    assert.deepEqual(
      sentencesOf("heading('Asked by'); log.info({ a }, 'was read'); // it's 'so so'\n"),
      ["'Asked by'"],
    );
  });
});
