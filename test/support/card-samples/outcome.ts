import type { Words } from '../../../src/teams/words/words.ts';
import { fixedRequest } from '../fixed-request.ts';
import { ada, at } from '../requests.ts';

import { confirmed, drawerIn, failed, steps } from './drawers.ts';
import type { Samples } from './samples.ts';

/** What came of a request. */
export function outcomeSamples(words: Words): Samples {
  const { outcome } = drawerIn(words);
  return {
    'outcome-expired': outcome(fixedRequest('expired')),
    'outcome-confirmed': outcome(confirmed),
    'outcome-confirmed-by-person': outcome(
      fixedRequest('confirmed', { steps, proof: { kind: 'attested', by: ada, checkedAt: at(50) } }),
    ),
    'outcome-denied': outcome(
      fixedRequest('denied', {
        decision: { by: ada, at: at(3), comment: 'Please ask your manager first.' },
      }),
    ),
    'outcome-failed': outcome(failed),
    'outcome-tried-again': outcome(fixedRequest('setting-up')),
  };
}
