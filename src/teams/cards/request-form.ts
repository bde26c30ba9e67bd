import type { Duration } from '../../domain/plan.ts';
import { texts } from '../texts.ts';
import {
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
import { limits, offeredDays } from './limits.ts';

export type FormField =
  | 'group'
  | 'newGroupName'
  | 'person'
  | 'personName'
  | 'accessPackage'
  | 'reason'
  | 'duration';

/** What stands in the fields; an empty field is undefined. */
export type FormValues = Readonly<Partial<Record<FormField, string | undefined>>>;

/** What is wrong, in words and escaped, and with which field where it is about one. */
export interface FormError {
  readonly field?: FormField | undefined;
  readonly text: string;
}

export interface FormView {
  readonly formId: string;
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  /** Something to say that is no error; escaped. */
  readonly hint?: string | undefined;
  readonly canChooseAccessPackage: boolean;
  readonly maximumDays: number;
  /** Titles of the chosen values of the typeaheads, since a client shows only what it knows. */
  readonly titles: ReadonlyMap<string, string>;
}

/** The form for a new request. After it is sent its message becomes the request's card. */
export function requestForm(view: FormView): AdaptiveCard {
  const words = texts.form;
  return card({
    fallbackText: words.summary,
    body: [
      heading(words.title),
      text(words.intro, { isSubtle: true, spacing: 'none' }),
      ...errorPanel(view),
      ...(view.hint === undefined ? [] : [panel('emphasis', [text(view.hint)])]),
      ...withMark(view, typeahead(view, 'group', 'groups')),
      ...withMark(view, textField(view, 'newGroupName')),
      ...withMark(view, typeahead(view, 'person', 'graph.microsoft.com/users')),
      ...withMark(view, textField(view, 'personName')),
      ...(view.canChooseAccessPackage
        ? withMark(view, typeahead(view, 'accessPackage', 'accessPackages'))
        : []),
      ...withMark(view, reasonField(view)),
      ...withMark(view, durationField(view)),
    ],
    actions: [
      execute(texts.buttons.submit, 'submit-request', {
        data: { formId: view.formId },
        style: 'positive',
      }),
    ],
  });
}

/** The values the duration field takes: the number of days, or `none`. */
export function durationChoices(maximumDays: number): readonly Choice[] {
  const days = offeredDays.filter((count) => count <= maximumDays);
  return [
    { title: texts.form.noEnd, value: 'none' },
    ...days.map((count) => ({
      title: daysWords({ kind: 'days', days: count }),
      value: `${count}`,
    })),
  ];
}

function daysWords(duration: Duration): string {
  return texts.durations(duration);
}

function errorPanel({ errors }: FormView): readonly Element[] {
  if (errors.length === 0) {
    return [];
  }
  const lines = errors.map((error) => text(error.text, { spacing: 'small' }));
  return [panel('attention', [text(texts.form.rejected, { weight: 'bolder' }), ...lines])];
}

function withMark({ errors }: FormView, input: TextInput | ChoiceInput): readonly Element[] {
  const isWrong = errors.some(({ field }) => field === input.id);
  return isWrong
    ? [input, text(texts.form.mark, { color: 'attention', size: 'small', spacing: 'none' })]
    : [input];
}

type Typeahead = 'group' | 'person' | 'accessPackage';

const typeaheadTexts: Readonly<Record<Typeahead, { label: string; hint: string; chosen: string }>> =
  {
    group: { label: texts.form.group, hint: texts.form.groupHint, chosen: texts.form.chosenGroup },
    person: {
      label: texts.form.person,
      hint: texts.form.personHint,
      chosen: texts.form.chosenPerson,
    },
    accessPackage: {
      label: texts.form.accessPackage,
      hint: texts.form.accessPackageHint,
      chosen: texts.form.chosenPackage,
    },
  };

/** Never `isRequired`: on the web its error stays after a choice (Microsoft-Teams-Samples #868, #1213). */
function typeahead({ values, titles }: FormView, id: Typeahead, dataset: string): ChoiceInput {
  const { label, hint, chosen } = typeaheadTexts[id];
  const value = values[id];
  const title = value === undefined ? undefined : (titles.get(value) ?? chosen);
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    style: 'filtered',
    placeholder: hint,
    choices:
      value === undefined || title === undefined ? [] : [{ title: saidPlain(title, 120), value }],
    'choices.data': { type: 'Data.Query', dataset },
    spacing: 'medium',
    ...(value === undefined ? {} : { value }),
  };
}

function textField({ values }: FormView, id: 'newGroupName' | 'personName'): TextInput {
  const value = values[id];
  const words = texts.form;
  const isGroup = id === 'newGroupName';
  return {
    type: 'Input.Text',
    id,
    label: isGroup ? words.newGroup : words.personName,
    placeholder: isGroup ? words.newGroupHint : words.personNameHint,
    maxLength: limits[id],
    spacing: 'small',
    ...(value === undefined ? {} : { value }),
  };
}

function reasonField({ values }: FormView): TextInput {
  return {
    type: 'Input.Text',
    id: 'reason',
    label: texts.form.reason,
    placeholder: texts.form.reasonHint,
    isMultiline: true,
    isRequired: true,
    errorMessage: texts.form.reasonMissing,
    maxLength: limits.reason,
    spacing: 'medium',
    ...(values.reason === undefined ? {} : { value: values.reason }),
  };
}

function durationField({ values, maximumDays }: FormView): ChoiceInput {
  const choices = durationChoices(maximumDays);
  const isKnown = choices.some(({ value }) => value === values.duration);
  return {
    type: 'Input.ChoiceSet',
    id: 'duration',
    label: texts.form.duration,
    style: 'compact',
    choices,
    value: isKnown ? (values.duration ?? 'none') : 'none',
    spacing: 'medium',
  };
}
