import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  card,
  type Element,
  heading,
  row,
  section,
  text,
} from '../../../src/teams/cards/elements.ts';
import { wordsFor } from '../../../src/teams/words/choose.ts';

const words = wordsFor('en');
const field: Element = { type: 'Input.Text', id: 'x', label: 'Why', maxLength: 500 };

function lines(count: number): readonly Element[] {
  return Array.from({ length: count }, (_unused, index) => text(`${index} ${'家'.repeat(100)}`));
}

function drawn(body: readonly Element[]): { readonly bytes: number; readonly json: string } {
  const json = JSON.stringify(card(words, { fallbackText: 'A card', body }));
  return { bytes: Buffer.byteLength(json), json };
}

describe('a card that would be too large to be sent', () => {
  it('is cut in its longest list, which says so', () => {
    const { bytes, json } = drawn([heading('Title'), section('Votes', lines(200)), field]);

    assert.ok(bytes < 26 * 1024, `${bytes}`);
    assert.match(json, /"text":"0 家/);
    assert.equal(json.match(/"text":"…"/g)?.length, 1);
    assert.match(json, /"id":"x"/);
  });

  it('keeps the rows of a plan beside a list that gives way', () => {
    const plan = Array.from({ length: 8 }, (_unused, index) =>
      row(`Fact ${index}`, '家'.repeat(900)),
    );

    const { json } = drawn([section('Plan', plan), section('Votes', lines(20))]);

    assert.equal(json.match(/Fact \d/g)?.length, 8);
    assert.equal(json.match(/"text":"…"/g)?.length, 1);
  });

  it('keeps what is asked for, however much of it there is', () => {
    const { json } = drawn([section('Form', [...lines(200), field])]);

    assert.match(json, /"text":"199 家/);
    assert.doesNotMatch(json, /"text":"…"/);
  });
});

describe('a card of ordinary size', () => {
  it('keeps every line', () => {
    const { json } = drawn([heading('Title'), section('Votes', lines(40))]);

    assert.match(json, /"text":"39 家/);
    assert.doesNotMatch(json, /"text":"…"/);
  });
});
