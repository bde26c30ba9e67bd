import type { Approval, Approver, ApproverReason } from '../../../src/domain/approval.ts';
import { rolesOf } from '../../../src/domain/authority.ts';
import { GroupId, RequestId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/person.ts';
import type { RequestIn, RequestState } from '../../../src/domain/request.ts';
import { breakGlassCard } from '../../../src/teams/cards/break-glass-card.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/elements.ts';
import { explain } from '../../../src/teams/cards/notices.ts';
import { outcomeCard } from '../../../src/teams/cards/outcome-card.ts';
import { pointerCard } from '../../../src/teams/cards/pointer-card.ts';
import { requestCard } from '../../../src/teams/cards/request-card.ts';
import { type FormView, requestForm } from '../../../src/teams/cards/request-form.ts';
import { reviewCard } from '../../../src/teams/cards/review-card.ts';
import { type Option, optionsOf } from '../../../src/teams/cards/view.ts';
import type { Words } from '../../../src/teams/words/words.ts';
import { fixedRequest } from '../fixed-request.ts';
import { ada, amir, at, ben, paul, rita, tenantId } from '../requests.ts';
import type { Samples } from './samples.ts';

const groupId = GroupId.parse('bbbbbbbb-0000-4000-8000-00000000000a');

function asked(person: Person, because: ApproverReason = { kind: 'named' }): Approver {
  return { person, because };
}

/** Manager first, then two of three; the manager has a deputy. */
export function stagedApproval(changes: Partial<Approval> = {}): Approval {
  return {
    route: {
      rule: 'Finance systems',
      stages: [
        {
          name: 'Manager',
          approvers: [
            asked(ada, { kind: 'manager', of: rita }),
            asked(ben, { kind: 'deputy', of: ada, until: at(2000) }),
          ],
          need: 1,
        },
        {
          name: "Two of the ledger's owners",
          approvers: [
            asked(paul),
            asked(ben, { kind: 'group-member', groupId, groupName: 'Finance Approvers' }),
            asked(amir, { kind: 'catalog-owner', catalogName: 'Finance' }),
          ],
          need: 2,
          escalation: { afterMs: 3_600_000, approvers: [asked(ada)] },
        },
      ],
      distinctApprovers: false,
    },
    stage: 0,
    stageSince: at(0),
    askedSince: 1,
    votes: [],
    reminders: { sent: 0 },
    expiresAt: at(10_080),
    planHash: 'gT0sKxyx3mGSPmkTVzR3WOZ9o2n9kT8r1k8u2oOeYQk',
    ...changes,
  };
}

const managerVote = { stage: 0, by: ada, at: at(5), comment: 'Fine with me.', planHash: 'x' };
const deputyVote = { stage: 0, by: ben, onBehalfOf: ada, at: at(5), planHash: 'x' };
const ownerVote = { stage: 1, by: paul, at: at(9), planHash: 'x' };

export function stagedRequest<S extends RequestState>(
  state: S,
  approval: Partial<Approval> = {},
  changes: Partial<RequestIn<S>> = {},
): RequestIn<S> {
  const base = {
    approvers: [ada, ben, paul, amir],
    approval: stagedApproval(approval),
    duration: { kind: 'days', days: 90 },
    ticket: 'CHG0012345',
    updatedAt: at(10),
  };
  return fixedRequest(state, { ...(base as unknown as Partial<RequestIn<S>>), ...changes });
}

/** In its second stage, with these people left to decide. */
function secondStageOf(
  approvers: readonly Approver[],
  changes: Partial<Approval>,
): RequestIn<'awaiting-approval'> {
  const { route } = stagedApproval();
  const stages = route.stages.map((stage, index) =>
    index === 1 ? { ...stage, approvers } : stage,
  );
  return stagedRequest('awaiting-approval', {
    stage: 1,
    votes: [managerVote],
    route: { ...route, stages },
    ...changes,
  });
}

const breakGlass = { at: at(0), reason: 'The payment run is stuck and the bank closes at four.' };
const taken = { stage: 1, breakGlass, expiresAt: undefined };
const hours = { duration: { kind: 'hours', hours: 8 } } as const;

/** The cards of an approval worth looking at, by the name of their golden file. */
export function approvalSamples(words: Words): Samples {
  function personal(
    request: RequestIn<RequestState>,
    options: readonly Option[],
    reader: Person,
  ): AdaptiveCard {
    const audience = { kind: 'personal', options } as const;
    return requestCard({ words, request, audience, readerId: reader.id, maximumDays: 365 });
  }
  function base(
    request: RequestIn<RequestState>,
    options: readonly Option[],
    reader: Person,
  ): AdaptiveCard {
    const viewerIds = options.length === 0 ? [] : ['29:1ada'];
    const audience = { kind: 'base', options, viewerIds } as const;
    return requestCard({ words, request, audience, readerId: reader.id });
  }
  const secondStage = stagedRequest('awaiting-approval', { stage: 1, votes: [managerVote] });
  // Ada is the manager, and the only one who could approve the second stage.
  const neededLater = stagedRequest('awaiting-approval', {
    route: {
      rule: 'Finance systems',
      distinctApprovers: true,
      stages: [
        { name: 'Team', approvers: [asked(ada), asked(paul)], need: 1 },
        { name: 'Security', approvers: [asked(ada)], need: 1 },
      ],
    },
  });
  const returned = stagedRequest('awaiting-approval', {
    returned: {
      at: at(8),
      differences: [
        { field: 'writeback', before: 'on', after: 'off' },
        { field: 'engine', before: 'cloud-sync', after: 'connect-v2' },
        {
          field: 'organizationalUnit',
          before: 'OU=Groups,DC=corp,DC=contoso,DC=test',
          after: 'OU=Writeback,DC=corp,DC=contoso,DC=test',
        },
        { field: 'accessPackage', before: 'use: Ledger access', after: 'create: Finance Reports' },
      ],
    },
  });
  const reviewed = stagedRequest(
    'awaiting-sync',
    {
      ...taken,
      breakGlass: {
        ...breakGlass,
        review: { by: ada, at: at(60), verdict: 'not-justified', comment: 'The run was not due.' },
      },
    },
    hours,
  );
  function form(extra: Partial<FormView>): AdaptiveCard {
    return requestForm({
      words,
      formId: 'ffffffff-0000-4000-8000-000000000001',
      values: { person: rita.id, group: groupId, reason: 'Month-end', duration: '30' },
      errors: [],
      canChooseAccessPackage: false,
      durations: { maximumDays: 365, canHaveNoEnd: true },
      asksForTicket: true,
      titles: new Map<string, string>([
        [rita.id, 'Rita Requester'],
        [groupId, 'Finance Systems · Microsoft 365'],
      ]),
      ...extra,
    });
  }
  function question(replaces?: RequestId): AdaptiveCard {
    return breakGlassCard({
      words,
      person: 'Rita Requester',
      question: {
        hours: 8,
        until: at(480),
        plan: stagedRequest('awaiting-approval').plan,
        told: [ada, paul, amir],
        replaces,
      },
      reason: breakGlass.reason,
      data: {
        formId: 'ffffffff-0000-4000-8000-000000000001',
        group: groupId,
        reason: breakGlass.reason,
        ticket: undefined,
      },
    });
  }
  const { route } = stagedApproval();
  return {
    'form-route': form({
      route: {
        route,
        plan: stagedRequest('awaiting-approval').plan,
        reasonRule: 'Please write at least ten characters.',
        ticketRule: 'Please give the number of the change, such as CHG0012345.',
        maximumDays: 90,
        breakGlassHours: 8,
      },
    }),
    'form-nobody-and-ticket': form({
      errors: [
        { text: explain(words, 'nobody-can-approve', "Two of the ledger's owners") },
        {
          field: 'ticket',
          text: explain(words, 'ticket-not-accepted', 'Please give the number of the change.'),
        },
      ],
    }),
    'form-nobody-but-emergency': form({
      errors: [{ text: explain(words, 'nobody-can-approve', "Two of the ledger's owners") }],
      isQuestion: true,
      breakGlassHours: 8,
    }),
    'break-glass-question': question(),
    'break-glass-question-replacing': question(RequestId.parse('WB-7K3F2Q9X')),
    'approval-first-stage': personal(
      stagedRequest('awaiting-approval'),
      ['approve', 'deny', 'claim'],
      ada,
    ),
    'approval-deputy-claimed': personal(
      stagedRequest('awaiting-approval', { claim: { by: ada, at: at(3) } }),
      ['approve', 'deny', 'claim'],
      ben,
    ),
    'approval-claimed-oneself': personal(
      stagedRequest('awaiting-approval', { claim: { by: ada, at: at(3) } }),
      ['approve', 'deny', 'unclaim'],
      ada,
    ),
    'approval-second-stage-base': base(secondStage, ['approve', 'deny', 'claim'], paul),
    'approval-one-of-two': personal(
      stagedRequest('awaiting-approval', { stage: 1, votes: [deputyVote, ownerVote] }),
      ['deny'],
      paul,
    ),
    'approval-escalated-reminded': personal(
      stagedRequest('awaiting-approval', {
        stage: 1,
        votes: [managerVote],
        stageSince: at(5),
        escalatedAt: at(9),
        reminders: { sent: 2 },
      }),
      ['approve', 'deny', 'claim'],
      ada,
    ),
    'approval-needed-later': personal(
      neededLater,
      optionsOf(
        rolesOf({ tenantId, id: ada.id }, neededLater, { administrators: [], now: at(10) }),
        neededLater,
      ),
      ada,
    ),
    'approval-left': base(secondStageOf([asked(paul), asked(ben)], { left: [amir.id] }), [], amir),
    'approval-too-few': base(secondStageOf([asked(paul)], { left: [ben.id, amir.id] }), [], rita),
    'approval-returned': personal(returned, ['approve', 'deny', 'claim'], ada),
    'approval-shortened-record': base(
      stagedRequest(
        'setting-up',
        {
          stage: 1,
          votes: [managerVote, ownerVote, { ...ownerVote, by: amir, at: at(12) }],
          shortened: { by: paul, at: at(9), askedDays: 90 },
        },
        { duration: { kind: 'days', days: 30 }, decision: { by: amir, at: at(12) } },
      ),
      [],
      ada,
    ),
    'approval-pointer': pointerCard(words, secondStage),
    'request-expired-second-stage': base(
      stagedRequest('expired', { stage: 1, votes: [managerVote] }),
      [],
      ada,
    ),
    'request-replaced': base(
      stagedRequest('cancelled', {}, { replacedBy: RequestId.parse('WB-9QX2F3K7') }),
      [],
      paul,
    ),
    'outcome-expired-second-stage': outcomeCard({
      words,
      request: stagedRequest('expired', { stage: 1, votes: [managerVote] }),
      audience: { kind: 'base', options: [], viewerIds: [] },
    }),
    'break-glass-approver': personal(
      stagedRequest('setting-up', taken, hours),
      ['justified', 'not-justified'],
      ada,
    ),
    'break-glass-reminded': personal(
      stagedRequest(
        'confirmed',
        { ...taken, reminders: { sent: 1, lastAt: at(240) } },
        { ...hours, updatedAt: at(240) },
      ),
      ['justified', 'not-justified'],
      paul,
    ),
    'break-glass-requester-base': base(stagedRequest('delivering', taken, hours), [], rita),
    'break-glass-reviewed-base': base(reviewed, [], ada),
    'break-glass-review': reviewCard({
      words,
      request: reviewed,
      audience: { kind: 'base', options: [], viewerIds: [] },
    }),
  };
}
