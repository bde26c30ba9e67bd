import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayOf, lastDayOf } from '../../../src/teams/cards/when.ts';
import { wordsFor } from '../../../src/teams/words/choose.ts';

describe('a calendar day on a card', () => {
  const period = { until: new Date('2026-11-30T11:00:00Z'), zone: 'Pacific/Auckland' };

  it('is the day where it was chosen, whatever the day is elsewhere', () => {
    const from = new Date('2026-11-24T11:00:00Z');

    assert.equal(dayOf(wordsFor('en'), from, 'Pacific/Auckland'), '25 November 2026');
    assert.equal(dayOf(wordsFor('en'), from), '24 November 2026');
  });

  it('is the last one that belongs to a period', () => {
    assert.equal(lastDayOf(wordsFor('en'), period), '30 November 2026');
  });

  it('is written as the language of the reader writes it', () => {
    assert.equal(lastDayOf(wordsFor('de'), period), '30. November 2026');
    assert.equal(lastDayOf(wordsFor('ja'), period), '2026年11月30日');
    assert.equal(lastDayOf(wordsFor('ar'), period), '30 نوفمبر 2026');
  });
});
