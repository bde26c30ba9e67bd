import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCommand } from '../../../src/teams/read-command.ts';
import { everyLanguage, wordsFor } from '../../../src/teams/words/choose.ts';
import { counted, listed, plural, together } from '../../../src/teams/words/counting.ts';
import { lintLanguage } from '../../support/language-lint.ts';
import { pseudoWords } from '../../support/pseudo-words.ts';

const english = wordsFor('en');

describe('every language', () => {
  for (const words of everyLanguage()) {
    it(`${words.language} has every text of the English, of the same kind and not in English`, () => {
      const complaints = lintLanguage(english, words);

      assert.deepEqual(
        complaints.filter((text) => words !== english || !text.endsWith('still English')),
        [],
      );
    });

    it(`${words.language} has commands that are understood, and explains those`, () => {
      const { help, commands } = words;
      const examples = [...help.commands, ...help.forAdministrators].map(([example]) => example);

      const explained = examples.map((example) => readCommand(example).name);
      assert.deepEqual(new Set(['help', ...explained]), new Set(Object.keys(commands)));
      assert.deepEqual(
        explained,
        [...english.help.commands, ...english.help.forAdministrators].map(
          ([example]) => readCommand(example).name,
        ),
      );
      for (const [name, phrases] of Object.entries(commands)) {
        assert.deepEqual(
          new Set(phrases.map((phrase) => readCommand(phrase).name)),
          new Set([name]),
        );
      }
    });

    it(`${words.language} says of a request where its membership has got to, and not where it is itself`, () => {
      const state = words.listStates.confirmed;

      for (const text of [words.late.ended(state), words.why.finished(state)]) {
        assert.match(text, new RegExp(`[:：] ${state}[.。]$`));
      }
    });

    it(`${words.language} is known to what counts and lists`, () => {
      assert.deepEqual(Intl.NumberFormat.supportedLocalesOf(words.habits), [words.habits]);
      assert.equal(new Intl.Locale(words.habits).language, words.language);
    });
  }

  it('is found by its own tag', () => {
    for (const words of everyLanguage()) {
      assert.equal(wordsFor(words.language), words);
    }
  });
});

describe('the lint of a language', () => {
  const whole = pseudoWords(english);

  it('finds nothing in a language that is whole', () => {
    assert.deepEqual(lintLanguage(english, whole), []);
  });

  for (const { title, words, complaint } of [
    {
      title: 'a missing text',
      words: { ...whole, tenant: { ...whole.tenant, title: undefined } },
      complaint: 'tenant.title: is undefined instead of string',
    },
    {
      title: 'a text too many',
      words: { ...whole, tenant: { ...whole.tenant, extra: 'x' } },
      complaint: 'tenant.extra: is string instead of undefined',
    },
    {
      title: 'a text that takes other arguments',
      words: { ...whole, list: { ...whole.list, open: () => 'x' } },
      complaint: 'list.open: takes 0 arguments instead of 1',
    },
    {
      title: 'an empty text',
      words: { ...whole, list: { ...whole.list, title: ' ' } },
      complaint: 'list.title: is empty',
    },
    {
      title: 'a text that is still English',
      words: { ...whole, list: { ...whole.list, title: english.list.title } },
      complaint: 'list.title: is still English',
    },
  ]) {
    it(`finds ${title}`, () => {
      assert.ok(lintLanguage(english, words).includes(complaint));
    });
  }
});

describe('the words for a reader', () => {
  for (const locale of [
    'en',
    'en-GB',
    'EN_us',
    undefined,
    '',
    'xx',
    'tlh-Latn',
    '-',
    'xx-',
    '__proto__',
    'constructor',
    'x'.repeat(10_000),
  ]) {
    it(`are English for ${JSON.stringify(locale)?.slice(0, 20)}`, () => {
      assert.equal(wordsFor(locale), english);
    });
  }
});

describe('numbers and lists', () => {
  for (const { habits, span, names } of [
    { habits: 'en-GB', span: '1 day 2 hours', names: 'A, B or C' },
    { habits: 'de', span: '1 Tag, 2 Stunden', names: 'A, B oder C' },
    { habits: 'ja', span: '1 日2 時間', names: 'A、B、またはC' },
  ]) {
    it(`follow the habits of ${habits}`, () => {
      const parts = [counted({ habits }, 1, 'day'), counted({ habits }, 2, 'hour')];

      assert.equal(together({ habits }, parts), span);
      assert.equal(listed({ habits }, ['A', 'B', 'C'], 'or'), names);
    });
  }

  it('take the form that the language has for a number', () => {
    const forms = {
      zero: 'none',
      one: 'one',
      two: 'two',
      few: 'few',
      many: 'many',
      other: 'other',
    };

    assert.deepEqual(
      [0, 1, 2, 3, 11, 100].map((count) => plural('ar', count, forms)),
      ['none', 'one', 'two', 'few', 'many', 'other'],
    );
    assert.equal(plural('en', 1, { other: 'all' }), 'all');
  });
});

describe('a command in another language', () => {
  const languages = [
    english,
    {
      commands: {
        ...english.commands,
        request: ['Antrag', 'neuer Antrag'],
        'my-requests': ['meine Anträge'],
        status: ['状態'],
      },
    },
  ];

  for (const { text, command } of [
    {
      text: 'neuer  ANTRAG Finance Reports',
      command: { name: 'request', groupName: 'Finance Reports' },
    },
    { text: 'antrag', command: { name: 'request', groupName: undefined } },
    { text: 'Meine Antra\u0308ge', command: { name: 'my-requests' } },
    { text: '状態\u3000WB-7K3F2Q9X', command: { name: 'status', id: 'WB-7K3F2Q9X' } },
    { text: 'new request Finance', command: { name: 'request', groupName: 'Finance' } },
    { text: 'meine Anträge bitte', command: { name: 'unknown' } },
  ]) {
    it(`is understood: ${text}`, () => {
      assert.deepEqual(readCommand(text, languages), command);
    });
  }
});
