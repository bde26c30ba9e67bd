import { element } from './dom.ts';
import { icon } from './icons.ts';
import type { ActionCommand } from './protocol.ts';

const gap = 4;
const margin = 8;

/**
 * The "…" of a message, and the menu behind it with what the app can do about the message. Goes by the keys of a menu:
 * Enter, Space or Down open it, Up and Down go on, Escape and Tab leave it; whoever leaves is back at the "…".
 */
export function messageMenu(
  commands: readonly ActionCommand[],
  choose: (command: ActionCommand) => void,
): HTMLElement {
  const menu = element('div', {
    class: 'menu',
    attributes: { role: 'menu', popover: 'auto', 'aria-label': 'More options' },
  });
  menu.append(
    ...commands.map((command) =>
      menuItem(command, () => {
        // First, so that the dialog gives the focus back to the "…" and not to what is hidden.
        menu.hidePopover();
        choose(command);
      }),
    ),
  );
  const button = moreButton(menu);
  // Cards that grow above it move what it belongs to, while the page is still being drawn as well.
  const follow = {
    handleEvent: () => (isInSight(button) ? place(menu, button) : menu.hidePopover()),
  };
  menu.addEventListener('toggle', (event) => {
    const isOpen = event.newState === 'open';
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) {
      place(menu, button);
      itemsOf(menu)[0]?.focus();
      window.addEventListener('scroll', follow, true);
    } else {
      window.removeEventListener('scroll', follow, true);
    }
  });
  menu.addEventListener('keydown', (event) => onKey(event, menu));
  return element('span', { class: 'message-menu' }, [button, menu]);
}

function moreButton(menu: HTMLElement): HTMLButtonElement {
  const attributes = {
    type: 'button',
    title: 'More options',
    'aria-label': 'More options',
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
  };
  const button = element('button', { class: 'more', attributes }, [icon('more')]);
  button.popoverTargetElement = menu;
  button.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' && !menu.matches(':popover-open')) {
      event.preventDefault();
      menu.showPopover();
    }
  });
  return button;
}

function menuItem({ title }: ActionCommand, onClick: () => void): HTMLElement {
  const attributes = { type: 'button', role: 'menuitem', tabindex: '-1' };
  return element('button', { class: 'menu-item', attributes, onClick }, [icon('writeback'), title]);
}

function itemsOf(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
}

/** Below the button, or above it where there is no room, from it towards the middle of the page. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = at.bottom + gap;
  const fits = below + height + margin <= window.innerHeight;
  const left = at.left > window.innerWidth / 2 ? at.right - width : at.left;
  menu.style.top = `${fits ? below : Math.max(margin, at.top - gap - height)}px`;
  menu.style.left = `${Math.max(margin, Math.min(left, window.innerWidth - width - margin))}px`;
}

/** Whether it stands within the part of the messages that is seen. */
function isInSight(button: HTMLElement): boolean {
  const { top, bottom } = button.getBoundingClientRect();
  const seen = button.closest('.scroller')?.getBoundingClientRect();
  return seen === undefined || (top >= seen.top && bottom <= seen.bottom);
}

function onKey(event: KeyboardEvent, menu: HTMLElement): void {
  const items = itemsOf(menu);
  const now = items.findIndex((item) => item === document.activeElement);
  const next = nextItem(event.key, now, items.length);
  if (next !== undefined) {
    event.preventDefault();
    items[next]?.focus();
  } else if (event.key === 'Tab') {
    menu.hidePopover();
  }
}

function nextItem(key: string, now: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (now + 1) % count;
    case 'ArrowUp':
      return (now - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
