import type { Request, StepRecord } from '../../../src/domain/request.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/elements.ts';
import { outcomeCard } from '../../../src/teams/cards/outcome-card.ts';
import { requestCard } from '../../../src/teams/cards/request-card.ts';
import { type FormView, requestForm } from '../../../src/teams/cards/request-form.ts';
import type { Option, RequestView } from '../../../src/teams/cards/view.ts';
import type { Words } from '../../../src/teams/words/words.ts';
import { fixedRequest } from '../fixed-request.ts';
import { at, ben, rita } from '../requests.ts';

export const steps: readonly StepRecord[] = [
  step('prerequisites', false, 'The prerequisites are met.'),
  step('group', false, 'Picked the group Finance Reports.'),
  step('writeback', true, 'Set Finance Reports to be written back.'),
  step('catalog', true, 'Created the catalog Writeback.'),
  step('catalog-resource', true, 'Added Finance Reports to the catalog Writeback.'),
  step('access-package', false, 'Picked the access package Finance Reports (written back).'),
  step('role-scope', true, 'Added the Member role to Finance Reports (written back).'),
  step('policy', true, 'Created a policy for direct assignment.'),
  step('assignment', true, 'Asked entitlement management to assign the user.'),
];

function step(name: StepRecord['name'], changed: boolean, summary: string): StepRecord {
  return { name, changed, summary, at: at(2) };
}

type Extra = Partial<Omit<RequestView, 'words'>>;

interface Drawer {
  readonly personal: (request: Request, options: readonly Option[], extra?: Extra) => AdaptiveCard;
  readonly base: (request: Request, options?: readonly Option[], extra?: Extra) => AdaptiveCard;
  readonly outcome: (request: Request, options?: readonly Option[]) => AdaptiveCard;
  readonly form: (extra?: Partial<Omit<FormView, 'words'>>) => AdaptiveCard;
}

/** Draws cards in one language. */
export function drawerIn(words: Words): Drawer {
  function personal(request: Request, options: readonly Option[], extra: Extra = {}): AdaptiveCard {
    return requestCard({ words, request, audience: { kind: 'personal', options }, ...extra });
  }

  function base(
    request: Request,
    options: readonly Option[] = [],
    extra: Extra = {},
  ): AdaptiveCard {
    const viewerIds = options.length === 0 ? [] : ['29:1ada'];
    return requestCard({
      words,
      request,
      audience: { kind: 'base', options, viewerIds },
      ...extra,
    });
  }

  function outcome(request: Request, options: readonly Option[] = []): AdaptiveCard {
    const viewerIds = options.length === 0 ? [] : ['29:1ada'];
    return outcomeCard({ words, request, audience: { kind: 'base', options, viewerIds } });
  }

  function form(extra: Partial<Omit<FormView, 'words'>> = {}): AdaptiveCard {
    return requestForm({
      words,
      formId: 'ffffffff-0000-4000-8000-000000000001',
      values: { person: rita.id },
      errors: [],
      canChooseAccessPackage: true,
      durations: { maximumDays: 365, canHaveNoEnd: true },
      asksForTicket: false,
      titles: new Map([[rita.id, 'Rita Requester']]),
      ...extra,
    });
  }
  return { personal, base, outcome, form };
}

export const awaitingSync = fixedRequest('awaiting-sync', {
  steps,
  lastLook: { at: at(12), finding: 'waiting-for-cycle', expectedAt: at(40) },
});
export const withType = fixedRequest('awaiting-approval').plan;
export const forBen = fixedRequest('awaiting-approval', {
  beneficiary: { ...ben, userPrincipalName: 'ben@contoso.test' },
  duration: { kind: 'days', days: 90 },
  plan: {
    ...withType,
    group: {
      action: 'create',
      displayName: 'Quarter Close',
      mailNickname: 'quarter-close',
      owner: rita,
    },
    writeback: {
      ...withType.writeback,
      from: 'off',
      engine: 'connect-v1',
      writtenType: 'universalDistributionGroup',
    },
  },
});
export const confirmed = fixedRequest('confirmed', {
  steps,
  cycle: { startedAt: at(28), finishedAt: at(30) },
});
export const failed = fixedRequest('failed', {
  steps: steps.slice(0, 2),
  failedStep: 'writeback',
  code: 'graph-permission-missing',
  detail:
    'PATCH /beta/groups/bbbbbbbb-0000-4000-8000-000000000001 answered 403 Authorization_RequestDenied',
});
