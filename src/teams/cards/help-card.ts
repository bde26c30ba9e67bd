import { texts } from '../texts.ts';
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
  /** In a group chat or channel there is no button: the form belongs into the private chat. */
  readonly isPersonal: boolean;
  readonly isAdministrator: boolean;
  /** Something was typed that is no command. */
  readonly wasNotUnderstood: boolean;
}

export function helpCard({
  isPersonal,
  isAdministrator,
  wasNotUnderstood,
}: HelpView): AdaptiveCard {
  const words = texts.help;
  const commands = isAdministrator ? [...words.commands, words.prerequisites] : words.commands;
  return card({
    fallbackText: words.summary,
    body: [
      heading(words.title),
      ...(wasNotUnderstood ? [text(words.notUnderstood)] : []),
      ...commands.map(([command, meaning]) => commandLine(command, meaning)),
      ...(isPersonal ? [] : [text(words.mention, { isSubtle: true, spacing: 'medium' })]),
    ],
    actions: isPersonal ? [newRequest()] : [],
  });
}

/** Said once, when the app comes into somebody's chat. */
export function welcomeCard(): AdaptiveCard {
  const words = texts.welcome;
  return card({
    fallbackText: words.summary,
    body: [
      heading(words.title),
      text(words.body),
      ...texts.help.commands.slice(0, 3).map(([command, meaning]) => commandLine(command, meaning)),
    ],
    actions: [newRequest()],
  });
}

/** One passage and nothing else, where a whole card is needed. Escaped by the caller. */
export function messageCard(words: string, plain: string): AdaptiveCard {
  return card({ fallbackText: plain, body: [text(words)] });
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

function newRequest(): Action {
  return execute(texts.buttons.newRequest, 'new-request');
}
