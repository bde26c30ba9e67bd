import type { AdaptiveCard, Column, Container, Element, TextBlock } from './elements.ts';
import { writtenCard } from './written-card.ts';

/** Teams refuses large messages; its strictest channels take 28 KB, summary and envelope included. */
const largestCard = 25 * 1024;
/** Lists of so few lines are never shortened: what an approver must have seen, such as the rows of the plan, is no longer. */
const shortestRows = 9;
/** The same for lists of nothing but texts, such as votes. */
const shortestTexts = 3;

/**
 * Shortens the largest lists of a card that would be too large to be sent, such as the votes of forty people; "…"
 * stands for the rest. Headings, inputs and buttons stay. Almost every card is returned as it is.
 */
export function fit(card: AdaptiveCard): AdaptiveCard {
  let fitting = card;
  while (isTooLarge(fitting)) {
    const largest = findLargestList(fitting.body);
    if (largest === undefined) {
      break;
    }
    fitting = { ...fitting, body: replaceList(fitting.body, largest, shorten(largest)) };
  }
  return fitting;
}

type List = readonly Element[];

/** A text of which each character took its most, three bytes, need not be counted. */
function isTooLarge(card: AdaptiveCard): boolean {
  const text = writtenCard(card);
  return text.length * 3 > largestCard && Buffer.byteLength(text) > largestCard;
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function shorten(list: List): List {
  const whole = list.at(-1) === rest ? list.slice(0, -1) : list;
  return [...whole.slice(0, Math.floor(whole.length / 2)), rest];
}

const rest: TextBlock = {
  type: 'TextBlock',
  text: '…',
  wrap: true,
  isSubtle: true,
  spacing: 'none',
};

/** The list that takes up most, of those that can be shortened; the body itself is none. */
function findLargestList(body: List): List | undefined {
  const lists = body.flatMap(listsIn).filter(canShorten);
  return lists.toSorted((one, other) => sizeOf(other) - sizeOf(one))[0];
}

function canShorten(list: List): boolean {
  const lines = list.filter((line) => line !== rest);
  const shortest = lines.every(({ type }) => type === 'TextBlock') ? shortestTexts : shortestRows;
  return lines.length > shortest && !lines.some(hasInput);
}

function hasInput(element: Element): boolean {
  return JSON.stringify(element).includes('"Input.');
}

/** The lists below an element; of two inside each other only the inner one, which is the longer one in lines. */
function listsIn(element: Element): readonly List[] {
  return partsOf(element).flatMap(({ items }) => {
    const inner = items.flatMap(listsIn).filter(canShorten);
    return inner.length > 0 ? inner : [items];
  });
}

function partsOf(element: Element): readonly (Container | Column)[] {
  if (element.type === 'ColumnSet') {
    return element.columns;
  }
  return element.type === 'Container' ? [element] : [];
}

function replaceList(list: List, old: List, next: List): List {
  return list === old ? next : list.map((element) => replaceIn(element, old, next));
}

function replaceIn(element: Element, old: List, next: List): Element {
  if (element.type === 'Container') {
    return { ...element, items: replaceList(element.items, old, next) };
  }
  if (element.type === 'ColumnSet') {
    const columns = element.columns.map((column) => ({
      ...column,
      items: replaceList(column.items, old, next),
    }));
    return { ...element, columns };
  }
  return element;
}
