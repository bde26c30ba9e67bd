import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cardActivity } from '../../../src/teams/connector.ts';
import { everyLanguage, wordsFor } from '../../../src/teams/words/choose.ts';
import { cardsIn } from '../../support/cards.ts';
import { largestCardsIn } from '../../support/largest-cards.ts';
import { pseudoWords } from '../../support/pseudo-words.ts';

/** What the strictest of the channels takes: connectors and Power Automate. Teams itself takes more. */
const largestMessage = 28 * 1024;

for (const words of [...everyLanguage(), pseudoWords(wordsFor('en'))]) {
  describe(`the message with a card in ${words.language}`, () => {
    const largest = Object.entries(largestCardsIn(words));
    const cards = [
      ...Object.entries(cardsIn(words)),
      ...largest.map(([name, card]) => [`the largest ${name}`, card] as const),
    ];

    for (const [name, card] of cards) {
      it(`${name} is small enough to be sent`, () => {
        const bytes = Buffer.byteLength(JSON.stringify(cardActivity(card, { alert: true })));

        assert.ok(bytes <= largestMessage, `${bytes} bytes`);
      });
    }
  });
}
