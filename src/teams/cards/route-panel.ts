import type { ApprovalRoute, ApprovalStage } from '../../domain/approval.ts';
import { approversAhead } from '../../domain/needed-later.ts';
import type { Plan } from '../../domain/plan.ts';
import { textIn } from '../../domain/policy-text.ts';
import { counted } from '../words/counting.ts';
import type { Words } from '../words/words.ts';
import { namesOf, peopleOf } from './approval-people.ts';
import { type Element, execute, panel, text } from './elements.ts';
import { said, saidList } from './escape.ts';
import { plannedRows } from './plan-section.ts';
import { span } from './when.ts';

/** Who would decide, and what the rule wants of the form in the organisation's own words. */
export interface ShownRoute {
  readonly route: ApprovalRoute;
  /** What would be changed. */
  readonly plan: Plan;
  readonly reasonRule: string | undefined;
  readonly ticketRule: string | undefined;
  readonly maximumDays: number | undefined;
  readonly breakGlassHours: number | undefined;
}

/** The answer to "Who decides?", on top of the form: what would be changed, and who is asked about it. */
export function routePanel(words: Words, shown: ShownRoute, formId: string): Element {
  const { breakGlassHours } = shown;
  return panel('accent', [
    text(words.form.decides, { weight: 'bolder' }),
    ...wayLines(words, shown),
    ...changeLines(words, shown.plan),
    ...(breakGlassHours === undefined ? [] : emergency(words, breakGlassHours, formId)),
  ]);
}

function wayLines(words: Words, shown: ShownRoute): readonly Element[] {
  const { route, reasonRule, ticketRule, maximumDays } = shown;
  const { form, approval } = words;
  const rules = [
    ...(reasonRule === undefined ? [] : [ruleOf(words, form.reason, reasonRule)]),
    ...(ticketRule === undefined ? [] : [ruleOf(words, approval.ticket, ticketRule)]),
    ...(maximumDays === undefined
      ? []
      : [form.rule(form.duration, form.atMostDays(counted(words, maximumDays, 'day')))]),
  ];
  return [
    ...route.stages.flatMap((stage, index) => stageLines(words, route, { stage, index })),
    ...rules.map((rule) => text(rule, { spacing: 'small' })),
  ];
}

/** What the organisation wants of a field, beside the name of the field. */
function ruleOf({ form, language }: Words, label: string, rule: string): string {
  return form.rule(label, said(textIn(rule, language), 300));
}

/** The same way for some of the people whom a form names. */
export interface PersonRoutes {
  readonly people: readonly string[];
  readonly shown: ShownRoute;
}

/**
 * The answer for several people, once per different way; emergency access is not offered to several. They share one
 * group, so the change is the same for all.
 */
export function routesPanel(words: Words, routes: readonly PersonRoutes[]): Element {
  const { form } = words;
  const isOne = routes.length === 1;
  return panel('accent', [
    text(form.decides, { weight: 'bolder' }),
    ...routes.flatMap(({ people, shown }) => [
      ...(isOne
        ? []
        : [text(form.decidesFor(saidList(words, people, 'and')), { spacing: 'small' })]),
      ...wayLines(words, shown),
    ]),
    ...routes.slice(0, 1).flatMap(({ shown }) => changeLines(words, shown.plan)),
  ]);
}

function changeLines(words: Words, plan: Plan): readonly Element[] {
  const title = text(words.plan.titles.ahead, { weight: 'bolder', spacing: 'medium' });
  return [title, ...plannedRows(words, plan)];
}

/** Where nobody can approve, which may be the emergency itself. */
export function emergencyPanel(words: Words, hours: number, formId: string): Element {
  return panel('emphasis', emergency(words, hours, formId));
}

/** Beside what it means, so that nobody takes it for a way to send the form. */
function emergency(
  { breakGlass, ...words }: Words,
  hours: number,
  formId: string,
): readonly Element[] {
  const button = execute(breakGlass.offerButton, 'break-glass', { data: { formId } });
  return [
    text(breakGlass.offer(counted(words, hours, 'hour')), { spacing: 'medium' }),
    { type: 'ActionSet', spacing: 'small', actions: [button] },
  ];
}

function stageLines(
  words: Words,
  route: ApprovalRoute,
  { stage, index }: { readonly stage: ApprovalStage; readonly index: number },
): readonly Element[] {
  const count = route.stages.length;
  const title = words.approval.stage(index + 1, count, said(textIn(stage.name, words.language)));
  return [
    ...(count === 1 ? [] : [text(title, { isSubtle: true, spacing: 'small' })]),
    text(deciders(words, route, index), { spacing: count === 1 ? 'small' : 'none' }),
    ...escalationLine(words, stage),
  ];
}

function escalationLine(words: Words, { escalation }: ApprovalStage): readonly Element[] {
  if (escalation === undefined) {
    return [];
  }
  const who = saidList(words, namesOf(peopleOf(escalation)), 'and');
  const line = words.form.escalates(span(words, new Date(0), new Date(escalation.afterMs)), who);
  return [text(line, { isSubtle: true, spacing: 'none' })];
}

/** Whom a later stage needs is named there alone: here they are not asked to approve. */
function deciders(words: Words, route: ApprovalRoute, index: number): string {
  const people = peopleOf({ approvers: approversAhead(route, index) });
  const need = route.stages[index]?.need ?? 1;
  const who = saidList(words, namesOf(people), 'and');
  const { decidesAny, decidesAll, decidesSome } = words.form;
  if (people.length === 1) {
    return who;
  }
  if (need === 1) {
    return decidesAny(who);
  }
  return need >= people.length ? decidesAll(who) : decidesSome(need, who);
}
