import type { GroupOffer } from '../setup/use-cases.ts';
import type { Choice } from './cards/elements.ts';
import type { Words } from './words/words.ts';

/** Enough of an id to be read out to an administrator, who finds the whole of it in Entra. */
const shownOfId = 8;

/** The groups as a list offers them; those that look alike tell the end of their object id as well. */
export function groupChoices(words: Words, offers: readonly GroupOffer[]): readonly Choice[] {
  const titles = offers.map((offer) => groupTitle(words, offer));
  return offers.map(({ id }, index) => {
    const title = titles[index] ?? '';
    const isAlone = titles.indexOf(title) === titles.lastIndexOf(title);
    return { title: isAlone ? title : `${title} · …${id.slice(-shownOfId)}`, value: id };
  });
}

/** "Finance Reports · finance-reports@contoso.test · Microsoft 365", so that namesakes can be told apart. */
export function groupTitle({ form, groupKinds, groupTraits }: Words, offer: GroupOffer): string {
  const { displayName, mail, kind, traits, isRequestable } = offer;
  const kindText = [groupKinds[kind], ...traits.map((trait) => groupTraits[trait])].join(', ');
  const parts = [displayName, ...(mail === undefined ? [] : [mail]), kindText];
  return [...parts, ...(isRequestable ? [] : [form.notRequestable])].join(' · ');
}
