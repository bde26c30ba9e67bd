import { element } from './dom.ts';
import { icon } from './icons.ts';
import type { PagePerson } from './protocol.ts';

const colours = 8;

export function personAvatar(person: PagePerson): HTMLElement {
  return element('span', {
    class: `avatar colour-${colourOf(person.key)}`,
    text: initialsOf(person.name),
    attributes: { 'aria-hidden': 'true' },
  });
}

export function botAvatar(): HTMLElement {
  return element('span', { class: 'avatar bot', attributes: { 'aria-hidden': 'true' } }, [
    icon('writeback'),
  ]);
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('\u200C')
    .toUpperCase();
}

function colourOf(key: string): number {
  let sum = 0;
  for (const letter of key) {
    sum = sum * 7 + letter.charCodeAt(0);
  }
  return sum % colours;
}
