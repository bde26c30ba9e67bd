import type { Diagnosis } from '../../../src/domain/cause.ts';
import { whyCard } from '../../../src/teams/cards/why-card.ts';
import type { Words } from '../../../src/teams/words/words.ts';
import { fixedRequest } from '../fixed-request.ts';
import { at } from '../requests.ts';
import { cause, late, stagingDiagnosis } from './late-request.ts';
import type { Samples } from './samples.ts';

const manyCauses: Diagnosis = {
  ...stagingDiagnosis,
  causes: [
    ...stagingDiagnosis.causes,
    cause('sync-stopped', {
      certainty: 'likely',
      owner: 'administrator',
      fix: 'check-sync-server',
      evidence: [
        {
          source: 'sync-schedule',
          what: 'last cycle ended',
          seen: at(0).toISOString(),
          at: at(70),
        },
      ],
    }),
    cause('member-missing', { owner: 'administrator', fix: 'check-replication' }),
    cause('user-is-disabled', { owner: 'administrator', fix: 'enable-account' }),
    cause('sync-not-begun', { owner: 'nobody', fix: 'sync-now' }),
  ],
};

/** Why it takes so long. */
export function whySamples(words: Words): Samples {
  const nothing: Diagnosis = { at: at(5), causes: [], unanswered: [] };
  return {
    'why-administrator': whyCard({
      words,
      request: late,
      diagnosis: stagingDiagnosis,
      options: ['sync-now'],
    }),
    'why-many': whyCard({ words, request: late, diagnosis: manyCauses, options: [] }),
    'why-nothing': whyCard({ words, request: late, diagnosis: nothing, options: [] }),
    'why-finished': whyCard({
      words,
      request: fixedRequest('confirmed'),
      diagnosis: nothing,
      options: [],
    }),
  };
}
