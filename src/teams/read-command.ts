import { type RequestId, readRequestId } from '../domain/ids.ts';
import { nearCommand, type Sayable } from './near-command.ts';
import { everyLanguage } from './words/choose.ts';
import type { CommandName } from './words/command-name.ts';
import type { Words } from './words/words.ts';

/** What somebody typed, read as a command; `unknown` for everything else. */
export type Command =
  | { readonly name: 'help' | 'prerequisites' | 'engines' | 'drift' | 'undelivered' }
  /** `meant`: the command that is nearly the same. */
  | { readonly name: 'unknown'; readonly meant?: string }
  | { readonly name: 'bulk' | 'favourites' | 'my-requests' | 'waiting' | 'deputy' }
  | { readonly name: 'request'; readonly groupName: string | undefined }
  | { readonly name: 'catalogs'; readonly catalogName: string | undefined }
  | (AboutOne & { readonly name: 'status' | 'cancel' | 'why' })
  /** Without a request it is about the last one. */
  | (AboutOne & { readonly name: 'again' })
  /** Without a request it is for everything that waits. */
  | (AboutOne & { readonly name: 'sync-now' });

interface AboutOne {
  readonly id: RequestId | undefined;
  /** What was to be the number of a request and is none. */
  readonly notANumber?: string;
}

/**
 * Reads a message whose mention of the bot was taken out; any case, any kind of spaces, whatever marks are around it. The words of every language
 * are understood, whatever the language of the reader: people copy commands from each other.
 */
export function readCommand(text: string, languages?: readonly Pick<Words, 'commands'>[]): Command {
  const words = singleSpaced(text);
  const plain = words.toLowerCase();
  const bare = withoutMarks(plain);
  if (bare === '') {
    return { name: 'help' };
  }
  const { whole, beginnings, sayable } =
    languages === undefined ? everyPhrase : phrasesOf(languages);
  const name = whole.get(bare);
  if (name !== undefined) {
    return toCommand(name, '');
  }
  const beginning = beginnings.find(({ said }) => plain.startsWith(said));
  if (beginning !== undefined) {
    return toCommand(beginning.name, words.slice(beginning.said.length).trim());
  }
  const meant = nearCommand(sayable, words);
  return meant === undefined ? { name: 'unknown' } : { name: 'unknown', meant };
}

/** What follows the words of this command, as it was typed, with its line breaks; empty where that is only marks. */
export function behindCommand(text: string, name: CommandName): string {
  const typed = text.trim();
  const ends = [...typed.matchAll(/[\s\p{Z}\u200B]+/gu)].map(({ index }) => index);
  const end = ends.slice(0, mostWords).findLast((at) => {
    const beginning = singleSpaced(typed.slice(0, at)).toLowerCase();
    return everyPhrase.whole.get(beginning) === name;
  });
  const rest = end === undefined ? '' : typed.slice(end).trim();
  return withoutMarks(rest) === '' ? '' : rest;
}

/** No command has more. */
const mostWords = 6;

/** The last word of a message, which may be a number. */
export function lastWord(text: string): string {
  return withoutMarks(withoutMarks(singleSpaced(text)).split(' ').at(-1) ?? '');
}

function singleSpaced(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Z}\u200B\uFEFF]+/gu, ' ')
    .trim();
}

/** Without quotation marks, full stops and the like around it, in any script, and what turns its direction. */
export function withoutMarks(words: string): string {
  // Finds its end from behind: to look for the marks themselves takes seconds where a message has thousands of them.
  return /[^\p{P}\p{Cf}\s](?:.*[^\p{P}\p{Cf}\s])?/su.exec(words)?.[0] ?? '';
}

/** What may follow is a name, a number, or what people add to a call for help. */
const takesMore: Readonly<Record<CommandName, boolean>> = {
  help: true,
  request: true,
  again: true,
  favourites: false,
  bulk: true,
  'my-requests': false,
  waiting: false,
  deputy: false,
  status: true,
  cancel: true,
  why: true,
  prerequisites: false,
  engines: false,
  'sync-now': true,
  drift: false,
  undelivered: false,
  catalogs: true,
};

const names = [
  'help',
  'request',
  'again',
  'favourites',
  'bulk',
  'my-requests',
  'waiting',
  'deputy',
  'status',
  'cancel',
  'why',
  'prerequisites',
  'engines',
  'sync-now',
  'drift',
  'catalogs',
  'undelivered',
] as const satisfies readonly CommandName[];

interface Phrases {
  /** What may be said and nothing else. */
  readonly whole: ReadonlyMap<string, CommandName>;
  /** With a space, after which more follows. */
  readonly beginnings: readonly Phrase[];
  readonly sayable: readonly Sayable[];
}

interface Phrase {
  readonly name: CommandName;
  readonly said: string;
}

/** The longest first, so that "new request" is not taken for something shorter. */
function phrasesOf(languages: readonly Pick<Words, 'commands'>[]): Phrases {
  const phrases = languages
    .flatMap(({ commands }) => names.flatMap((name) => commands[name].map(phraseFor(name))))
    .toSorted((left, right) => right.said.length - left.said.length);
  return {
    // The first of two that say the same stays.
    whole: new Map(phrases.toReversed().map(({ said, name }) => [said, name])),
    beginnings: phrases
      .filter(({ name }) => takesMore[name])
      .map(({ name, said }) => ({ name, said: `${said} ` })),
    sayable: phrases.map((phrase) => ({ ...phrase, takesArgument: takesArgument(phrase.name) })),
  };
}

/** A name or a number: what stands behind "help" or "bulk" means nothing. */
function takesArgument(name: CommandName): boolean {
  return takesMore[name] && name !== 'help' && name !== 'bulk';
}

/** Worked out once, as every message is read by it. */
const everyPhrase = phrasesOf(everyLanguage());

function phraseFor(name: CommandName): (words: string) => Phrase {
  return (words) => ({ name, said: words.normalize('NFKC').toLowerCase() });
}

function toCommand(name: CommandName, rest: string): Command {
  if (name === 'request') {
    return { name, groupName: rest === '' ? undefined : rest.slice(0, 120) };
  }
  if (name === 'catalogs') {
    return { name, catalogName: rest === '' ? undefined : rest.slice(0, 120) };
  }
  return isAboutRequest(name) ? { name, ...readNumber(rest) } : { name };
}

function readNumber(given: string): AboutOne {
  const rest = withoutMarks(given);
  const id = readRequestId(rest);
  const isMeantAsOne = /\d/.test(rest) || /^WB\b/i.test(rest);
  return id === undefined && isMeantAsOne ? { id, notANumber: rest.slice(0, 80) } : { id };
}

type AboutRequest = Extract<Command, { readonly id: unknown }>['name'];

const aboutRequest: readonly CommandName[] = [
  'status',
  'cancel',
  'why',
  'again',
  'sync-now',
] satisfies readonly AboutRequest[];

function isAboutRequest(name: CommandName): name is AboutRequest {
  return aboutRequest.includes(name);
}
