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
import { typeahead } from './form-typeahead.ts';
import { limits, longestNames, offeredDays, usualDays } from './limits.ts';
import { type PersonRoutes, routePanel, routesPanel, type ShownRoute } from './route-panel.ts';

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
  /** Something to say that is no error; escaped. */
  readonly hint?: string | undefined;
  readonly canChooseAccessPackage: boolean;
  readonly maximumDays: number;
  /** Whether some request may need the number of a ticket. */
  readonly asksForTicket: boolean;
  /** Who would decide, where that was asked. */
  readonly route?: ShownRoute | undefined;
  /** The same for several people. */
  readonly routes?: readonly PersonRoutes[] | undefined;
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

/** The values the duration field takes: the number of days, or `none`. */
export function durationChoices(words: Words, maximumDays: number): readonly Choice[] {
  return [
    ...daysUpTo(maximumDays).map((count) => ({
      title: counted(words, count, 'day'),
      value: `${count}`,
    })),
    { title: words.form.noEnd, value: 'none' },
  ];
}

/** What stands in the field until somebody chooses: a membership ends unless its requester says otherwise. */
export function usualDuration(maximumDays: number): string {
  const usual = daysUpTo(Math.min(maximumDays, usualDays)).at(-1);
  return usual === undefined ? 'none' : `${usual}`;
}

function daysUpTo(limit: number): readonly number[] {
  return offeredDays.filter((count) => count <= limit);
}

function errorPanel({ words, errors }: FormView): readonly Element[] {
  if (errors.length === 0) {
    return [];
  }
  const lines = errors.map((error) => text(error.text, { spacing: 'small' }));
  return [panel('attention', [text(words.form.rejected, { weight: 'bolder' }), ...lines])];
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

function durationField({ words, values, maximumDays }: FormView): ChoiceInput {
  const choices = durationChoices(words, maximumDays);
  const known = choices.find(({ value }) => value === values.duration);
  return {
    type: 'Input.ChoiceSet',
    id: 'duration',
    label: words.form.duration,
    style: 'compact',
    choices,
    value: known?.value ?? usualDuration(maximumDays),
    spacing: 'medium',
  };
}
