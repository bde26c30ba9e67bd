import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BatchView } from '../../../src/domain/batch-view.ts';
import { RequestId } from '../../../src/domain/ids.ts';
import { batchOutcomeCard } from '../../../src/teams/cards/batch-outcome.ts';
import { wordsFor } from '../../../src/teams/words/choose.ts';
import { bulkSamples } from '../../support/card-samples/bulk.ts';
import { ben, requestIn } from '../../support/requests.ts';
import { viewOfSent } from '../../support/sent-list.ts';

const words = wordsFor('en');
const samples = bulkSamples(words);

function textOf(sample: string): string {
  return JSON.stringify(samples[sample] ?? assert.fail(`there is no ${sample}`));
}

function outcomeOf(entries: BatchView['entries'], page: number): string {
  const view = viewOfSent(entries);
  const audience = { kind: 'personal' } as const;
  return JSON.stringify(batchOutcomeCard({ words, view, audience, isRequesters: true, page }));
}

describe('a list of which nothing was sent', () => {
  it('says so of each line, and no longer that it can be sent', () => {
    const text = textOf('bulk-discarded');

    assert.ok(text.includes(words.bulk.rowNotSent));
    assert.ok(!text.includes(words.bulk.rowGood));
  });
});

describe('the end of a list', () => {
  it('shows what went well below what did not, and offers to correct what was refused', () => {
    const text = textOf('bulk-outcome');

    assert.match(text, /Person Number 1.*stopped.*in Active Directory/);
    assert.ok(text.includes('"verb":"list-correct"'));
    assert.ok(text.includes(words.bulk.openOne));
  });

  it('has a way to every line, what did not go well first', () => {
    const [first, last] = ['bulk-outcome', 'bulk-outcome-last-page'].map(textOf);

    assert.match(first ?? '', /page 1 of 3.*Next lines/);
    assert.doesNotMatch(first ?? '', /Previous lines/);
    assert.match(last ?? '', /page 3 of 3.*Person Number 45.*Previous lines/);
    assert.doesNotMatch(last ?? '', /Next lines|Open WB-7K3F2Q01/);
    assert.match(last ?? '', /"verb":"list-view","data":\{[^}]*"page":1,[^}]*"card":"outcome"/);
  });

  it('leaves out no line of long names, and has shorter pages instead', () => {
    const long = '家'.repeat(256);
    const entries = Array.from({ length: 45 }, (_unused, index) => {
      const row = index + 1;
      const requestId = RequestId.parse(`WB-7K3F2Q${String(row).padStart(2, '0')}`);
      const { plan } = requestIn('denied');
      return {
        row: {
          row,
          who: long,
          group: long,
          duration: '',
          verdict: { kind: 'sent' as const, requestId },
        },
        request: requestIn('denied', {
          id: requestId,
          beneficiary: { ...ben, displayName: long },
          plan: { ...plan, group: { ...plan.group, displayName: long } },
        }),
      };
    });

    const cards = [0, 1, 2, 3].map((page) => outcomeOf(entries, page));

    const lines = cards.map((card) => [...new Set(card.match(/Open WB-\w+/g))]);
    assert.equal(new Set(lines.flat()).size, 45);
    assert.equal(lines.flat().length, 45, 'each stands on one page');
    assert.ok(cards.every((card) => !card.includes('"…"')));
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
