import type { Types } from './adaptive-cards.ts';
import { ask } from './api.ts';
import { botAvatar } from './avatars.ts';
import { CatchUp } from './catch-up.ts';
import { composeBox } from './compose.ts';
import { ConversationPane } from './conversation-pane.ts';
import { type DialogSetting, DialogView } from './dialog-view.ts';
import { element, nameElement } from './dom.ts';
import { icon } from './icons.ts';
import type { ActionCommand, Choice, LiveEvent, PageChat, PagePerson, World } from './protocol.ts';
import { kindWords } from './rail.ts';

interface ScreenOptions {
  readonly world: World;
  readonly person: PagePerson;
  readonly chat: PageChat;
  readonly hostConfig: Types.HostConfig;
}

/** One chat on the screen: its head, its messages and the box to write in. */
export class ChatScreen {
  readonly element: HTMLElement;
  readonly #options: ScreenOptions;
  readonly #pane: ConversationPane;
  readonly #catchUp = new CatchUp<LiveEvent>((event) => this.#show(event));
  readonly #composeArea = element('div', { class: 'compose-area' });
  readonly #notSent = element('div', { class: 'not-sent', attributes: { role: 'alert' } });

  constructor(options: ScreenOptions) {
    this.#options = options;
    const { world, person, chat, hostConfig } = options;
    const setting = {
      personKey: person.key,
      teamsId: person.teamsId,
      hostConfig,
      region: person,
      people: world.people,
      botName: world.botName,
      everybody: everybodyIn(world),
      say: (text: string) => void this.#say(text),
      commands: commandsIn(world, 'message'),
      choose: (command: ActionCommand, messageId: string) => this.#open(command, messageId),
    };
    this.#pane = new ConversationPane(chat, setting, (threadId) => this.#compose(threadId));
    this.element = element('main', { class: 'chat' }, [
      chatHead(options),
      this.#pane.element,
      this.#composeArea,
    ]);
    this.#compose();
  }

  get conversationId(): string {
    return this.#options.chat.conversationId;
  }

  /** Fetches the messages; called at the start and after each break of the line. */
  async load(): Promise<void> {
    const asked = ask('messages', {
      as: this.#options.person.key,
      conversationId: this.conversationId,
    });
    await this.#catchUp.read(asked, (messages) => this.#pane.showAll(messages));
    await this.markRead();
  }

  async markRead(): Promise<void> {
    if (document.visibilityState === 'visible') {
      await ask('read', { as: this.#options.person.key, conversationId: this.conversationId });
    }
  }

  onEvent(event: LiveEvent): void {
    this.#catchUp.hear(event);
  }

  #show(event: LiveEvent): void {
    if (event.kind === 'message' && event.message.conversationId === this.conversationId) {
      this.#pane.show(event.message);
      void this.markRead();
    } else if (event.kind === 'removed' && event.conversationId === this.conversationId) {
      this.#pane.remove(event.id);
    } else if (event.kind === 'typing' && event.conversationId === this.conversationId) {
      this.#pane.showTyping();
    }
  }

  /** Offers the app to a person who has not got it, else the box to write in, for a new post or into a thread. */
  #compose(threadId?: string): void {
    const { world, person, chat } = this.#options;
    if (chat.kind === 'personal' && !person.hasApp) {
      this.#composeArea.replaceChildren(installOffer(world.botName, person.key));
      return;
    }
    const isReply = threadId !== undefined;
    const box = composeBox({
      placeholder: placeholderFor(chat, isReply),
      botName: world.botName,
      needsMention: chat.kind !== 'personal',
      starters: person.starters,
      attach: chat.kind === 'personal' ? (file, text) => this.#attach(file, text) : undefined,
      commands: commandsIn(world, 'compose'),
      choose: (command) => this.#open(command),
      send: async (text) => {
        const isSent = await this.#say(text, threadId);
        if (isReply && isSent) {
          this.#compose();
        }
        return isSent;
      },
    });
    this.#composeArea.replaceChildren(this.#notSent, box);
    if (isReply) {
      box.prepend(replyNote(() => this.#compose()));
      box.querySelector('textarea')?.focus();
    }
  }

  #open(command: ActionCommand, messageId?: string): void {
    const { world, person, hostConfig } = this.#options;
    const setting: DialogSetting = {
      command,
      messageId,
      personKey: person.key,
      teamsId: person.teamsId,
      conversationId: this.conversationId,
      hostConfig,
      region: person,
      everybody: everybodyIn(world),
    };
    void new DialogView(setting).open();
  }

  async #attach(file: File, text: string): Promise<boolean> {
    const sent = { name: file.name, text: await file.text() };
    const { conversationId } = this;
    return this.#sent(
      ask('attach', { as: this.#options.person.key, conversationId, text, file: sent }),
    );
  }

  async #say(text: string, threadId?: string): Promise<boolean> {
    const conversationId =
      threadId === undefined ? this.conversationId : `${this.conversationId};messageid=${threadId}`;
    return this.#sent(ask('say', { as: this.#options.person.key, conversationId, text }));
  }

  /** Whether the sandbox has it; if not, the reader is told. */
  async #sent(asked: Promise<unknown>): Promise<boolean> {
    try {
      await asked;
      this.#notSent.textContent = '';
      return true;
    } catch {
      this.#notSent.textContent =
        'Not sent: the sandbox does not answer. Try again when it is back.';
      return false;
    }
  }
}

function commandsIn(
  { commands }: World,
  context: ActionCommand['contexts'][number],
): readonly ActionCommand[] {
  return commands.filter(({ contexts }) => contexts.includes(context));
}

/** As the people picker names them. */
function everybodyIn({ people }: World): readonly Choice[] {
  return people.map(({ name, userPrincipalName, objectId }) => ({
    title: `${name} (${userPrincipalName})`,
    value: objectId,
  }));
}

function chatHead({ world, chat }: ScreenOptions): HTMLElement {
  const detail = element('p', { class: 'person-title', text: kindWords(chat.kind) });
  const members = world.people.filter(({ key }) => chat.memberKeys.includes(key));
  for (const [index, { name }] of (chat.kind === 'personal' ? [] : members).entries()) {
    detail.append(index === 0 ? ' · ' : ', ', nameElement(name));
  }
  const picture =
    chat.kind === 'personal'
      ? botAvatar()
      : element('span', { class: 'avatar place' }, [
          icon(chat.kind === 'channel' ? 'channel' : 'group'),
        ]);
  const text = element('div', { class: 'chat-head-text' }, [
    element('h1', { text: chat.name }),
    detail,
  ]);
  return element('header', { class: 'chat-head' }, [picture, text]);
}

function placeholderFor(chat: PageChat, isReply: boolean): string {
  if (isReply) {
    return 'Reply; the bot hears what begins with @Writeback';
  }
  return chat.kind === 'personal' ? 'Type a message' : 'Type a message; @Writeback reaches the bot';
}

function replyNote(onCancel: () => void): HTMLElement {
  const cancel = element('button', {
    class: 'starter',
    text: 'New post instead',
    attributes: { type: 'button' },
    onClick: onCancel,
  });
  return element('div', { class: 'reply-note' }, ['Replying in the thread', cancel]);
}

function installOffer(botName: string, personKey: string): HTMLElement {
  const add = element('button', {
    class: 'add-app',
    text: `Add ${botName}`,
    attributes: { type: 'button' },
    onClick: () => void ask('install', { as: personKey }),
  });
  return element('div', { class: 'install' }, [
    `${botName} is not installed for this person yet.`,
    add,
  ]);
}
