import type {
  ApprovalPolicy,
  ApprovalTemplate,
  RouteTemplate,
  StageTemplate,
} from '../../src/domain/approval-policy.ts';
import type { UserId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';

/** A policy of one rule that matches everything. */
export function policyOf(template: RouteTemplate): ApprovalPolicy {
  return { routeFor: () => Promise.resolve(template) };
}

/** One stage, any of these. */
export function namedApprovers(ids: readonly UserId[]): ApprovalPolicy {
  return policyOf(templateOf([stageOf(ids.map((id) => ({ id })))]));
}

export function templateOf(
  stages: readonly StageTemplate[],
  changes: Partial<ApprovalTemplate> = {},
): ApprovalTemplate {
  return { kind: 'approval', rule: 'test', stages, distinctApprovers: false, ...changes };
}

export function stageOf(
  people: readonly Pick<Person, 'id'>[],
  changes: Partial<StageTemplate> = {},
): StageTemplate {
  const approvers = people.map(({ id }) => ({ kind: 'user' as const, id }));
  return { name: 'Approval', approvers, need: 'any', ...changes };
}
