import { element } from './dom.ts';
import { icon } from './icons.ts';

type Theme = 'light' | 'dark';

const memory = 'writeback-theme';
const darkness = matchMedia('(prefers-color-scheme: dark)');

/** A button that turns the page dark or light; it is as the visitor left it, else as their system prefers. */
export function themeToggle(): HTMLElement {
  const button = element('button', {
    class: 'icon-button',
    attributes: { type: 'button', id: 'theme' },
  });
  show(rememberedTheme() ?? preferredTheme(), button);
  darkness.addEventListener('change', () => show(rememberedTheme() ?? preferredTheme(), button));
  button.addEventListener('click', () => {
    const next = document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark';
    localStorage.setItem(memory, next);
    show(next, button);
  });
  return button;
}

function show(theme: Theme, button: HTMLElement): void {
  document.documentElement.dataset['theme'] = theme;
  const label = theme === 'dark' ? 'Switch to light mode' : 'Switch to dark mode';
  button.setAttribute('aria-label', label);
  button.title = label;
  button.replaceChildren(icon(theme === 'dark' ? 'sun' : 'moon'));
}

function rememberedTheme(): Theme | undefined {
  const remembered = localStorage.getItem(memory);
  return remembered === 'dark' || remembered === 'light' ? remembered : undefined;
}

function preferredTheme(): Theme {
  return darkness.matches ? 'dark' : 'light';
}
