import { type RequestId, readRequestId } from '../domain/ids.ts';
import { everyLanguage } from './words/choose.ts';
import type { CommandName } from './words/command-name.ts';
import type { Words } from './words/words.ts';

/** What somebody typed, read as a command; `unknown` for everything else. */
export type Command =
  | { readonly name: 'help' | 'unknown' | 'prerequisites' | 'engines' | 'drift' | 'undelivered' }
  | { readonly name: 'bulk' | 'my-requests' | 'waiting' | 'deputy' }
  | { readonly name: 'request'; readonly groupName: string | undefined }
  | { readonly name: 'catalogs'; readonly catalogName: string | undefined }
  | { readonly name: 'status' | 'cancel' | 'why'; readonly id: RequestId | undefined }
  /** Without a request it is about the last one. */
  | { readonly name: 'again'; readonly id: RequestId | undefined }
  /** Without a request it is for everything that waits. */
  | { readonly name: 'sync-now'; readonly id: RequestId | undefined };

/**
 * Reads a message whose mention of the bot was taken out; any case, any kind of spaces, whatever marks are around it. The words of every language
 * are understood, whatever the language of the reader: people copy commands from each other.
 */
export function readCommand(text: string, languages?: readonly Pick<Words, 'commands'>[]): Command {
  const words = text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Z}\u200B\uFEFF]+/gu, ' ')
    .trim();
  const plain = words.toLowerCase();
  const bare = plain.replaceAll(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
  if (bare === '') {
    return { name: 'help' };
  }
  const phrases = languages === undefined ? everyPhrase : phrasesOf(languages);
  const phrase = phrases.find(
    ({ name, said }) => bare === said || (takesMore[name] && plain.startsWith(`${said} `)),
  );
  if (phrase === undefined) {
    return { name: 'unknown' };
  }
  return toCommand(phrase.name, bare === phrase.said ? '' : words.slice(phrase.said.length).trim());
}

/** What may follow is a name, a number, or what people add to a call for help. */
const takesMore: Readonly<Record<CommandName, boolean>> = {
  help: true,
  request: true,
  again: true,
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
  return isAboutRequest(name) ? { name, id: readRequestId(rest) } : { name };
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
