import type { Choice, ChoiceInput } from './elements.ts';
import { saidPlain } from './escape.ts';
import type { FormView } from './request-form.ts';

type Typeahead = 'group' | 'person' | 'accessPackage';

const keys = {
  group: { label: 'group', hint: 'groupHint', chosen: 'chosenGroup' },
  person: { label: 'person', hint: 'personHint', chosen: 'chosenPerson' },
  accessPackage: { label: 'accessPackage', hint: 'accessPackageHint', chosen: 'chosenPackage' },
} as const satisfies Readonly<Record<Typeahead, object>>;

const longestTitle = 120;
/** Many names must leave room on the card for the rest. */
const longestOfMany = 40;
const few = 5;

/** Never `isRequired`: on the web its error stays after a choice (Microsoft-Teams-Samples #868, #1213). */
export function typeahead(view: FormView, id: Typeahead, dataset: string): ChoiceInput {
  const { words, values, recent = [] } = view;
  const { label, hint } = keys[id];
  const value = values[id];
  const chosen = chosenIn(view, id);
  const limit = chosen.length > few ? longestOfMany : longestTitle;
  return {
    type: 'Input.ChoiceSet',
    id,
    label: words.form[label],
    style: 'filtered',
    placeholder: words.form[hint],
    choices: [
      ...chosen,
      ...(id === 'group' ? recent.filter((choice) => choice.value !== value) : []),
    ].map((choice) => ({ title: saidPlain(choice.title, limit), value: choice.value })),
    ...(id === 'person' ? { isMultiSelect: true } : {}),
    'choices.data': { type: 'Data.Query', dataset },
    spacing: 'medium',
    ...(value === undefined ? {} : { value }),
  };
}

/** A client shows only those of the chosen values that stand among the choices. */
function chosenIn({ words, values, titles }: FormView, id: Typeahead): readonly Choice[] {
  const text = values[id] ?? '';
  const chosen = id === 'person' ? text.split(',') : [text];
  return chosen
    .filter((value) => value !== '')
    .map((value) => ({ title: titles.get(value) ?? words.form[keys[id].chosen], value }));
}
