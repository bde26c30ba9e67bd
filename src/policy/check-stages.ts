import { findUnfillable } from '../domain/distinct-approvers.ts';
import type { RuleComplaint } from './check-rules.ts';
import type { ApprovingRule, Policy } from './schema.ts';
import type { Path } from './source-text.ts';
import type { Source, Stage } from './stage-schema.ts';

/** What of the rules can never come about: stages without people, escalations and reminders that ask nobody. */
export function checkStages({ rules, defaults }: Policy): readonly RuleComplaint[] {
  return rules.flatMap((rule, index) => {
    if ('refuse' in rule) {
      return [];
    }
    const at = { rule, defaults, path: ['rules', index] };
    return [...complainOfPeople(at), ...complainOfEscalation(at), ...complainOfReminders(at)];
  });
}

interface Place {
  readonly rule: ApprovingRule;
  readonly defaults: Policy['defaults'];
  readonly path: Path;
}

/** Only of stages that name their people one by one; nobody knows how many a group or a role has. */
function complainOfPeople({ rule, defaults, path }: Place): readonly RuleComplaint[] {
  if (!(rule.distinctApprovers ?? defaults.distinctApprovers ?? true)) {
    return [];
  }
  const wanted = rule.stages.flatMap((stage, index) => {
    const people = namesOf(stage);
    return people === undefined ? [] : [{ stage: index, need: needOf(stage, people), people }];
  });
  const index = findUnfillable(wanted);
  const message =
    'nobody is left for this stage, because whoever approves another one cannot approve it: name further people, or set `distinctApprovers: false`';
  return index === undefined ? [] : [{ path: [...path, 'stages', index], message }];
}

function namesOf({ approvers }: Stage): readonly string[] | undefined {
  const named = approvers.flatMap((source) => ('user' in source ? [source.user] : []));
  return named.length < approvers.length
    ? undefined
    : [...new Set(named.map((id) => id.toLowerCase()))];
}

function needOf({ need }: Stage, people: readonly string[]): number {
  if (need === 'any') {
    return 1;
  }
  // More than there are is told already.
  return need === 'all' ? people.length : Math.min(need, people.length);
}

function complainOfEscalation({ rule, defaults, path }: Place): readonly RuleComplaint[] {
  const expiresAfter = rule.expiresAfter ?? defaults.expiresAfter ?? Number.POSITIVE_INFINITY;
  return rule.stages.flatMap(({ approvers, escalation }, index) => {
    if (escalation === undefined) {
      return [];
    }
    const asked = new Set(approvers.map((source) => keyOf(source)));
    const here = [...path, 'stages', index, 'escalation'];
    const late = '`after` must be less than `expiresAfter`, or nobody is ever asked in addition';
    const same = '`to` must name somebody whom the stage does not ask anyway';
    return [
      ...(escalation.after < expiresAfter ? [] : [{ path: [...here, 'after'], message: late }]),
      ...(escalation.to.some((source) => !asked.has(keyOf(source)))
        ? []
        : [{ path: [...here, 'to'], message: same }]),
    ];
  });
}

function keyOf(source: Source): string {
  return JSON.stringify(source).toLowerCase();
}

/** Told at the reminders of the rule, or at the rule where they are those of the defaults. */
function complainOfReminders({ rule, defaults, path }: Place): readonly RuleComplaint[] {
  const reminders = rule.reminders ?? defaults.reminders;
  const expiresAfter = rule.expiresAfter ?? defaults.expiresAfter;
  if (!reminders || expiresAfter === undefined || reminders.atMost === 0) {
    return [];
  }
  const message = '`first` must be less than `expiresAfter`, or nobody is ever reminded';
  const where = rule.reminders === undefined ? path : [...path, 'reminders', 'first'];
  return reminders.first < expiresAfter ? [] : [{ path: where, message }];
}
