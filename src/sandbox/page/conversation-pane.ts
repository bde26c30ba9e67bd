import { dayText } from './dates.ts';
import { element } from './dom.ts';
import { icon } from './icons.ts';
import { type MessageSetting, MessageView } from './message-view.ts';
import type { PageChat, StoredMessage } from './protocol.ts';

const typingTime = 4000;
const nearMiss = 60;
const roomAbove = 12;

/** The messages of one chat; keeps each view standing through updates, and the newest in sight when it was. */
export class ConversationPane {
  readonly element: HTMLElement;
  readonly #list = element('div', {
    class: 'messages',
    attributes: { role: 'log', 'aria-label': 'Messages' },
  });
  readonly #typing = element('div', { class: 'typing', attributes: { role: 'status' } });
  readonly #scroller: HTMLElement;
  readonly #views = new Map<string, MessageView>();
  readonly #setting: MessageSetting;
  readonly #chat: PageChat;
  readonly #onReply: (threadId: string) => void;
  #newest: HTMLElement | undefined;
  /** The reader has the newest message in sight and goes on to the next one. */
  #follows = true;
  #height = 0;
  #typingTimer = 0;

  constructor(chat: PageChat, setting: MessageSetting, onReply: (threadId: string) => void) {
    this.#chat = chat;
    this.#setting = setting;
    this.#onReply = onReply;
    this.#typing.hidden = true;
    const content = element('div', { class: 'scroll-content' }, [this.#list, this.#typing]);
    this.#scroller = element(
      'div',
      {
        class: `scroller ${chat.kind}`,
        attributes: { tabindex: '0', role: 'region', 'aria-label': 'Conversation' },
      },
      [content],
    );
    this.element = this.#scroller;
    this.#scroller.addEventListener('scroll', () => {
      // A card that is drawn anew moves the list by itself; only the reader changes what they follow.
      if (this.#scroller.scrollHeight === this.#height) {
        this.#follows = this.#scroller.scrollTop >= this.#newestTop() - nearMiss;
      }
    });
    const observer = new ResizeObserver(() => this.#keepNewest());
    observer.observe(content);
    observer.observe(this.#scroller);
  }

  get isEmpty(): boolean {
    return this.#views.size === 0;
  }

  /** Brings the pane to what the server has, touching only what differs. */
  showAll(messages: readonly StoredMessage[]): void {
    const known = new Set(messages.map(({ id }) => id));
    for (const id of this.#views.keys()) {
      if (!known.has(id)) {
        this.remove(id);
      }
    }
    for (const message of messages) {
      this.show(message);
    }
    this.#drawEmpty();
  }

  show(message: StoredMessage): void {
    const known = this.#views.get(message.id);
    if (known !== undefined) {
      known.update(message);
      return;
    }
    const view = new MessageView(this.#setting, message);
    this.#views.set(message.id, view);
    this.#place(view);
    this.#drawEmpty();
    if (message.from.kind === 'bot') {
      this.#typing.hidden = true;
    } else if (message.from.key === this.#setting.personKey) {
      this.#follows = true;
    }
    this.#newest = view.element;
    this.#keepNewest();
  }

  remove(id: string): void {
    const removed = this.#views.get(id)?.element;
    removed?.remove();
    if (removed === this.#newest) {
      this.#newest = undefined;
    }
    this.#views.delete(id);
    this.#drawEmpty();
  }

  showTyping(): void {
    const dots = element('span', { class: 'dots' }, [element('i'), element('i'), element('i')]);
    this.#typing.replaceChildren(dots, `${this.#setting.botName} is typing`);
    this.#typing.hidden = false;
    window.clearTimeout(this.#typingTimer);
    this.#typingTimer = window.setTimeout(() => {
      this.#typing.hidden = true;
    }, typingTime);
  }

  #place(view: MessageView): void {
    const { message } = view;
    if (this.#chat.kind !== 'channel') {
      this.#placeDay(message);
      this.#list.append(view.element);
      return;
    }
    const threadId = message.threadId ?? message.id;
    const thread = this.#list.querySelector(`[data-thread="${CSS.escape(threadId)}"]`);
    if (thread === null) {
      this.#list.append(this.#newThread(threadId, view.element));
    } else {
      thread.querySelector('.reply')?.before(view.element);
    }
  }

  #newThread(threadId: string, first: HTMLElement): HTMLElement {
    const reply = element(
      'button',
      { class: 'reply', attributes: { type: 'button' }, onClick: () => this.#onReply(threadId) },
      [icon('reply'), 'Reply'],
    );
    const thread = element('section', { class: 'thread' }, [first, reply]);
    thread.dataset['thread'] = threadId;
    return thread;
  }

  #placeDay(message: StoredMessage): void {
    const day = dayText(this.#setting.region, new Date(message.sentAt));
    if (this.#list.dataset['day'] !== day) {
      this.#list.dataset['day'] = day;
      this.#list.append(element('div', { class: 'day', text: day }));
    }
  }

  #drawEmpty(): void {
    this.#scroller.classList.toggle('empty', this.isEmpty);
  }

  #keepNewest(): void {
    const { scrollTop, scrollHeight } = this.#scroller;
    this.#height = scrollHeight;
    if (this.#follows) {
      this.#scroller.scrollTop = Math.max(scrollTop, this.#newestTop());
    }
  }

  /** How far to scroll for the newest message: to the end, or to the top of one that is taller than the screen. */
  #newestTop(): number {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    const end = scrollHeight - clientHeight;
    if (this.#newest === undefined) {
      return end;
    }
    const distance =
      this.#newest.getBoundingClientRect().top - this.#scroller.getBoundingClientRect().top;
    return Math.min(end, scrollTop + distance - roomAbove);
  }
}
