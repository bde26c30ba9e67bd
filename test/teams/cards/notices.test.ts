import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explain, explainFailure } from '../../../src/teams/cards/notices.ts';
import { wordsFor } from '../../../src/teams/words/choose.ts';
import { fixedRequest } from '../../support/fixed-request.ts';

const english = wordsFor('en');

function plain(text: string): string {
  return text.replaceAll(/[\u2068\u2069]/g, '');
}

describe('a problem in words', () => {
  for (const { code, subject, words } of [
    {
      code: 'group-is-dynamic' as const,
      subject: 'Sales',
      words:
        'Sales fills itself by a rule. Nobody can be assigned to a dynamic group. Its owner can change the rule, or you choose another group. Who can mend this: the group owner.',
    },
    {
      code: 'user-is-disabled' as const,
      subject: 'Ada',
      words: 'The account of Ada is disabled. An administrator must enable it first.',
    },
    {
      code: 'input-not-valid' as const,
      subject: 'comment-too-long',
      words: 'The comment is too long. Correct the form and send it again.',
    },
    {
      code: 'input-not-valid' as const,
      subject: 'constructor',
      words: 'Something in the form is not as it has to be. Correct the form and send it again.',
    },
  ]) {
    it(`tells what happened, what to do and who can mend it: ${code}, ${subject}`, () => {
      assert.equal(plain(explain(english, code, subject)), words);
    });
  }
});

describe('why a request has stopped', () => {
  for (const { code, words } of [
    {
      code: 'user-not-found',
      words:
        'Rita Requester is no longer in Microsoft Entra. When the account is back, choose Try again. For another person, make a new request.',
    },
    {
      code: 'group-is-distribution',
      words:
        'Finance Reports is a distribution or mail-enabled security group. Access packages and writeback work with Microsoft 365 and security groups. Make a new request for another group.',
    },
    {
      code: 'graph-unreachable',
      words:
        'Microsoft Graph does not answer at the moment. Nothing is lost. Try again in a few minutes.',
    },
    {
      code: 'a-code-of-long-ago',
      words:
        'Something went wrong on my side. Nothing was lost. An administrator finds the reason in the log under the number of this request.',
    },
  ]) {
    it(`is told in words that fit a request that was approved: ${code}`, () => {
      assert.equal(plain(explainFailure(english, fixedRequest('failed', { code }))), words);
    });
  }
});
