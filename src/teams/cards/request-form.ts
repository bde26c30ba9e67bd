import type { DurationLimits } from '../../domain/plan.ts';
import { counted } from '../words/counting.ts';
import type { Words } from '../words/words.ts';
import {
  type Action,
  type AdaptiveCard,
  type Choice,
  type ChoiceInput,
  card,
  type Element,
  execute,
  heading,
  panel,
  type TextInput,
  text,
} from './elements.ts';
import { saidPlain } from './escape.ts';
import { typeahead } from './form-typeahead.ts';
import { limits, longestNames, offeredDays, usualDays } from './limits.ts';
import {
  emergencyPanel,
  type PersonRoutes,
  routePanel,
  routesPanel,
  type ShownRoute,
} from './route-panel.ts';

export type FormField =
  | 'group'
  | 'newGroupName'
  | 'person'
  | 'personName'
  | 'accessPackage'
  | 'reason'
  | 'ticket'
  | 'duration';

/** What stands in the fields; an empty field is undefined. */
export type FormValues = Readonly<Partial<Record<FormField, string | undefined>>>;

/** What is wrong, in words and escaped, and with which field where it is about one. */
export interface FormError {
  readonly field?: FormField | undefined;
  readonly text: string;
}

export interface FormView {
  readonly words: Words;
  readonly formId: string;
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  /** Only who decides was asked: nobody has tried to send it. */
  readonly isQuestion?: boolean | undefined;
  /** Something to say that is no error; escaped. */
  readonly hint?: string | undefined;
  readonly canChooseAccessPackage: boolean;
  readonly durations: DurationLimits;
  /** Whether some request may need the number of a ticket. */
  readonly asksForTicket: boolean;
  /** Who would decide, where that was asked. */
  readonly route?: ShownRoute | undefined;
  /** The same for several people. */
  readonly routes?: readonly PersonRoutes[] | undefined;
  /** Nobody can approve it, but emergency access for so many hours is permitted. */
  readonly breakGlassHours?: number | undefined;
  /** Titles of the chosen values of the typeaheads, since a client shows only what it knows. */
  readonly titles: ReadonlyMap<string, string>;
  /** Groups to choose from before anything is typed. */
  readonly recent?: readonly Choice[] | undefined;
}

/** The form for a new request. After it is sent its message becomes the request's card. */
export function requestForm(view: FormView): AdaptiveCard {
  const { words } = view;
  const { form } = words;
  return card(words, {
    fallbackText: form.summary,
    body: [
      heading(form.title),
      text(form.intro, { isSubtle: true, spacing: 'none' }),
      ...errorPanel(view),
      ...(view.breakGlassHours === undefined
        ? []
        : [emergencyPanel(words, view.breakGlassHours, view.formId)]),
      ...(view.hint === undefined ? [] : [panel('emphasis', [text(view.hint)])]),
      ...(view.route === undefined ? [] : [routePanel(words, view.route, view.formId)]),
      ...(view.routes === undefined ? [] : [routesPanel(words, view.routes)]),
      ...withMark(view, typeahead(view, 'group', 'groups')),
      ...withMark(view, textField(view, 'newGroupName')),
      ...withMark(view, typeahead(view, 'person', 'graph.microsoft.com/users')),
      ...withMark(view, textField(view, 'personName')),
      ...(view.canChooseAccessPackage
        ? withMark(view, typeahead(view, 'accessPackage', 'accessPackages'))
        : []),
      ...withMark(view, reasonField(view)),
      ...(view.asksForTicket ? withMark(view, textField(view, 'ticket')) : []),
      ...withMark(view, durationField(view)),
    ],
    actions: buttons(view),
  });
}

function buttons({ words, formId }: FormView): readonly Action[] {
  const data = { formId };
  return [
    execute(words.buttons.submit, 'submit-request', { data, style: 'positive' }),
    execute(words.form.whoDecides, 'preview-route', { data }),
  ];
}

/** The values the duration field takes: the number of days, or `none` where there may be no end. */
export function durationChoices(words: Words, durations: DurationLimits): readonly Choice[] {
  return [
    ...daysUpTo(durations.maximumDays).map((count) => ({
      title: counted(words, count, 'day'),
      value: `${count}`,
    })),
    ...(durations.canHaveNoEnd ? [{ title: words.form.noEnd, value: 'none' }] : []),
  ];
}

