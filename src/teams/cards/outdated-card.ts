import type { Words } from '../words/words.ts';
import { type AdaptiveCard, card, type Execute, execute, refresh, text } from './elements.ts';

/** What stands in for a card that cannot be drawn just now: it asks again by itself, and at the button. */
export function outdatedCard(
  words: Words,
  { verb, data }: Pick<Execute, 'verb' | 'data'>,
  viewerIds: readonly string[],
): AdaptiveCard {
  const { buttons, slow } = words;
  return card(words, {
    fallbackText: slow.outdated,
    refresh: refresh({ title: buttons.refresh, verb, data }, viewerIds),
    body: [text(slow.outdated)],
    actions: [execute(buttons.refresh, verb, { data })],
  });
}
