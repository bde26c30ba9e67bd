import type { Managing } from '../../domain/catalog-view.ts';
import type { CatalogId } from '../../domain/ids.ts';
import type { Words } from '../words/words.ts';
import {
  type ChoiceInput,
  type Element,
  type Execute,
  execute,
  panel,
  type TextInput,
  text,
} from './elements.ts';
import { said, saidPlain } from './escape.ts';

/** What has just happened. `text` is escaped. */
export interface CatalogNotice {
  readonly style: 'good' | 'warning' | 'emphasis';
  readonly text: string;
}

/** What has just happened, or why it did not; nothing where there is nothing to say. */
export function noticePanel(notice: CatalogNotice | undefined): readonly Element[] {
  return notice === undefined ? [] : [panel(notice.style, [text(notice.text)])];
}

/** What is wrong with a form, on top of it. */
export function errorPanel({ catalogs }: Words, error: string | undefined): readonly Element[] {
  return error === undefined
    ? []
    : [
        panel('attention', [
          text(catalogs.rejected, { weight: 'bolder' }),
          text(error, { spacing: 'small' }),
        ]),
      ];
}

/** A holder as a sentence names them. Escaped. */
export function holderName(words: Words, { holder }: Pick<Managing, 'holder'>): string {
  return withKind(words, holder.kind, said(holder.displayName, 60));
}

/** The same for choices, which show text as it is. */
export function plainHolderName(words: Words, { holder }: Pick<Managing, 'holder'>): string {
  return withKind(words, holder.kind, saidPlain(holder.displayName, 60));
}

function withKind({ catalogs }: Words, kind: Managing['holder']['kind'], name: string): string {
  switch (kind) {
    case 'user':
      return name;
    case 'group':
      return catalogs.groupHolder(name);
    case 'other':
      return catalogs.otherHolder(name);
  }
}

/** Back to the catalog without sending what was typed. */
export function backToCatalog({ catalogs }: Words, catalogId: CatalogId): Execute {
  return execute(catalogs.back, 'catalog-open', { data: { catalogId }, associatedInputs: 'none' });
}

export function allCatalogs({ catalogs }: Words): Execute {
  return execute(catalogs.allCatalogs, 'catalog-list', { associatedInputs: 'none' });
}

/** A typeahead with the chosen value in it; never `isRequired`, since its error would stay after a choice on the web. */
export function typeahead(
  field: Pick<ChoiceInput, 'id' | 'label' | 'placeholder' | 'value'> & {
    readonly dataset: 'groups' | 'graph.microsoft.com/users';
    readonly title: string;
  },
): ChoiceInput {
  const { dataset, title, value, ...rest } = field;
  return {
    type: 'Input.ChoiceSet',
    ...rest,
    style: 'filtered',
    choices: value === undefined ? [] : [{ title: saidPlain(title, 120), value }],
    'choices.data': { type: 'Data.Query', dataset },
    spacing: 'medium',
    ...(value === undefined ? {} : { value }),
  };
}

export function textInput(
  field: Omit<TextInput, 'type' | 'value'> & { readonly value: string | undefined },
): TextInput {
  const { value, ...rest } = field;
  return { type: 'Input.Text', ...rest, ...(value === undefined ? {} : { value }) };
}

/** A list of what a role allows, one line each. */
export function bullets({ catalogs }: Words, lines: readonly string[]): readonly Element[] {
  return lines.map((line) => text(catalogs.bullet(line), { spacing: 'none' }));
}
