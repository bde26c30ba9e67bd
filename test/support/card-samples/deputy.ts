import type { Delegation } from '../../../src/domain/delegation.ts';
import { RequestId } from '../../../src/domain/ids.ts';
import {
  deputyCard,
  endedDeputyCard,
  namedDeputyCard,
} from '../../../src/teams/cards/deputy-card.ts';
import { said } from '../../../src/teams/cards/escape.ts';
import { explain } from '../../../src/teams/cards/notices.ts';
import { waitingCard } from '../../../src/teams/cards/waiting-card.ts';
import type { Words } from '../../../src/teams/words/words.ts';
import { ada, amir, at, paul, tenantId } from '../requests.ts';
import { stagedRequest } from './approval.ts';
import type { Samples } from './samples.ts';

const toReview = stagedRequest('confirmed', {
  stage: 1,
  breakGlass: { at: at(0), reason: 'The payment run is stuck and the bank closes at four.' },
});

const delegation: Delegation = {
  tenantId,
  approver: ada,
  deputy: paul,
  from: at(0),
  until: at(3 * 1440),
  createdAt: at(0),
};

/** Deputies, and what waits for an approver. */
export function deputySamples(words: Words): Samples {
  const nobody = {
    words,
    given: [],
    received: [],
    today: '2026-11-25',
    titles: new Map([[paul.id, 'Paul Prüfer']]),
  };
  return {
    'deputy-empty': deputyCard(nobody),
    'deputy-named': deputyCard({
      ...nobody,
      given: [delegation],
      received: [{ ...delegation, approver: amir, deputy: ada }],
      notice: { style: 'good', text: words.deputy.named(said(paul.displayName)) },
    }),
    'deputy-replaced': deputyCard({
      ...nobody,
      given: [delegation, { ...delegation, from: at(9 * 1440), until: at(12 * 1440) }],
      notice: {
        style: 'good',
        text: [words.deputy.named, words.deputy.replaced]
          .map((say, index) => say(said((index === 0 ? paul : amir).displayName)))
          .join(' '),
      },
    }),
    'deputy-refused': deputyCard({
      ...nobody,
      notice: { style: 'attention', text: explain(words, 'user-is-disabled', 'Paul Prüfer') },
      entered: { deputy: paul.id, from: '2026-12-01', until: '2026-12-05' },
    }),
    'deputy-told': namedDeputyCard(words, delegation),
    'deputy-ended': endedDeputyCard(words, delegation),
    'waiting-empty': waitingCard(words, []),
    'waiting-many': waitingCard(
      words,
      Array.from({ length: 12 }, () => stagedRequest('awaiting-approval')),
    ),
    'waiting-reviews': waitingCard(
      words,
      [toReview, stagedRequest('awaiting-approval')],
      [{ ...toReview, id: RequestId.parse('WB-4M8T6C2K') }],
    ),
  };
}
