import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { card, heading } from '../../../src/teams/cards/elements.ts';
import { writeBody } from '../../../src/teams/cards/written-card.ts';
import { invokeCard, invokeMessage } from '../../../src/teams/invoke-answers.ts';
import { wordsFor } from '../../../src/teams/words/choose.ts';

const drawn = card(wordsFor('ar'), {
  fallbackText: 'بطاقة',
  body: [heading('“Zoë” 家 \u2068x\u2069')],
});

describe('the body of an answer', () => {
  it('says the same with a card that was written before as without', () => {
    const { body } = invokeCard({ kind: 'card', card: drawn });

    assert.deepEqual(read(body), { ...Object(body) });
    assert.equal(writeBody(body).toString(), writeBody(structuredClone(body)).toString());
  });

  it('is plain JSON in UTF-8 where it has no card', () => {
    const { body } = invokeMessage('Schön, „fertig“');

    assert.equal(writeBody(body).toString('utf8'), JSON.stringify(body));
    assert.equal(writeBody('text').toString(), '"text"');
    assert.equal(writeBody(null).toString(), 'null');
  });

  it('may have nothing but a card', () => {
    assert.deepEqual(read({ value: drawn }), { value: drawn });
  });
});

function read(body: unknown): unknown {
  return JSON.parse(writeBody(body).toString('utf8'));
}
