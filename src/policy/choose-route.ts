import type {
  ApprovalTemplate,
  PolicyFacts,
  RouteTemplate,
  StageTemplate,
} from '../domain/approval-policy.ts';
import type { ApproverSource } from '../domain/approver-source.ts';
import type { ApprovingRule, Match, People, Policy, Rule } from './schema.ts';
import type { Source, Stage } from './stage-schema.ts';
import { matchesWildcard } from './wildcard.ts';

/**
 * A rule that refuses, wherever it stands; else the route of the first rule that matches. Whatever `facts.isMember`
 * throws comes out; it is asked only where a rule matches in everything else.
 */
export async function chooseRoute(policy: Policy, facts: PolicyFacts): Promise<RouteTemplate> {
  const denials = policy.rules.filter((rule) => isDenial(rule));
  const others = policy.rules.filter((rule) => !isDenial(rule));
  for (const rule of [...denials, ...others]) {
    if (await applies(rule, facts)) {
      return toTemplate(policy, rule, facts);
    }
  }
  // A file without a rule for everything is not read, but the type cannot say so.
  return { kind: 'refused', rule: 'none', message: 'No rule of the approval policy allows this.' };
}

/** A last rule that refuses is no denial: it says what nothing else allows. */
function isDenial(rule: Rule): boolean {
  return 'refuse' in rule && rule.match !== undefined;
}

async function applies(rule: Rule, facts: PolicyFacts): Promise<boolean> {
  const isMatch = await matches(rule.match, facts);
  const except = 'refuse' in rule ? rule.except : undefined;
  return isMatch && (except === undefined || !(await matches(except, facts)));
}

async function matches(match: Match | undefined, facts: PolicyFacts): Promise<boolean> {
  if (match === undefined) {
    return true;
  }
  const { group, catalog, accessPackage, requester } = match;
  if (group?.kind !== undefined && (group.kind === 'new') !== facts.group.isNew) {
    return false;
  }
  return (
    selects(group, facts.group) &&
    selects(catalog, facts.catalog) &&
    selects(accessPackage, facts.accessPackage) &&
    (requester === undefined || includes(requester, facts))
  );
}

interface Selector {
  readonly ids?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
}

interface Named {
  readonly id?: string | undefined;
  readonly displayName: string;
}

/** GUIDs are compared without regard to letter case, as Microsoft Graph does. */
function selects(selector: Selector | undefined, thing: Named | undefined): boolean {
  if (selector === undefined || (selector.ids ?? selector.names) === undefined) {
    return true;
  }
  if (thing === undefined) {
    return false;
  }
  const { id, displayName } = thing;
  const isListed = id !== undefined && selector.ids?.some((listed) => isSameId(listed, id));
  return (
    isListed === true || (selector.names ?? []).some((name) => matchesWildcard(name, displayName))
  );
}

function isSameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

async function includes(
  { users = [], memberOf = [] }: People,
  facts: PolicyFacts,
): Promise<boolean> {
  if (users.some((id) => isSameId(id, facts.requesterId))) {
    return true;
  }
  for (const groupId of memberOf) {
    if (await facts.isMember(facts.requesterId, groupId)) {
      return true;
    }
  }
  return false;
}

async function toTemplate(policy: Policy, rule: Rule, facts: PolicyFacts): Promise<RouteTemplate> {
  if ('refuse' in rule) {
    return { kind: 'refused', rule: rule.name, message: rule.refuse };
  }
  const { defaults } = policy;
  return {
    kind: 'approval',
    rule: rule.name,
    stages: rule.stages.map((stage) => toStage(stage)),
    distinctApprovers: rule.distinctApprovers ?? defaults.distinctApprovers ?? true,
    expiresAfterMs: rule.expiresAfter ?? defaults.expiresAfter,
    maximumDays: rule.maximumDays ?? defaults.maximumDays,
    reasonRule: unlessOff(rule.reason, defaults.reason),
    ticketRule: unlessOff(rule.ticket, defaults.ticket),
    reminders: toReminders(unlessOff(rule.reminders, defaults.reminders)),
    breakGlass: await findBreakGlass(policy, rule, facts),
  };
}

function unlessOff<T>(own: T | false | undefined, otherwise: T | undefined): T | undefined {
  return own === false ? undefined : (own ?? otherwise);
}

function toStage({ name, approvers, need, escalation }: Stage): StageTemplate {
  return {
    name,
    approvers: toSources(approvers),
    need,
    escalation: escalation && { afterMs: escalation.after, to: toSources(escalation.to) },
  };
}

/** The sources as the domain has them, each once. */
export function toSources(sources: readonly Source[]): readonly ApproverSource[] {
  const found = new Map<string, ApproverSource>();
  for (const source of sources.map((one) => toSource(one))) {
    found.set(JSON.stringify(source).toLowerCase(), source);
  }
  return [...found.values()];
}

function toSource(source: Source): ApproverSource {
  if ('user' in source) {
    return { kind: 'user', id: source.user };
  }
  if ('group' in source) {
    return { kind: 'group', id: source.group };
  }
  if ('manager' in source) {
    return { kind: 'manager', fallback: source.manager.fallback };
  }
  return { kind: 'catalog-role', role: source.catalogRole };
}

function toReminders(reminders: Policy['defaults']['reminders']): ApprovalTemplate['reminders'] {
  if (reminders === undefined) {
    return undefined;
  }
  const { first, backOff, atMost, workingHours } = reminders;
  return { firstAfterMs: first, backOff, atMost, workingHours };
}

async function findBreakGlass(
  { breakGlass }: Policy,
  rule: ApprovingRule,
  facts: PolicyFacts,
): Promise<ApprovalTemplate['breakGlass']> {
  if (breakGlass?.enabled !== true || !rule.breakGlass) {
    return undefined;
  }
  return (await includes(breakGlass.requesters, facts)) ? { hours: breakGlass.hours } : undefined;
}
