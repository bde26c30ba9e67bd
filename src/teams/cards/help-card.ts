import type { Words } from '../words/words.ts';
import {
  type Action,
  type AdaptiveCard,
  card,
  type Element,
  execute,
  heading,
  text,
} from './elements.ts';
import { said } from './escape.ts';

export interface HelpView {
  readonly words: Words;
  /** In a group chat or channel there is no button: the form belongs into the private chat. */
  readonly isPersonal: boolean;
  readonly isAdministrator: boolean;
  /** Something was typed that is no command. */
  readonly wasNotUnderstood: boolean;
  /** The command that is nearly what was typed, with what followed it; not escaped. */
  readonly meant?: string | undefined;
}

/** Drawn once for each language and kind of reader, unless a slip is put right: many ask for it. */
export function helpCard(view: HelpView): AdaptiveCard {
  const { words, isPersonal, isAdministrator, wasNotUnderstood, meant } = view;
  if (meant !== undefined) {
    return draw(view);
  }
  const key = [isPersonal, isAdministrator, wasNotUnderstood].join();
  const drawnFor = drawn.get(words) ?? new Map<string, AdaptiveCard>();
  const known = drawnFor.get(key) ?? draw(view);
  drawn.set(words, drawnFor.set(key, known));
  return known;
}

const drawn = new WeakMap<Words, Map<string, AdaptiveCard>>();

function draw(view: HelpView): AdaptiveCard {
  const { words, isPersonal, isAdministrator, wasNotUnderstood, meant } = view;
  const { help } = words;
  const commands = isAdministrator ? [...help.commands, ...help.forAdministrators] : help.commands;
  return card(words, {
    fallbackText: help.summary,
    body: [
      heading(help.title),
      ...(meant === undefined
        ? []
        : [text(help.didYouMean(said(meant)), { weight: 'bolder', spacing: 'small' })]),
      ...(wasNotUnderstood ? [text(help.notUnderstood)] : []),
      ...commands.map(([command, meaning]) => commandLine(command, meaning)),
      ...(isPersonal ? [] : [text(help.mention, { isSubtle: true, spacing: 'medium' })]),
    ],
    actions: isPersonal ? [newRequest(words)] : [],
  });
}

/** Said once, when the app comes into somebody's chat. */
export function welcomeCard(words: Words): AdaptiveCard {
  const { welcome, help } = words;
  return card(words, {
    fallbackText: welcome.summary,
    body: [
      heading(welcome.title),
      text(welcome.body),
      ...help.commands.slice(0, 3).map(([command, meaning]) => commandLine(command, meaning)),
    ],
    actions: [newRequest(words)],
  });
}

/** One passage and nothing else, where a whole card is needed. `passage` is escaped, `plain` is not shown as a card. */
export function messageCard(words: Words, passage: string, plain: string): AdaptiveCard {
  return card(words, { fallbackText: plain, body: [text(passage)] });
}

function commandLine(command: string, meaning: string): Element {
  return {
    type: 'Container',
    spacing: 'small',
    items: [
      text(command, { weight: 'bolder' }),
      text(meaning, { isSubtle: true, spacing: 'none' }),
    ],
  };
}

function newRequest(words: Words): Action {
  return execute(words.buttons.newRequest, 'new-request');
}
