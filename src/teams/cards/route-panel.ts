import type { ApprovalRoute, ApprovalStage } from '../../domain/approval.ts';
import { counted } from '../words/counting.ts';
import type { Words } from '../words/words.ts';
import { namesOf, peopleOf } from './approval-people.ts';
import { type Element, execute, panel, text } from './elements.ts';
import { said, saidList } from './escape.ts';

/** Who would decide, and what the rule wants of the form in the organisation's own words. */
export interface ShownRoute {
  readonly route: ApprovalRoute;
  readonly reasonRule: string | undefined;
  readonly ticketRule: string | undefined;
  readonly maximumDays: number | undefined;
  readonly breakGlassHours: number | undefined;
}

/** The answer to "Who decides?", on top of the form. */
export function routePanel(words: Words, shown: ShownRoute, formId: string): Element {
  const { breakGlassHours } = shown;
  return panel('accent', [
    text(words.form.decides, { weight: 'bolder' }),
    ...wayLines(words, shown),
    ...(breakGlassHours === undefined ? [] : emergency(words, breakGlassHours, formId)),
  ]);
}

function wayLines(words: Words, shown: ShownRoute): readonly Element[] {
  const { route, reasonRule, ticketRule, maximumDays } = shown;
  const { form } = words;
  const rules = [
    ...(reasonRule === undefined ? [] : [said(reasonRule, 300)]),
    ...(ticketRule === undefined ? [] : [said(ticketRule, 300)]),
    ...(maximumDays === undefined ? [] : [form.atMostDays(counted(words, maximumDays, 'day'))]),
  ];
  return [
    ...route.stages.flatMap((stage, index) => stageLines(words, route, { stage, index })),
    ...rules.map((rule) => text(rule, { spacing: 'small' })),
  ];
}

/** The same way for some of the people whom a form names. */
export interface PersonRoutes {
  readonly people: readonly string[];
  readonly shown: ShownRoute;
}

/** The answer for several people, once per different way; emergency access is not offered to several. */
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
  ]);
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
  { stages }: ApprovalRoute,
  { stage, index }: { readonly stage: ApprovalStage; readonly index: number },
): readonly Element[] {
  const title = words.approval.stage(index + 1, stages.length, said(stage.name));
  return [
    ...(stages.length === 1 ? [] : [text(title, { isSubtle: true, spacing: 'small' })]),
    text(deciders(words, stage), { spacing: stages.length === 1 ? 'small' : 'none' }),
  ];
}

function deciders(words: Words, stage: ApprovalStage): string {
  const people = peopleOf(stage);
  const who = saidList(words, namesOf(people), 'and');
  const { decidesAny, decidesAll, decidesSome } = words.form;
  if (people.length === 1) {
    return who;
  }
  if (stage.need === 1) {
    return decidesAny(who);
  }
  return stage.need >= people.length ? decidesAll(who) : decidesSome(stage.need, who);
}
