import type { Words } from '../words/words.ts';
import { fit } from './fit.ts';

/** Adaptive Cards 1.5 as far as this product uses them. https://adaptivecards.io/explorer/ */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly lang: string;
  /** Right to left; absent for left to right. */
  readonly rtl?: true;
  /** What a client says that cannot draw the card; also the summary of the message. */
  readonly fallbackText: string;
  readonly refresh?: Refresh | undefined;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[] | undefined;
}

interface Refresh {
  readonly action: Omit<Execute, 'fallback' | 'style'>;
  /** Teams ids (`29:…`), at most 60. */
  readonly userIds: readonly string[];
}

export type Element = TextBlock | Container | ColumnSet | Input | ActionSet;
export type Color = 'default' | 'accent' | 'good' | 'warning' | 'attention';
export type Spacing = 'none' | 'small' | 'default' | 'medium' | 'large';

export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading' | undefined;
  readonly size?: 'small' | 'medium' | 'large' | undefined;
  readonly weight?: 'bolder' | undefined;
  readonly color?: Color | undefined;
  readonly isSubtle?: boolean | undefined;
  readonly spacing?: Spacing | undefined;
  readonly horizontalAlignment?: 'right' | undefined;
  readonly fontType?: 'monospace' | undefined;
}

export interface Container {
  readonly type: 'Container';
  readonly items: readonly Element[];
  readonly id?: string | undefined;
  readonly style?: 'emphasis' | Color | undefined;
  readonly spacing?: Spacing | undefined;
  readonly separator?: boolean | undefined;
  readonly isVisible?: boolean | undefined;
  readonly selectAction?: Execute | undefined;
}

export interface ColumnSet {
  readonly type: 'ColumnSet';
  readonly columns: readonly Column[];
  readonly spacing?: Spacing | undefined;
}

export interface Column {
  readonly type: 'Column';
  readonly width: 'auto' | 'stretch' | `${number}px`;
  readonly items: readonly Element[];
}

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly Action[];
  readonly spacing?: Spacing | undefined;
}

export type Input = TextInput | ChoiceInput | DateInput;

interface InputBase {
  readonly id: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly errorMessage?: string | undefined;
  readonly spacing?: Spacing | undefined;
}

export interface TextInput extends InputBase {
  readonly type: 'Input.Text';
  readonly isMultiline?: boolean | undefined;
  readonly maxLength: number;
}

/** Its value is a day such as `2026-11-25`. */
export interface DateInput extends InputBase {
  readonly type: 'Input.Date';
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

export interface ChoiceInput extends InputBase {
  readonly type: 'Input.ChoiceSet';
  readonly style: 'compact' | 'filtered';
  readonly choices: readonly Choice[];
  /** Values come and go separated by commas. */
  readonly isMultiSelect?: boolean | undefined;
  /** A typeahead that the bot or the client answers. */
  readonly 'choices.data'?: { readonly type: 'Data.Query'; readonly dataset: string } | undefined;
}

export type Action = Execute | Toggle | OpenUrl;

export interface Execute {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly style?: 'positive' | 'destructive' | undefined;
  readonly tooltip?: string | undefined;
  readonly associatedInputs?: 'none' | undefined;
  /** For clients without Action.Execute; it arrives as a message with this value. */
  readonly fallback: {
    readonly type: 'Action.Submit';
    readonly title: string;
    readonly data: Readonly<Record<string, string | number>>;
  };
}

/** Opens a page beside Teams. */
export interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

interface Toggle {
  readonly type: 'Action.ToggleVisibility';
  readonly title: string;
  readonly targetElements: readonly string[];
}

/** A whole card, shortened where it would be too large to be sent. */
export function card(
  { language, isRightToLeft }: Pick<Words, 'language' | 'isRightToLeft'>,
  parts: {
    readonly fallbackText: string;
    readonly body: readonly Element[];
    readonly actions?: readonly Action[];
    readonly refresh?: Refresh | undefined;
  },
): AdaptiveCard {
  const { fallbackText, body, actions = [], ...rest } = parts;
  return fit({
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    ...(isRightToLeft ? { rtl: true } : {}),
    fallbackText,
    ...(rest.refresh === undefined ? {} : rest),
    body,
    ...(actions.length === 0 ? {} : { actions }),
  });
}

type TextStyle = Omit<TextBlock, 'type' | 'text' | 'wrap'>;

export function text(words: string, style: TextStyle = {}): TextBlock {
  return { type: 'TextBlock', text: words, wrap: true, ...style };
}

export function heading(words: string): TextBlock {
  return text(words, { style: 'heading', size: 'large', weight: 'bolder' });
}

export function section(title: string, items: readonly Element[]): Container {
  const head = text(title, { weight: 'bolder' });
  return { type: 'Container', separator: true, spacing: 'medium', items: [head, ...items] };
}

/** A framed passage: the state of a request, a refusal, a notice. */
export function panel(style: 'emphasis' | Color, items: readonly Element[]): Container {
  return { type: 'Container', style, spacing: 'medium', items };
}

/** A label and what it says, side by side; survives 360 px because only the value stretches. */
export function row(label: string, value: string, spacing: Spacing = 'small'): ColumnSet {
  return {
    type: 'ColumnSet',
    spacing,
    columns: [
      {
        type: 'Column',
        width: '92px',
        items: [{ type: 'TextBlock', text: label, wrap: true, isSubtle: true }],
      },
      {
        type: 'Column',
        width: 'stretch',
        items: [{ type: 'TextBlock', text: value, wrap: true }],
      },
    ],
  };
}

/** A passage that opens by a button. */
export function folded(id: string, title: string, items: readonly Element[]): readonly Element[] {
  const toggle: Toggle = { type: 'Action.ToggleVisibility', title, targetElements: [id] };
  return [
    { type: 'ActionSet', spacing: 'medium', actions: [toggle] },
    { type: 'Container', id, isVisible: false, spacing: 'small', items },
  ];
}

export function execute(
  title: string,
  verb: string,
  extra: Partial<Pick<Execute, 'data' | 'style' | 'associatedInputs' | 'tooltip'>> = {},
): Execute {
  const { data = {}, ...rest } = extra;
  const fallback = { type: 'Action.Submit', title, data: { verb, ...data } } as const;
  return { type: 'Action.Execute', title, verb, data, ...rest, fallback };
}

export function openUrl(title: string, url: string): OpenUrl {
  return { type: 'Action.OpenUrl', title, url };
}

/** Asks each of these people for their own view of the card as soon as they see it. */
export function refresh(
  action: Pick<Execute, 'title' | 'verb' | 'data'>,
  userIds: readonly string[],
): Refresh {
  return { action: { type: 'Action.Execute', ...action }, userIds };
}
