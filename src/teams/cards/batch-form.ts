import type { Words } from '../words/words.ts';
import { type AdaptiveCard, card, execute, heading, panel, text } from './elements.ts';

/** As much as 200 ordinary lines need; more comes as a file. */
export const longestPaste = 15_000;

export interface BatchFormView {
  readonly words: Words;
  readonly formId: string;
  readonly lines?: string | undefined;
  /** What the lines are that stand in it already. */
  readonly hint?: string | undefined;
  /** Why it could not be read, in words. */
  readonly error?: string | undefined;
}

/** Where a list is pasted. After it is sent its message becomes the list's card. */
export function batchForm({ words, formId, lines, hint, error }: BatchFormView): AdaptiveCard {
  const { bulk } = words;
  return card(words, {
    fallbackText: bulk.formSummary,
    body: [
      heading(bulk.title),
      text(bulk.intro, { isSubtle: true, spacing: 'none' }),
      ...(hint === undefined ? [] : [panel('emphasis', [text(hint)])]),
      ...(error === undefined ? [] : [panel('attention', [text(error)])]),
      {
        type: 'Input.Text',
        id: 'lines',
        label: bulk.lines,
        placeholder: bulk.linesHint,
        isMultiline: true,
        isRequired: true,
        errorMessage: bulk.linesMissing,
        maxLength: longestPaste,
        spacing: 'medium',
        ...(lines === undefined ? {} : { value: lines }),
      },
    ],
    actions: [execute(bulk.check, 'list-check', { data: { formId }, style: 'positive' })],
  });
}
