import type { Request } from '../../../src/domain/request.ts';
import { failedCard } from '../../../src/teams/cards/failed-card.ts';
import { lateCard } from '../../../src/teams/cards/late-card.ts';
import type { Words } from '../../../src/teams/words/words.ts';
import { fixedRequest } from '../fixed-request.ts';
import { ada, at } from '../requests.ts';
import { failed, late, overdue, stagingDiagnosis } from './late-request.ts';
import type { Samples } from './samples.ts';

/** Late, stopped, and what became of it. */
export function lateSamples(words: Words): Samples {
  function base(request: Request, isAdministrator: boolean) {
    const options = isAdministrator ? (['sync-now'] as const) : [];
    const viewerIds = isAdministrator ? ['29:1amir'] : [];
    return {
      words,
      request,
      isAdministrator,
      audience: { kind: 'base' as const, options, viewerIds },
    };
  }
  const personal = { kind: 'personal' as const, options: ['sync-now'] as const };
  return {
    'late-requester-base': lateCard(base(late, false), 'late'),
    'late-administrator-base': lateCard(base(late, true), 'late'),
    'late-administrator-personal': lateCard({ ...base(late, true), audience: personal }, 'late'),
    'late-superseded-base': lateCard(base(overdue, false), 'late'),
    'overdue-administrator-base': lateCard(base(overdue, true), 'overdue'),
    'late-unexplained-base': lateCard(
      base({ ...late, diagnosis: { ...stagingDiagnosis, causes: [] } }, false),
      'late',
    ),
    'late-gone-on-base': lateCard(base(fixedRequest('awaiting-sync'), false), 'late'),
    'late-arrived-base': lateCard(base(fixedRequest('confirmed'), false), 'late'),
    'late-attested-base': lateCard(
      base(
        fixedRequest('confirmed', { proof: { kind: 'attested', by: ada, checkedAt: at(80) } }),
        false,
      ),
      'late',
    ),
    'late-stopped-base': lateCard(base(failed, false), 'overdue'),
    'failed-administrator-base': failedCard({
      ...base(failed, true),
      audience: { kind: 'base', options: ['retry'], viewerIds: ['29:1amir'] },
    }),
    'failed-administrator-personal': failedCard({
      ...base(failed, true),
      audience: { kind: 'personal', options: ['retry'] },
    }),
    'failed-again-base': failedCard(base(fixedRequest('setting-up'), true)),
    'failed-mended-base': failedCard(base(fixedRequest('confirmed'), true)),
  };
}
