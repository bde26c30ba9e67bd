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

export interface HelpView {
  readonly words: Words;
  /** In a group chat or channel there is no button: the form belongs into the private chat. */
  readonly isPersonal: boolean;
  readonly isAdministrator: boolean;
  /** Something was typed that is no command. */
  readonly wasNotUnderstood: boolean;
}

export function helpCard({
  words,
  isPersonal,
  isAdministrator,
  wasNotUnderstood,
}: HelpView): AdaptiveCard {
  const { help } = words;
  const commands = isAdministrator ? [...help.commands, ...help.forAdministrators] : help.commands;
  return card(words, {
    fallbackText: help.summary,
    body: [
      heading(help.title),
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
