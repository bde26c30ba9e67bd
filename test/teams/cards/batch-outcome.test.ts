import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsFor } from '../../../src/teams/words/choose.ts';
import { bulkSamples } from '../../support/card-samples/bulk.ts';

const words = wordsFor('en');
const samples = bulkSamples(words);

function textOf(sample: string): string {
  return JSON.stringify(samples[sample] ?? assert.fail(`there is no ${sample}`));
}

describe('the end of a list', () => {
  it('shows what went well below what did not, and offers to correct what was refused', () => {
    const text = textOf('bulk-outcome');

    assert.match(text, /Person Number 1.*stopped.*in Active Directory/);
    assert.ok(text.includes('"verb":"list-correct"'));
    assert.ok(text.includes(words.bulk.openOne));
  });

  it('asks for no click on lines of which none can be opened', () => {
    const text = textOf('bulk-outcome-refused');

    assert.ok(text.includes('"verb":"list-correct"'));
    assert.ok(!text.includes(words.bulk.openOne));
  });

  it('is short where all went well', () => {
    const text = textOf('bulk-outcome-good');

    assert.match(text, /30 in Active Directory/);
    assert.doesNotMatch(text, /Person Number|list-correct/);
    assert.ok(!text.includes(words.bulk.openOne));
  });

  it('shows a line of which not even the parts could be told as it was written', () => {
    const text = textOf('bulk-draft').replaceAll(/[\u2066-\u2069]/g, '');

    assert.match(text, /"✕ layla@contoso\.test, Finance, 30"/);
    assert.doesNotMatch(text, / in ,/);
  });
});
