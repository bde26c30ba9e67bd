import type { UndeliveredCard } from '../../domain/posted-card.ts';
import type { Words } from '../words/words.ts';
import { type AdaptiveCard, type Container, card, heading, text } from './elements.ts';
import { said } from './escape.ts';
import { moment } from './when.ts';

const shown = 15;

/** Who did not get which card, the newest request first, and what an administrator can do. */
export function undeliveredCard(
  words: Words,
  cards: readonly UndeliveredCard[],
  appLink: string | undefined,
): AdaptiveCard {
  const own = words.undelivered;
  if (cards.length === 0) {
    return card(words, { fallbackText: own.summary, body: [heading(own.title), text(own.none)] });
  }
  return card(words, {
    fallbackText: own.summary,
    body: [
      heading(own.title),
      text(own.intro),
      ...cards.slice(0, shown).map((each) => line(words, each)),
      text(own.next, { spacing: 'medium' }),
      ...(appLink === undefined ? [] : [text(`[${appLink}](${appLink})`)]),
    ],
  });
}

function line(words: Words, { recipient, request, kind, ...obstacle }: UndeliveredCard): Container {
  const { kinds, line: about } = words.undelivered;
  const what = kind === 'request' || kind === 'approval' || kind === 'outcome' ? kind : 'other';
  return {
    type: 'Container',
    separator: true,
    spacing: 'medium',
    items: [
      text(said(recipient.displayName), { weight: 'bolder' }),
      text(kinds[what], { spacing: 'none' }),
      text(obstacleText(words, obstacle), { spacing: 'none' }),
      text(about(request.id, moment(request.createdAt)), {
        size: 'small',
        isSubtle: true,
        spacing: 'none',
      }),
    ],
  };
}

function obstacleText(
  { undelivered }: Words,
  { since, because }: Pick<UndeliveredCard, 'since' | 'because'>,
): string {
  const reason = undelivered.reasons[because ?? 'not-known'];
  return since === undefined ? reason : undelivered.since(reason, moment(since));
}