/** What stands in the field until somebody chooses: a membership ends unless its requester says otherwise. */
export function usualDuration({ maximumDays }: DurationLimits): string {
  return `${daysUpTo(Math.min(maximumDays, usualDays)).at(-1)}`;
}

function daysUpTo(limit: number): readonly number[] {
  return offeredDays.filter((count) => count <= limit);
}

function errorPanel({ words, errors, isQuestion }: FormView): readonly Element[] {
  if (errors.length === 0) {
    return [];
  }
  const lines = errors.map((error) => text(error.text, { spacing: 'small' }));
  const { notSendable, rejected } = words.form;
  const title = isQuestion === true ? notSendable : rejected;
  return [panel('attention', [text(title, { weight: 'bolder' }), ...lines])];
}

function withMark({ words, errors }: FormView, input: TextInput | ChoiceInput): readonly Element[] {
  const isWrong = errors.some(({ field }) => field === input.id);
  return isWrong
    ? [input, text(words.form.mark, { color: 'attention', size: 'small', spacing: 'none' })]
    : [input];
}

const textKeys = {
  newGroupName: ['newGroup', 'newGroupHint'],
  personName: ['personName', 'personNameHint'],
  ticket: ['ticket', 'ticketHint'],
} as const;

function textField(
  { words: { form }, values }: FormView,
  id: 'newGroupName' | 'personName' | 'ticket',
): TextInput {
  const value = values[id];
  const [label, hint] = textKeys[id];
  return {
    type: 'Input.Text',
    id,
    label: form[label],
    placeholder: form[hint],
    maxLength: id === 'personName' ? longestNames : limits[id],
    ...(id === 'personName' ? { isMultiline: true } : {}),
    spacing: 'small',
    ...(value === undefined ? {} : { value }),
  };
}

/** Not `isRequired`: the client would ask for it before it lets somebody ask who decides. */
function reasonField({ words: { form }, values }: FormView): TextInput {
  return {
    type: 'Input.Text',
    id: 'reason',
    label: form.reason,
    placeholder: form.reasonHint,
    isMultiline: true,
    maxLength: limits.reason,
    spacing: 'medium',
    ...(values.reason === undefined ? {} : { value: values.reason }),
  };
}

/**
 * All that the organisation permits, because somebody may choose another group afterwards, of which the form has not
 * asked yet; what the rules found so far do not permit says so.
 */
function durationField({ words, values, ...view }: FormView): ChoiceInput {
  const durations = permittedOf(view);
  const { group } = (view.route ?? view.routes?.[0]?.shown)?.plan ?? {};
  const choices = durationChoices(words, view.durations).map((choice) =>
    group === undefined || isPermitted(choice.value, durations)
      ? choice
      : { ...choice, title: tooLong(words, choice.title, group.displayName) },
  );
  return {
    type: 'Input.ChoiceSet',
    id: 'duration',
    label: words.form.duration,
    style: 'compact',
    choices,
    value: chosenDuration(values.duration, durations),
    spacing: 'medium',
  };
}

/** What the organisation permits, and where it was asked who decides no more than the rules found then permit. */
function permittedOf({
  durations,
  route,
  routes = [],
}: Pick<FormView, 'durations' | 'route' | 'routes'>): DurationLimits {
  const shown = [...(route === undefined ? [] : [route]), ...routes.map((each) => each.shown)];
  const longest = shown.flatMap(({ maximumDays }) => maximumDays ?? []);
  return {
    maximumDays: Math.min(durations.maximumDays, ...longest),
    canHaveNoEnd: durations.canHaveNoEnd && longest.length === 0,
  };
}

/** One that is too long becomes the longest there is; what is no duration of the form, the usual one. */
function chosenDuration(chosen: string | undefined, durations: DurationLimits): string {
  const { maximumDays } = durations;
  const isOffered = chosen === 'none' || offeredDays.some((count) => `${count}` === chosen);
  if (chosen === undefined || !isOffered) {
    return usualDuration(durations);
  }
  return isPermitted(chosen, durations) ? chosen : `${daysUpTo(maximumDays).at(-1)}`;
}

function isPermitted(value: string, { maximumDays, canHaveNoEnd }: DurationLimits): boolean {
  return value === 'none' ? canHaveNoEnd : Number(value) <= maximumDays;
}

function tooLong({ form }: Words, duration: string, group: string): string {
  return form.tooLongFor(duration, saidPlain(group, 40));
}
