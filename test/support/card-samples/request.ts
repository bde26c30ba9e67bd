import { moment } from '../../../src/teams/cards/when.ts';
import type { Words } from '../../../src/teams/words/words.ts';
import { fixedRequest } from '../fixed-request.ts';
import { ada, at, paul } from '../requests.ts';

import { awaitingSync, confirmed, drawerIn, failed, forBen, steps } from './drawers.ts';
import type { Samples } from './samples.ts';

/** A request from question to record. */
export function requestSamples(words: Words): Samples {
  const { personal, base } = drawerIn(words);
  return {
    'request-awaiting-approval-requester': personal(fixedRequest('awaiting-approval'), ['cancel']),
    'request-awaiting-approval-base': base(fixedRequest('awaiting-approval'), ['cancel'], {
      unreachable: [paul],
    }),
    'request-awaiting-approval-reader': base(forBen),
    'approval-base': base(forBen, ['approve', 'deny']),
    'approval-personal': personal(forBen, ['approve', 'deny']),
    'approval-deny-without-comment': personal(forBen, ['approve', 'deny'], {
      notice: {
        style: 'attention',
        text: words.request.commentMissing,
      },
      comment: 'Typed before',
    }),
    'request-stale': personal(fixedRequest('setting-up', { steps }), [], {
      notice: { style: 'warning', text: words.notices.approvedBefore('Ada', moment(at(3))) },
    }),
    'request-setting-up': base(fixedRequest('setting-up', { steps: steps.slice(0, 2) })),
    'request-delivering': base(fixedRequest('delivering', { steps })),
    'request-awaiting-membership': base(fixedRequest('awaiting-membership', { steps })),
    'request-awaiting-sync': base(awaitingSync),
    'request-awaiting-sync-unverifiable': personal(
      fixedRequest('awaiting-sync', { steps, lastLook: { at: at(12), finding: 'not-verifiable' } }),
      ['attest'],
    ),
    'request-confirmed': base(confirmed),
    'request-confirmed-by-person': base(
      fixedRequest('confirmed', { steps, proof: { kind: 'attested', by: ada, checkedAt: at(50) } }),
    ),
    'request-denied': base(
      fixedRequest('denied', {
        decision: { by: ada, at: at(3), comment: 'Please ask your manager first.' },
      }),
    ),
    'request-denied-by-deputy': base(
      fixedRequest('denied', {
        decision: { by: paul, onBehalfOf: ada, at: at(3), comment: 'Not before the audit.' },
      }),
    ),
    'request-expired': base(fixedRequest('expired')),
    'request-cancelled': base(fixedRequest('cancelled')),
    'request-failed-administrator': personal(failed, ['retry']),
    'request-failed-base': base(failed, ['retry']),
  };
}
