import { botAvatar } from './avatars.ts';
import { element } from './dom.ts';
import { icon } from './icons.ts';
import type { ActionCommand, PromptStarter } from './protocol.ts';

interface ComposeOptions {
  readonly placeholder: string;
  readonly botName: string;
  /** In a group chat or channel the bot hears only what mentions it. */
  readonly needsMention: boolean;
  readonly starters: readonly PromptStarter[];
  /** Resolves to whether it was sent; what was not is written in the box again. */
  send(text: string): Promise<boolean>;
  /** Sends a file with what is typed; absent where a bot hears of no files. */
  attach?: ((file: File, text: string) => Promise<boolean>) | undefined;
  /** What the app can do here. */
  readonly commands: readonly ActionCommand[];
  choose(command: ActionCommand): void;
}

/** The box to write in, with the prompt starters above it and the offer to mention the bot after an @. */
export function composeBox(options: ComposeOptions): HTMLElement {
  const box = element('textarea', {
    class: 'compose-text',
    attributes: {
      rows: '1',
      placeholder: options.placeholder,
      'aria-label': options.placeholder,
      dir: 'auto',
    },
  });
  const form = element('form', { class: 'compose-box' });
  const offer = mentionOffer(options.botName, () => insertMention(box, options.botName));
  const send = element(
    'button',
    { class: 'send', attributes: { type: 'submit', 'aria-label': 'Send' } },
    [icon('send')],
  );
  form.append(...commandButtons(options), ...attachButton(box, options), box, send);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sendFrom(box, options);
  });
  box.addEventListener('input', () => {
    grow(box);
    offer.hidden = !asksForMention(box, options.botName);
  });
  box.addEventListener('keydown', (event) =>
    onKey(event, { box, form, offer, botName: options.botName }),
  );
  box.addEventListener('blur', () => window.setTimeout(() => (offer.hidden = true), 200));
  return element('div', { class: 'compose' }, [starterChips(options), offer, form]);
}

function commandButtons(options: ComposeOptions): readonly HTMLElement[] {
  return options.commands.map((command) => {
    const attributes = { type: 'button', title: command.title, 'aria-label': command.title };
    const parts = { class: 'send', attributes, onClick: () => options.choose(command) };
    return element('button', parts, [icon('plus')]);
  });
}

function attachButton(
  box: HTMLTextAreaElement,
  { attach }: ComposeOptions,
): readonly HTMLElement[] {
  if (attach === undefined) {
    return [];
  }
  const chooser = element('input', { attributes: { type: 'file', 'aria-label': 'File' } });
  chooser.hidden = true;
  chooser.addEventListener('change', () => {
    const file = chooser.files?.[0];
    if (file !== undefined) {
      void keepUnsent(box, (text) => attach(file, text));
      chooser.value = '';
    }
  });
  const attributes = { type: 'button', title: 'Attach a file', 'aria-label': 'Attach a file' };
  const button = element('button', { class: 'send', attributes, onClick: () => chooser.click() }, [
    icon('attach'),
  ]);
  return [button, chooser];
}

function sendFrom(box: HTMLTextAreaElement, options: ComposeOptions): void {
  if (box.value.trim() !== '') {
    void keepUnsent(box, (text) => options.send(text));
  }
  box.focus();
}

/** Empties the box at once, and writes the text back, before what was typed since, when it could not be sent. */
async function keepUnsent(
  box: HTMLTextAreaElement,
  send: (text: string) => Promise<boolean>,
): Promise<void> {
  const text = box.value.trim();
  box.value = '';
  grow(box);
  if (!(await send(text))) {
    box.value = [text, box.value].filter((part) => part !== '').join('\n');
    grow(box);
  }
}

function starterChips(options: ComposeOptions): HTMLElement {
  const row = element('div', {
    class: 'starters',
    attributes: { 'aria-label': 'Prompt starters', role: 'group' },
  });
  for (const { title, prompt } of options.starters) {
    const text = options.needsMention ? `@${options.botName} ${prompt}` : prompt;
    row.append(
      element('button', {
        class: 'starter',
        text: title,
        attributes: { type: 'button', dir: 'auto' },
        onClick: () => void options.send(text),
      }),
    );
  }
  return row;
}

function mentionOffer(botName: string, onChoose: () => void): HTMLElement {
  const attributes = { type: 'button', 'aria-label': `Mention ${botName}` };
  const choice = element('button', { class: 'mention-choice', attributes, onClick: onChoose }, [
    botAvatar(),
    element('span', { class: 'chat-name', text: botName }),
    element('span', { class: 'person-title', text: 'Bot' }),
  ]);
  choice.addEventListener('pointerdown', (event) => event.preventDefault());
  const offer = element('div', { class: 'mention-offer' }, [choice]);
  offer.hidden = true;
  return offer;
}

interface Keyed {
  readonly box: HTMLTextAreaElement;
  readonly form: HTMLFormElement;
  readonly offer: HTMLElement;
  readonly botName: string;
}

function onKey(event: KeyboardEvent, keyed: Keyed): void {
  const takesOffer = !keyed.offer.hidden && (event.key === 'Enter' || event.key === 'Tab');
  if (takesOffer) {
    event.preventDefault();
    insertMention(keyed.box, keyed.botName);
    keyed.offer.hidden = true;
  } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    keyed.form.requestSubmit();
  } else if (event.key === 'Escape') {
    keyed.offer.hidden = true;
  }
}

const openMention = /(?:^|\s)@(\p{L}*)$/u;

function asksForMention(box: HTMLTextAreaElement, botName: string): boolean {
  const typed = openMention.exec(box.value.slice(0, box.selectionStart))?.[1];
  return (
    typed !== undefined &&
    typed.length < botName.length &&
    botName.toLowerCase().startsWith(typed.toLowerCase())
  );
}

function insertMention(box: HTMLTextAreaElement, botName: string): void {
  const before = box.value.slice(0, box.selectionStart).replace(/@\p{L}*$/u, '');
  const after = box.value.slice(box.selectionStart);
  box.value = `${before}@${botName} ${after.trimStart()}`;
  const at = before.length + botName.length + 2;
  box.setSelectionRange(at, at);
  box.focus();
}

function grow(box: HTMLTextAreaElement): void {
  box.style.height = 'auto';
  box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
}
