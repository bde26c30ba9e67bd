import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { durationChoices, usualDuration } from '../../src/teams/cards/request-form.ts';
import { FormData, readForm } from '../../src/teams/form.ts';
import { wordsFor } from '../../src/teams/words/choose.ts';
import { rita } from '../support/requests.ts';
import { actorOf } from '../support/setup-world.ts';

const words = wordsFor('en');
const reader = { words, actor: actorOf(rita) };

function filled(duration: string | undefined): FormData {
  return FormData.parse({
    formId: randomUUID(),
    group: randomUUID(),
    reason: 'Month-end',
    duration,
  });
}

describe('the durations of the form', () => {
  it('end with no end only where that is permitted', () => {
    const offered = [true, false].map((canHaveNoEnd) =>
      durationChoices(words, { maximumDays: 30, canHaveNoEnd }).map(({ value }) => value),
    );

    assert.deepEqual(offered, [
      ['1', '7', '30', 'none'],
      ['1', '7', '30'],
    ]);
  });

  it('have one filled in, whatever the longest is', () => {
    const usual = [1, 5, 365].map((maximumDays) =>
      usualDuration({ maximumDays, canHaveNoEnd: false }),
    );

    assert.deepEqual(usual, ['1', '1', '90']);
  });

  it('do not take no end from a card of before, where everything ends', () => {
    const durations = { maximumDays: 30, canHaveNoEnd: false };

    const reading = readForm(reader, filled('none'), durations);
    const permitted = readForm(reader, filled('none'), { ...durations, canHaveNoEnd: true });

    assert.ok(reading.kind === 'errors');
    assert.deepEqual(
      reading.errors.map(({ field }) => field),
      ['duration'],
    );
    assert.ok(permitted.kind === 'wish' && permitted.wish.days === undefined);
  });
});
