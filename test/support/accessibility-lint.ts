import type { AdaptiveCard } from '../../src/teams/cards/elements.ts';

type Node = Readonly<Record<string, unknown>>;

/** Everything that keeps somebody from using a card by ear or without colours, as sentences; empty for a good one. */
export function lintAccessibility(card: AdaptiveCard | Node): readonly string[] {
  const nodes = [...typedNodes(card)];
  return [
    ...lintHeading(nodes),
    ...lintFallback(String(card.fallbackText)),
    ...nodes.flatMap(lintNode),
    ...lintTitles(nodes),
  ];
}

/** What a card says, in reading order, without anything that is only seen. */
export function spokenText(card: unknown): string {
  return [...typedNodes(card)]
    .flatMap(({ type, text, title, label, value }) =>
      type === 'TextBlock' ? [text] : [title, label, value],
    )
    .filter((each) => typeof each === 'string')
    .join('\n');
}

/** The symbols of a card, each with the colour it is drawn in. */
export function symbolsOf(card: unknown): readonly (readonly [symbol: string, color: string])[] {
  return [...typedNodes(card)]
    .filter(({ type, text }) => type === 'TextBlock' && isSymbol(String(text)))
    .map(
      ({ text, color }) => [String(text), typeof color === 'string' ? color : 'default'] as const,
    );
}

/** A single passage, such as an answer to a word, needs no heading; everything longer begins with its only one. */
function lintHeading(nodes: readonly Node[]): readonly string[] {
  const texts = nodes.filter(({ type }) => type === 'TextBlock');
  const headings = texts.filter(({ style }) => style === 'heading');
  if (texts.length === 1 && nodes.length <= 4) {
    return [];
  }
  return complaints([
    [headings.length !== 1, `it has ${headings.length} headings`],
    [headings.length > 0 && headings[0] !== texts[0], 'its heading is not what it begins with'],
  ]);
}

function lintFallback(text: string): readonly string[] {
  return complaints([
    [text.trim() === '' || text === 'undefined', 'it has no fallbackText'],
    [text.includes('{{'), `fallbackText is read with a template: ${text}`],
    [/\\[*_[\]()]/.test(text), `fallbackText is read with escapes: ${text}`],
  ]);
}

function lintNode(node: Node): readonly string[] {
  switch (node['type']) {
    case 'Image':
      return complaints([[isEmpty(node['altText']), 'an image has no altText']]);
    case 'TextBlock':
      return lintText(node);
    case 'Container':
      return lintContainer(node);
    case 'ColumnSet':
      return lintColumns(node);
    case 'AdaptiveCard':
    case 'Column':
    case 'ActionSet':
    case 'Data.Query':
      return [];
    default:
      return lintControl(node);
  }
}

/** Colour and size only underline what the words or a symbol say. */
function lintText({ text, color }: Node): readonly string[] {
  const words = String(text);
  const isColoured = color !== undefined && color !== 'default';
  return complaints([
    [
      isColoured && !isSymbol(words) && !/\p{L}{2}/u.test(words),
      `a colour stands beside no word: ${words}`,
    ],
  ]);
}

function lintContainer({ style, items, selectAction }: Node): readonly string[] {
  const said = spokenText(items);
  const title = isNode(selectAction) ? selectAction['title'] : undefined;
  return complaints([
    [style !== undefined && !/\p{L}{2}/u.test(said), `a panel in ${String(style)} says nothing`],
    [selectAction !== undefined && isEmpty(title), 'a passage to choose has no name'],
  ]);
}

/** Read column by column: a column without words or a value before its label would be heard out of place. */
function lintColumns({ columns }: Node): readonly string[] {
  const all = Array.isArray(columns) ? columns : [];
  const said = all.map((column) => spokenText(column));
  return complaints([
    [said.some((words) => words.trim() === ''), 'a column says nothing'],
    [
      isSymbol(said[0] ?? '') && !/\p{L}{2}/u.test(said[1] ?? ''),
      `a symbol stands alone: ${said[0]}`,
    ],
    [said.length > 1 && isSymbol(said.at(-1) ?? ''), 'a symbol comes after what it means'],
  ]);
}

function lintControl(node: Node): readonly string[] {
  const type = String(node['type']);
  if (!type.startsWith('Input.')) {
    return complaints([[isEmpty(node['title']), `${type} has no title`]]);
  }
  const { id, label, placeholder, isRequired, errorMessage } = node;
  return complaints([
    [isEmpty(label), `${String(id)} has no label`],
    [!isEmpty(label) && label === placeholder, `${String(id)} says its label twice`],
    [isRequired === true && isEmpty(errorMessage), `${String(id)} has no errorMessage`],
    [isRequired !== true && errorMessage !== undefined, `${String(id)} is not required`],
  ]);
}

/** Buttons of the same name would do the same; somebody who hears them cannot see which is which. */
function lintTitles(nodes: readonly Node[]): readonly string[] {
  const buttons = nodes.filter(({ type, fallback }) => type === 'Action.OpenUrl' || fallback);
  const byTitle = Map.groupBy(buttons, ({ title }) => String(title));
  return [...byTitle]
    .filter(([, same]) => new Set(same.map(aim)).size > 1)
    .map(([title]) => `two buttons are called ${title}`);
}

function aim({ verb, data, url }: Node): string {
  return JSON.stringify([verb, data, url]);
}

/**
 * A mark such as ✓, also in the brackets of the pseudo language. The sign at the end of a line that opens is none: it
 * means what the name of the line says.
 */
function isSymbol(text: string): boolean {
  return text !== '›' && /^⟦?[^\p{L}\p{N}\s]⟧?$/u.test(text.trim());
}

function* typedNodes(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) {
      yield* typedNodes(item);
    }
  } else if (isNode(value)) {
    if ('type' in value) {
      yield value;
    }
    for (const [key, child] of Object.entries(value)) {
      // What stands in for a button on old clients is the same button.
      yield* key === 'fallback' || key === 'refresh' ? [] : typedNodes(child);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function complaints(rules: readonly (readonly [boolean, string])[]): readonly string[] {
  return rules.filter(([isBroken]) => isBroken).map(([, words]) => words);
}

function isEmpty(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === '';
}
