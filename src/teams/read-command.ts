import { type RequestId, readRequestId } from '../domain/ids.ts';
import { everyLanguage } from './words/choose.ts';
import type { CommandName } from './words/command-name.ts';
import type { Words } from './words/words.ts';

/** What somebody typed, read as a command; `unknown` for everything else. */
export type Command =
  | { readonly name: 'help' | 'my-requests' | 'prerequisites' | 'unknown' }
  | { readonly name: 'request'; readonly groupName: string | undefined }
  | { readonly name: 'status' | 'cancel'; readonly id: RequestId | undefined };

/**
 * Reads a message whose mention of the bot was taken out; any case, any kind of spaces. The words of every language
 * are understood, whatever the language of the reader: people copy commands from each other.
 */
export function readCommand(
  text: string,
  languages: readonly Pick<Words, 'commands'>[] = everyLanguage(),
): Command {
  const words = text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Z}\u200B\uFEFF]+/gu, ' ')
    .trim();
  const plain = words.toLowerCase();
  if (plain === '' || plain === '?') {
    return { name: 'help' };
  }
  const phrase = phrasesOf(languages).find(
    ({ name, said }) => plain === said || (takesMore[name] && plain.startsWith(`${said} `)),
  );
  return phrase === undefined
    ? { name: 'unknown' }
    : toCommand(phrase.name, words.slice(phrase.said.length).trim());
}

/** What may follow is a name, a number, or what people add to a call for help. */
const takesMore: Readonly<Record<CommandName, boolean>> = {
  help: true,
  request: true,
  'my-requests': false,
  status: true,
  cancel: true,
  prerequisites: false,
};

const names = [
  'help',
  'request',
  'my-requests',
  'status',
  'cancel',
  'prerequisites',
] as const satisfies readonly CommandName[];

interface Phrase {
  readonly name: CommandName;
  readonly said: string;
}

/** The longest first, so that "new request" is not taken for something shorter. */
function phrasesOf(languages: readonly Pick<Words, 'commands'>[]): readonly Phrase[] {
  return languages
    .flatMap(({ commands }) => names.flatMap((name) => commands[name].map(phraseFor(name))))
    .toSorted((left, right) => right.said.length - left.said.length);
}

function phraseFor(name: CommandName): (words: string) => Phrase {
  return (words) => ({ name, said: words.normalize('NFKC').toLowerCase() });
}

function toCommand(name: CommandName, rest: string): Command {
  switch (name) {
    case 'request':
      return { name, groupName: rest === '' ? undefined : rest.slice(0, 120) };
    case 'status':
    case 'cancel':
      return { name, id: readRequestId(rest) };
    case 'help':
    case 'my-requests':
    case 'prerequisites':
      return { name };
  }
}
