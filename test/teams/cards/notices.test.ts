import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toPolicyText } from '../../../src/domain/policy-text.ts';
import { Problem } from '../../../src/domain/problem.ts';
import {
  explain,
  explainFailure,
  notCancelled,
  noticeOf,
} from '../../../src/teams/cards/notices.ts';
import { wordsFor } from '../../../src/teams/words/choose.ts';
import { fixedRequest } from '../../support/fixed-request.ts';
import { ada, at, paul, rita } from '../../support/requests.ts';

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
      code: 'nobody-can-approve' as const,
      subject: 'Security',
      words:
        'Too few people could approve this request (Security). Requester and beneficiary never approve, nor do disabled accounts, nor, where the policy wants different people, whoever approves another stage. An administrator must name further approvers.',
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

describe('a click on what is decided', () => {
  const already = new Problem('already-decided', { detail: 'WB-7K3F2Q9X' });

  for (const [state, own, other] of [
    ['setting-up', /^You approved this yourself, /, /^Ada Approver approved this, .*before you\.$/],
    ['denied', /^You denied this yourself, /, /^Ada Approver denied this, .*before you\.$/],
  ] as const) {
    it(`tells whoever decided it that it was them, and everybody else who did: ${state}`, () => {
      const request = fixedRequest(state);
      const [adas, pauls] = [ada, paul].map((reader) =>
        plain(noticeOf(english, already, { request, reader }).text),
      );

      assert.match(adas ?? '', own);
      assert.match(pauls ?? '', other);
    });
  }
});

describe('a cancel that is refused', () => {
  const already = new Problem('already-decided', { detail: 'WB-7K3F2Q9X' });

  it('says of emergency access when it ends, and not that its requester approved it', () => {
    const taken = fixedRequest('setting-up');
    const request = {
      ...taken,
      duration: { kind: 'hours', hours: 8 },
      decision: { by: rita, at: at(0) },
      approval: { ...taken.approval, breakGlass: { at: at(0), reason: 'The bank closes.' } },
    } as const;

    const { text } = notCancelled(english, already, { request, reader: rita });

    const end = at(480).toISOString().slice(0, 10);
    assert.match(text, /^Nothing was cancelled: emergency access cannot be cancelled\. It ends/);
    assert.ok(text.includes(end), text);
    assert.doesNotMatch(text, /approved/);
  });
});

describe('the words of the organisation', () => {
  it('are told in the language of the reader', () => {
    const subject = toPolicyText({ en: 'A ticket, please.', de: 'Eine Nummer, bitte.' });

    assert.match(
      plain(explain(wordsFor('de'), 'ticket-not-accepted', subject)),
      /^Eine Nummer, bitte\. /,
    );
    assert.match(
      plain(explain(wordsFor('fr'), 'ticket-not-accepted', subject)),
      /^A ticket, please\. /,
    );
  });
});
