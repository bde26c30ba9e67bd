import { element } from './dom.ts';
import { icon } from './icons.ts';
import { type MessageSetting, MessageView } from './message-view.ts';
import type { PageChat, StoredMessage } from './protocol.ts';

const typingTime = 4000;
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

/** The messages of one chat; keeps each view standing through updates, and the end in sight when it was. */
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
  #isAtEnd = true;
  #typingTimer = 0;

  constructor(chat: PageChat, setting: MessageSetting, onReply: (threadId: string) => void) {
    this.#chat = chat;
    this.#setting = setting;
    this.#onReply = onReply;
    this.#typing.hidden = true;
    const content = element('div', { class: 'scroll-content' }, [this.#list, this.#typing]);
    this.#scroller = element(
      'div',
      { class: `scroller ${chat.kind}`, attributes: { tabindex: '0' } },
      [content],
    );
    this.element = this.#scroller;
    this.#scroller.addEventListener('scroll', () => {
      const rest =
        this.#scroller.scrollHeight - this.#scroller.scrollTop - this.#scroller.clientHeight;
      this.#isAtEnd = rest < 60;
    });
    const observer = new ResizeObserver(() => this.#keepEnd());
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
      this.#isAtEnd = true;
    }
    this.#keepEnd();
  }

  remove(id: string): void {
    this.#views.get(id)?.element.remove();
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
    const day = dayFormat.format(new Date(message.sentAt));
    if (this.#list.dataset['day'] !== day) {
      this.#list.dataset['day'] = day;
      this.#list.append(element('div', { class: 'day', text: day }));
    }
  }

  #drawEmpty(): void {
    this.#scroller.classList.toggle('empty', this.isEmpty);
  }

  #keepEnd(): void {
    if (this.#isAtEnd) {
      this.#scroller.scrollTop = this.#scroller.scrollHeight;
    }
  }
}
