import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BatchOrder } from '../../../src/domain/batch.ts';
import { toPolicyText } from '../../../src/domain/policy-text.ts';
import type { ProblemCode } from '../../../src/domain/problem.ts';
import { orderLines } from '../../../src/teams/cards/batch-words.ts';
import { everyLanguage } from '../../../src/teams/words/choose.ts';
import type { Words } from '../../../src/teams/words/words.ts';
import { ada, at } from '../../support/requests.ts';

/** What a request can have against a click on the whole list. */
const codes: readonly ProblemCode[] = [
  'request-not-found',
  'not-allowed',
  'own-request',
  'already-decided',
  'not-asked-now',
  'already-approved',
  'approved-earlier-stage',
  'needed-later',
  'no-longer-approver',
  'approval-expired',
  'request-changed',
  'nobody-can-approve',
  'too-many-approvers',
  'graph-permission-missing',
  'graph-unreachable',
  'graph-throttled',
  'graph-refused',
];

/** How each language speaks to its reader. */
const addressed: Readonly<Record<Words['language'], RegExp>> = {
  en: /\byou/i,
  de: /\b(?:Sie|Ihr\w*|Ihnen)\b/,
  es: /\b(?:usted|le|su)\b|: (?:No tiene|Ya)\b/,
  fr: /\b(?:vous|votre|vos)\b/i,
  ja: /あなた/,
  ar: /إليك|قرارك|موافقتك|سبق أن|ليس مسموحًا لك/,
};

function whyOf(words: Words, code: ProblemCode, detail?: string): string {
  const refused = [{ row: 3, code, ...(detail === undefined ? {} : { detail }) }];
  const result = { done: 1, refused };
  const order: BatchOrder = { kind: 'approve', by: ada, seenAt: at(0), at: at(1), result };
  return (orderLines(words, order)[1] ?? '').replaceAll(/[\u2066-\u2069]/g, '');
}

describe('why a click on a list did nothing to one of its lines', () => {
  for (const words of everyLanguage()) {
    it(`is told about whoever clicked, not to whoever reads, in ${words.language}`, () => {
      const said = codes.map((code) => whyOf(words, code, 'Security'));

      for (const text of said) {
        assert.doesNotMatch(text, addressed[words.language] ?? assert.fail('no pattern'));
      }
      for (const code of ['needed-later', 'not-allowed', 'no-longer-approver'] as const) {
        assert.match(whyOf(words, code, 'Security'), /Ada Approver/);
      }
    });

    it(`names the stage that it is about, in ${words.language}`, () => {
      const stage = toPolicyText({ en: 'Security', [words.language]: 'Security X' });

      for (const code of ['needed-later', 'nobody-can-approve', 'too-many-approvers'] as const) {
        const text = whyOf(words, code, stage);
        assert.match(text, /Security X/);
        assert.ok(!text.includes(`(${words.bulk.rowLine(3)})`));
      }
    });
  }
});
