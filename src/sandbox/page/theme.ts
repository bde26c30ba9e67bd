import { element } from './dom.ts';
import { icon } from './icons.ts';

/** `contrast` is the high contrast theme of Teams; only a system that asks for it gets it. */
type Theme = 'light' | 'dark' | 'contrast';

const memory = 'writeback-theme';
const darkness = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(prefers-contrast: more)');

/** A button that turns the page dark or light; it is as the visitor left it, else as their system prefers. */
export function themeToggle(): HTMLElement {
  const button = element('button', {
    class: 'icon-button',
    attributes: { type: 'button', id: 'theme' },
  });
  show(rememberedTheme() ?? preferredTheme(), button);
  for (const wish of [darkness, contrast]) {
    wish.addEventListener('change', () => show(rememberedTheme() ?? preferredTheme(), button));
  }
  button.addEventListener('click', () => {
    const next = document.documentElement.dataset['theme'] === 'light' ? 'dark' : 'light';
    localStorage.setItem(memory, next);
    show(next, button);
  });
  return button;
}

function show(theme: Theme, button: HTMLElement): void {
  document.documentElement.dataset['theme'] = theme;
  const label = theme === 'light' ? 'Switch to dark mode' : 'Switch to light mode';
  button.setAttribute('aria-label', label);
  button.title = label;
  button.replaceChildren(icon(theme === 'light' ? 'moon' : 'sun'));
}

function rememberedTheme(): Theme | undefined {
  const remembered = localStorage.getItem(memory);
  return remembered === 'dark' || remembered === 'light' ? remembered : undefined;
}

function preferredTheme(): Theme {
  if (contrast.matches) {
    return 'contrast';
  }
  return darkness.matches ? 'dark' : 'light';
}
