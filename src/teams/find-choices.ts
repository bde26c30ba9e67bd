import { z } from 'zod';
import { isProblem } from '../domain/problem.ts';
import type { Choice } from './cards/elements.ts';
import { saidPlain } from './cards/escape.ts';
import type { ChatDeps } from './deps.ts';
import { groupChoices } from './group-choices.ts';
import { ownGroups } from './own-groups.ts';
import type { Turn } from './turn.ts';

/** What a typeahead asks: the text as far as it is typed, and in which set of things to look. */
export const SearchValue = z.object({
  queryText: z.string().max(256).catch(''),
  /** Groups to ask for, groups that are no favourites yet, access packages. */
  dataset: z.enum(['groups', 'otherGroups', 'accessPackages']),
  /** A client that scrolls asks for what comes after so many. */
  queryOptions: z.object({ skip: z.number().int().min(0).catch(0) }).catch({ skip: 0 }),
});
export type SearchValue = z.infer<typeof SearchValue>;

type Reader = Pick<Turn, 'actor' | 'words'>;

/** Teams shows at most fifteen. */
const offered = 15;

/**
 * What a typeahead offers: before anything is typed the person's own groups come first. Without them no choices while
 * Graph does not answer: the form has a second way for everything.
 */
export async function findChoices(
  deps: ChatDeps,
  reader: Reader,
  { dataset, queryText, queryOptions: { skip } }: SearchValue,
): Promise<readonly Choice[]> {
  const text = queryText.trim();
  const [found, favourites, own] = await Promise.all([
    searchSafely(deps, reader, { dataset, queryText: text }),
    dataset === 'otherGroups' ? deps.useCases.favourites.list(reader.actor) : [],
    dataset === 'groups' && text === '' ? ownGroups(deps, reader, Number.POSITIVE_INFINITY) : [],
  ]);
  const known = new Set<string>([
    ...favourites.map(({ id }) => id),
    ...own.map(({ value }) => value),
  ]);
  return [...own, ...found.filter(({ value }) => !known.has(value))]
    .slice(skip, skip + offered)
    .map(({ title, value }) => ({ title: saidPlain(title, 160), value }));
}

async function searchSafely(
  deps: ChatDeps,
  { words }: Reader,
  { dataset, queryText }: Pick<SearchValue, 'dataset' | 'queryText'>,
): Promise<readonly Choice[]> {
  try {
    const choices =
      dataset === 'accessPackages'
        ? await packageChoices(deps, queryText)
        : groupChoices(words, await deps.useCases.offerGroups(queryText));
    for (const { value, title } of choices) {
      deps.titles.remember(words.language, value, title);
    }
    return choices;
  } catch (error) {
    if (isProblem(error)) {
      deps.log.info({ code: error.code, dataset }, 'a typeahead found nothing');
      return [];
    }
    throw error;
  }
}

async function packageChoices({ useCases }: ChatDeps, text: string): Promise<readonly Choice[]> {
  if (!useCases.canChooseAccessPackage) {
    return [];
  }
  const offers = await useCases.offerAccessPackages(text);
  return offers.map(({ id, displayName, catalogName }) => ({
    title: `${displayName} · ${catalogName}`,
    value: id,
  }));
}
