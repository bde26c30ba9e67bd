import { botAvatar, personAvatar } from './avatars.ts';
import { isCard } from './card-payload.ts';
import { type CardSetting, CardView } from './card-view.ts';
import { timeText } from './dates.ts';
import { element, nameElement } from './dom.ts';
import { icon } from './icons.ts';
import { renderMarkdown } from './markdown.ts';
import { messageMenu } from './message-menu.ts';
import type { ActionCommand, PagePerson, StoredAttachment, StoredMessage } from './protocol.ts';

export interface MessageSetting extends Omit<CardSetting, 'messageId'> {
  readonly people: readonly PagePerson[];
  readonly botName: string;
  /** What can be chosen on a message. */
  readonly commands: readonly ActionCommand[];
  choose(command: ActionCommand, messageId: string): void;
}

/** One message on the page; an edit changes it where it stands. */
export class MessageView {
  readonly element: HTMLElement;
  readonly #setting: MessageSetting;
  readonly #time = element('time', { class: 'message-time' });
  readonly #body = element('div', { class: 'message-body' });
  #cards: readonly CardView[] = [];
  #message: StoredMessage;

  constructor(setting: MessageSetting, message: StoredMessage) {
    this.#setting = setting;
    this.#message = message;
    const { avatar, name } = authorOf(setting, message);
    const { commands } = setting;
    const menu = messageMenu(commands, (command) => setting.choose(command, message.id));
    const more = commands.length === 0 ? [] : [menu];
    const head = element('div', { class: 'message-head' }, [name, this.#time, ...more]);
    const column = element('div', { class: 'message-column' }, [head, this.#body]);
    const own = message.from.kind === 'person' && message.from.key === setting.personKey;
    this.element = element('article', { class: `message${own ? ' own' : ''}` }, [avatar, column]);
    this.element.dataset['messageId'] = message.id;
    this.#drawBody();
    this.#drawTime();
  }

  get message(): StoredMessage {
    return this.#message;
  }

  update(message: StoredMessage): void {
    if (message.version === this.#message.version) {
      return;
    }
    const before = this.#message;
    this.#message = message;
    this.#drawTime();
    if (!this.#updateCards(before, message)) {
      this.#drawBody();
    }
  }

  /** A change of the same cards keeps them standing; says whether that was all. */
  #updateCards(before: StoredMessage, message: StoredMessage): boolean {
    const payloads = cardsOf(message);
    const samePlace = payloads.length === this.#cards.length && payloads.length > 0;
    if (!samePlace || before.text !== message.text) {
      return false;
    }
    const old = cardsOf(before);
    for (const [index, payload] of payloads.entries()) {
      if (JSON.stringify(payload) !== JSON.stringify(old[index])) {
        this.#cards[index]?.update(payload);
      }
    }
    return true;
  }

  #drawBody(): void {
    const { text } = this.#message;
    const setting = { ...this.#setting, messageId: this.#message.id };
    this.#cards = cardsOf(this.#message).map((payload) => new CardView(setting, payload));
    const parts: HTMLElement[] = this.#cards.map((card) => card.element);
    if (text !== undefined && text !== '') {
      parts.unshift(bubble(this.#message, text));
    }
    parts.push(
      ...this.#message.attachments
        .filter((attachment) => !isCard(attachment.content))
        .map(attachmentBubble),
    );
    this.#body.replaceChildren(...parts, ...this.#notices());
    this.element.classList.toggle('with-card', this.#cards.length > 0);
    this.element.setAttribute('aria-label', this.#message.summary ?? labelOf(this.#message));
  }

  #notices(): readonly HTMLElement[] {
    if (this.#message.undelivered === true) {
      const words = `${this.#setting.botName} could not be reached. Try again in a moment.`;
      return [element('div', { class: 'undelivered', text: words, attributes: { role: 'alert' } })];
    }
    const suggested = this.#message.suggestedActions ?? [];
    if (suggested.length > 0) {
      return [suggestions(suggested, (words) => this.#setting.say(words))];
    }
    const refreshable = this.#cards.filter((card) => card.canRefresh);
    return refreshable.map((card) => {
      const attributes = { type: 'button', title: 'Refresh card', 'aria-label': 'Refresh card' };
      return element(
        'button',
        { class: 'refresh-card', attributes, onClick: () => void card.refresh() },
        [icon('refresh')],
      );
    });
  }

  #drawTime(): void {
    const edited = this.#message.editedAt === undefined ? '' : ' · Edited';
    this.#time.textContent = `${timeText(this.#setting.region, new Date(this.#message.sentAt))}${edited}`;
    this.#time.dateTime = this.#message.sentAt;
  }
}

function labelOf({ text = '', attachments }: StoredMessage): string {
  return text === '' ? (attachments[0]?.name ?? 'Card') : text;
}

function authorOf(
  setting: MessageSetting,
  message: StoredMessage,
): { readonly avatar: HTMLElement; readonly name: HTMLElement } {
  const { from } = message;
  const person =
    from.kind === 'person' ? setting.people.find(({ key }) => key === from.key) : undefined;
  if (person !== undefined) {
    return { avatar: personAvatar(person), name: nameElement(person.name, 'message-author') };
  }
  const name = element('span', { class: 'message-author', text: setting.botName });
  name.append(element('span', { class: 'badge bot-badge', text: 'Bot' }));
  return { avatar: botAvatar(), name };
}

function bubble(message: StoredMessage, text: string): HTMLElement {
  const built = element('div', { class: 'bubble', attributes: { dir: 'auto' } });
  // What people type is plain text but for mentions; what the bot writes is Markdown.
  built.innerHTML = message.from.kind === 'bot' ? renderMarkdown(text) : renderPlain(text);
  return built;
}

function renderPlain(text: string): string {
  return text
    .split(/(?=<at>)|(?<=<\/at>)/u)
    .map((part) =>
      renderMarkdown(part.startsWith('<at>') ? part : escapeMarkdown(part)).replace(
        /^<p>|<\/p>$/gu,
        '',
      ),
    )
    .join(' ');
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-.!~<>|]/gu, String.raw`\$&`);
}

/** Suggested actions go away with the next message; page.css hides those of older ones. */
function suggestions(words: readonly string[], say: (words: string) => void): HTMLElement {
  const buttons = words.map((word) =>
    element('button', {
      class: 'starter',
      text: word,
      attributes: { type: 'button' },
      onClick: () => say(word),
    }),
  );
  return element('div', { class: 'starters suggested' }, buttons);
}

const fileType = 'application/vnd.microsoft.teams.file.download.info';

function attachmentBubble(attachment: StoredAttachment): HTMLElement {
  if (attachment.contentType === fileType) {
    const name = nameElement(attachment.name ?? '');
    return element('div', { class: 'bubble file' }, [icon('attach'), name]);
  }
  const words = `${attachment.name ?? 'An attachment'} (${attachment.contentType}) is not shown by the sandbox.`;
  return element('div', { class: 'bubble', text: words });
}

function cardsOf(message: StoredMessage): readonly Readonly<Record<string, unknown>>[] {
  return message.attachments.map(({ content }) => content).filter(isCard);
}
