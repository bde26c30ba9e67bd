import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cardActivity } from '../../../src/teams/connector.ts';
import { everyLanguage, wordsFor } from '../../../src/teams/words/choose.ts';
import { lintAccessibility, spokenText, symbolsOf } from '../../support/accessibility-lint.ts';
import { allCards, cardsIn } from '../../support/cards.ts';
import { pseudoWords } from '../../support/pseudo-words.ts';

const languages = [...everyLanguage(), pseudoWords(wordsFor('en'))];

for (const words of languages) {
  describe(`every card, heard or seen without colours, in ${words.language}`, () => {
    const cards = Object.entries(cardsIn(words));

    for (const [name, card] of cards) {
      it(`${name} can be used`, () => {
        assert.deepEqual(lintAccessibility(card), []);
      });
    }

    it('is told apart from every other by its words', () => {
      const bySaying = Map.groupBy(cards, ([, card]) => spokenText(card));
      const onlySeen = [...bySaying.values()].filter(
        (same) => new Set(same.map(([, card]) => JSON.stringify(card.body))).size > 1,
      );

      assert.deepEqual(
        onlySeen.map((same) => same.map(([name]) => name)),
        [],
      );
    });

    it('comes with a summary that a notification or an old client can read out', () => {
      for (const [name, card] of cards) {
        const { summary, text } = cardActivity(card);

        assert.equal(summary, card.fallbackText, name);
        // "Your requests" is six characters in Japanese and in Arabic.
        assert.ok(summary.length >= 6 && summary.length <= 600, `${name}: ${summary}`);
        assert.equal(text, undefined, name);
      }
    });
  });
}

describe('the marks for states', () => {
  it('differ in their shape, never in their colour alone', () => {
    const symbols = Object.values(allCards).flatMap(symbolsOf);
    const colours = Map.groupBy(symbols, ([symbol]) => symbol);

    assert.ok(colours.size >= 4, [...colours.keys()].join(' '));
    for (const [symbol, uses] of colours) {
      const strong = new Set(uses.map(([, color]) => color).filter((color) => color !== 'default'));
      assert.ok(strong.size <= 1, `${symbol} is ${[...strong].join(' and ')}`);
    }
    const strongColours = symbols.filter(([, color]) => color !== 'default');
    const shapes = Map.groupBy(strongColours, ([, color]) => color);
    for (const [color, uses] of shapes) {
      assert.equal(new Set(uses.map(([symbol]) => symbol)).size, 1, color);
    }
  });
});

describe('the lint for accessibility', () => {
  const plain = { type: 'AdaptiveCard', fallbackText: 'A card with words.' };
  const title = { type: 'TextBlock', text: 'Title', style: 'heading' };
  const words = { type: 'TextBlock', text: 'Words' };

  for (const { title: what, body, complaint } of [
    { title: 'a card without a heading', body: [words, words], complaint: 'it has 0 headings' },
    {
      title: 'a heading that comes late',
      body: [words, title],
      complaint: 'its heading is not what it begins with',
    },
    {
      title: 'an input without a label',
      body: [title, { type: 'Input.Text', id: 'reason' }],
      complaint: 'reason has no label',
    },
    {
      title: 'a required input that does not say what is missing',
      body: [title, { type: 'Input.Text', id: 'reason', label: 'Reason', isRequired: true }],
      complaint: 'reason has no errorMessage',
    },
    {
      title: 'a picture without words',
      body: [title, { type: 'Image', url: 'x' }],
      complaint: 'an image has no altText',
    },
    {
      title: 'a state that is only a colour',
      body: [title, { type: 'Container', style: 'good', items: [{ ...words, text: '●' }] }],
      complaint: 'a panel in good says nothing',
    },
    {
      title: 'a coloured number without a word',
      body: [title, { ...words, text: '12', color: 'attention' }],
      complaint: 'a colour stands beside no word: 12',
    },
    {
      title: 'a button without a name',
      body: [title, { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: ' ' }] }],
      complaint: 'Action.Execute has no title',
    },
    {
      title: 'two buttons that nobody can tell apart',
      body: [
        title,
        {
          type: 'ActionSet',
          actions: ['a', 'b'].map((url) => ({ type: 'Action.OpenUrl', title: 'Open', url })),
        },
      ],
      complaint: 'two buttons are called Open',
    },
    {
      title: 'a symbol without its meaning',
      body: [title, { type: 'ColumnSet', columns: ['✓', '12'].map(column) }],
      complaint: 'a symbol stands alone: ✓',
    },
  ]) {
    it(`finds ${what}`, () => {
      assert.deepEqual(lintAccessibility({ ...plain, body }), [complaint]);
    });
  }

  it('finds a summary that is read out with signs for the screen', () => {
    const fallbackText = 'Since {{DATE(2026-11-25T09:10:00Z, SHORT)}}';

    assert.equal(lintAccessibility({ ...plain, fallbackText, body: [title, words] }).length, 1);
  });
});

function column(text: string): object {
  return { type: 'Column', items: [{ type: 'TextBlock', text }] };
}
