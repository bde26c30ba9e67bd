import { botAvatar, personAvatar } from './avatars.ts';
import { element, nameElement } from './dom.ts';
import { icon } from './icons.ts';
import { languageSelector } from './language.ts';
import type { ChatKind, PageChat, PagePerson, Unread, World } from './protocol.ts';
import { addressOf, chatName, type View } from './view.ts';

type Go = (view: View) => void;

/** Everybody one can be, and the chats of the person one is; links, so that any can be opened in a tab of its own. */
export function drawRail(world: World, view: View, go: Go): HTMLElement {
  const rail = element('nav', {
    class: 'rail',
    attributes: { 'aria-label': 'People and their chats' },
  });
  rail.append(element('h2', { class: 'rail-title', text: 'Be somebody at Contoso' }));
  const list = element('ul', { class: 'people' });
  for (const person of world.people) {
    const isSelf = person.key === view.as;
    const item = element('li', {}, [personLink(world, person, { view, go })]);
    if (isSelf) {
      item.append(languageSelector(world, person), chatList(world, view, go));
    }
    list.append(item);
  }
  rail.append(list);
  return rail;
}

/** The narrow page's stand-in for the rail: selectors. */
export function drawPicker(world: World, view: View, go: Go): HTMLElement {
  const people = selector(
    'Who you are',
    view.as,
    world.people.map((person) => ({
      value: person.key,
      label: `${person.name}${person.badge === undefined ? '' : ` · ${person.badge}`}${dot(unreadOf(world.unread, person.key))}`,
    })),
  );
  people.addEventListener('change', () => go({ as: people.value, chat: 'personal' }));
  const chats = selector(
    'Your chat',
    view.chat,
    world.chats.map((chat) => ({
      value: chatName(chat.kind),
      label: `${chat.name}${dot(world.unread[view.as]?.[chat.conversationId] ?? 0)}`,
    })),
  );
  chats.addEventListener('change', () => go({ as: view.as, chat: chats.value }));
  const self = world.people.filter(({ key }) => key === view.as);
  const languages = self.map((person) => languageSelector(world, person));
  const attributes = { 'aria-label': 'People and their chats' };
  return element('nav', { class: 'picker', attributes }, [people, chats, ...languages]);
}

function personLink(
  world: World,
  person: PagePerson,
  nav: { readonly view: View; readonly go: Go },
): HTMLElement {
  const isSelf = person.key === nav.view.as;
  const title = element('span', { class: 'person-title' }, [person.title]);
  const name = element('span', { class: 'person-name' }, [nameElement(person.name)]);
  if (person.badge !== undefined) {
    name.append(
      element('span', { class: `badge ${person.badge.replace(' ', '-')}`, text: person.badge }),
    );
  }
  const text = element('span', { class: 'person-text' }, [name, title]);
  const parts = [personAvatar(person), text, unreadMark(unreadOf(world.unread, person.key))];
  return link({ as: person.key, chat: 'personal' }, parts, {
    className: `person${isSelf ? ' current' : ''}`,
    isCurrent: isSelf,
    go: nav.go,
  });
}

function chatList(world: World, view: View, go: Go): HTMLElement {
  const list = element('ul', { class: 'chats' });
  for (const chat of world.chats) {
    const isCurrent = chatName(chat.kind) === view.chat;
    const unread = world.unread[view.as]?.[chat.conversationId] ?? 0;
    const parts = [
      chatPicture(chat),
      element('span', { class: 'chat-name', text: chat.name }),
      unreadMark(unread),
    ];
    const className = `chat-link${isCurrent ? ' current' : ''}${unread > 0 ? ' unread' : ''}`;
    list.append(
      element('li', {}, [
        link({ as: view.as, chat: chatName(chat.kind) }, parts, { className, isCurrent, go }),
      ]),
    );
  }
  return list;
}

function link(
  view: View,
  parts: readonly Node[],
  options: { readonly className: string; readonly isCurrent: boolean; readonly go: Go },
): HTMLElement {
  const attributes = {
    href: addressOf(view),
    ...(options.isCurrent ? { 'aria-current': 'page' } : {}),
  };
  const anchor = element('a', { class: options.className, attributes }, parts);
  anchor.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      options.go(view);
    }
  });
  return anchor;
}

function chatPicture(chat: PageChat): HTMLElement {
  if (chat.kind === 'personal') {
    return botAvatar();
  }
  return element('span', { class: 'avatar place' }, [
    icon(chat.kind === 'channel' ? 'channel' : 'group'),
  ]);
}

export function kindWords(kind: ChatKind): string {
  switch (kind) {
    case 'personal':
      return 'Bot';
    case 'groupChat':
      return 'Group chat';
    case 'channel':
      return 'Channel of Contoso Finance';
  }
}

function unreadMark(count: number): HTMLElement {
  if (count === 0) {
    return element('span', { class: 'no-unread' });
  }
  return element('span', {
    class: 'unread-dot',
    text: String(count),
    attributes: { 'aria-label': `${count} unread` },
  });
}

function unreadOf(unread: Unread, personKey: string): number {
  return Object.values(unread[personKey] ?? {}).reduce((sum, count) => sum + count, 0);
}

function dot(count: number): string {
  return count === 0 ? '' : ` • ${count} new`;
}

function selector(
  label: string,
  value: string,
  options: readonly { readonly value: string; readonly label: string }[],
): HTMLSelectElement {
  const select = element('select', { attributes: { 'aria-label': label } });
  for (const option of options) {
    select.append(element('option', { text: option.label, attributes: { value: option.value } }));
  }
  select.value = value;
  return select;
}
