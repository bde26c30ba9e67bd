import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readerLanguages, textIn, toPolicyText } from '../../src/domain/policy-text.ts';
import { everyLanguage } from '../../src/teams/words/choose.ts';

describe("the organisation's own words", () => {
  it('are what they are where there is one text for everybody', () => {
    assert.equal(textIn('A ticket, please.', 'ja'), 'A ticket, please.');
  });

  it('are read by everybody in their own language', () => {
    const text = toPolicyText({ de: 'Eine Nummer, bitte.', en: 'A number, please.' });

    assert.deepEqual(
      ['en', 'de', 'fr'].map((language) => textIn(text, language)),
      ['A number, please.', 'Eine Nummer, bitte.', 'A number, please.'],
    );
  });

  it('are read in the first language there is where there is no English', () => {
    const text = toPolicyText({ ja: '番号', de: 'Nummer' });

    assert.equal(textIn(text, 'fr'), 'Nummer');
    assert.equal(textIn(toPolicyText({ ar: 'رقم' }), 'en'), 'رقم');
  });

  it('may be in exactly the languages that the cards speak', () => {
    assert.deepEqual(
      everyLanguage()
        .map(({ language }) => language)
        .toSorted(),
      readerLanguages.toSorted(),
    );
  });
});
