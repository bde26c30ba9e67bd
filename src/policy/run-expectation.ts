import {
  type ApprovalTemplate,
  findTextComplaint,
  type PolicyFacts,
  type RouteTemplate,
  type StageTemplate,
  type TextRule,
} from '../domain/approval-policy.ts';
import type { ApproverSource } from '../domain/approver-source.ts';
import { textIn } from '../domain/policy-text.ts';
import { chooseRoute, toSources } from './choose-route.ts';
import type { Expectation, Expected, ExpectedStage } from './expectation-schema.ts';
import type { Policy } from './schema.ts';

/** One thing that did not come as expected, in words. */
export interface Difference {
  readonly what: string;
  readonly expected: string;
  readonly came: string;
}

export interface Verdict {
  readonly route: RouteTemplate;
  /** Empty: the expectation holds. */
  readonly differences: readonly Difference[];
}

/**
 * What the policy does with the request of an expectation. Only what is named is compared; that a request is
 * refused, or its reason or ticket number not taken, must always be expected.
 */
export async function runExpectation(policy: Policy, test: Expectation): Promise<Verdict> {
  const route = await chooseRoute(policy, toFacts(test));
  const pairs = [
    ['rule', orCame(test.expect.rule, route.rule), route.rule],
    [
      'refused',
      test.expect.refused,
      route.kind === 'refused' ? textIn(route.message, 'en') : undefined,
    ],
    ...(route.kind === 'approval' ? compare(test, route) : []),
  ] as const;
  const differences = pairs
    .filter(([, expected, came]) => expected !== came)
    .map(([what, expected = 'nothing', came = 'nothing']) => ({ what, expected, came }));
  return { route, differences };
}

type Compared = readonly [what: string, expected: string | undefined, came: string | undefined];

function orCame<T>(expected: T | undefined, came: T): T {
  return expected === undefined ? came : expected;
}

function toFacts({ request }: Expectation): PolicyFacts {
  const { requester, group, catalog, accessPackage, memberOf } = request;
  return {
    requesterId: requester,
    beneficiaryId: request.beneficiary ?? requester,
    group: { id: group.id, displayName: group.name, isNew: group.kind === 'new' },
    catalog: { id: catalog.id, displayName: catalog.name },
    accessPackage: accessPackage && { id: accessPackage.id, displayName: accessPackage.name },
    days: request.days === 'none' ? undefined : request.days,
    isMember: async (userId, groupId) => userId === requester && memberOf.includes(groupId),
  };
}

function compare({ request, expect }: Expectation, route: ApprovalTemplate): readonly Compared[] {
  return [
    ...compareStages(expect.stages, route.stages),
    ...compareTerms(expect, route),
    ['too long', String(expect.tooLong), String(isTooLong(request.days, route.maximumDays))],
    [
      'reason',
      expect.reasonError,
      complaintOf(route.reasonRule, request.reason, expect.reasonError),
    ],
    [
      'ticket',
      expect.ticketError,
      complaintOf(route.ticketRule, request.ticket, expect.ticketError),
    ],
  ];
}

/** No expiration is longer than any number of days. */
function isTooLong(days: Expectation['request']['days'], maximumDays: number | undefined): boolean {
  if (days === undefined || maximumDays === undefined) {
    return false;
  }
  return days === 'none' || days > maximumDays;
}

/** A text that is not given is judged as an empty one, but only where something is expected of it. */
function complaintOf(
  rule: TextRule | undefined,
  text: string | undefined,
  expected: string | undefined,
): string | undefined {
  const isJudged = text !== undefined || expected !== undefined;
  const complaint =
    rule !== undefined && isJudged ? findTextComplaint(rule, text ?? '') : undefined;
  return complaint === undefined ? undefined : textIn(complaint, 'en');
}

function compareTerms(expect: Expected, route: ApprovalTemplate): readonly Compared[] {
  const terms = [
    ['distinct approvers', expect.distinctApprovers, route.distinctApprovers],
    ['expires after (ms)', expect.expiresAfter, route.expiresAfterMs],
    ['maximum days', expect.maximumDays, route.maximumDays],
    ['break-glass (hours)', expect.breakGlass, route.breakGlass?.hours ?? false],
  ] as const;
  return terms
    .filter(([, expected]) => expected !== undefined)
    .map(([what, expected, came]) => [what, String(expected), String(came)]);
}

function compareStages(
  expected: readonly ExpectedStage[] | undefined,
  came: readonly StageTemplate[],
): readonly Compared[] {
  if (expected === undefined) {
    return [];
  }
  const stages = expected.flatMap((stage, index) => compareStage(stage, came[index], index));
  return [['number of stages', String(expected.length), String(came.length)], ...stages];
}

function compareStage(
  expected: ExpectedStage,
  came: StageTemplate | undefined,
  index: number,
): readonly Compared[] {
  if (came === undefined) {
    return [];
  }
  const { escalation } = expected;
  const rows = [
    ['name', expected.name, textIn(came.name, 'en')],
    [
      'approvers',
      expected.approvers && sayAll(toSources(expected.approvers)),
      sayAll(came.approvers),
    ],
    ['need', expected.need, came.need],
    [
      'escalation',
      escalation && sayEscalation({ afterMs: escalation.after, to: toSources(escalation.to) }),
      sayEscalation(came.escalation),
    ],
  ] as const;
  return rows
    .filter(([, wanted]) => wanted !== undefined)
    .map(([what, wanted, found]) => [
      `stage ${index + 1} ${what}`,
      String(wanted === false ? 'nothing' : wanted),
      String(found),
    ]);
}

function sayEscalation(escalation: StageTemplate['escalation']): string {
  return escalation === undefined
    ? 'nothing'
    : `after ${escalation.afterMs / 60_000} minutes to ${sayAll(escalation.to)}`;
}

function sayAll(sources: readonly ApproverSource[]): string {
  return sources
    .map((source) => say(source))
    .toSorted()
    .join(', ');
}

function say(source: ApproverSource): string {
  switch (source.kind) {
    case 'user':
    case 'group':
      return `${source.kind} ${source.id}`;
    case 'manager':
      return `manager (otherwise ${source.fallback.toSorted().join(', ') || 'nobody'})`;
    case 'catalog-role':
      return source.role;
  }
}
