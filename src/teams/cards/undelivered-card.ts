import type { CardKind } from '../../domain/posted-card.ts';
import type { Undelivered } from '../../domain/undelivered.ts';
import type { Words } from '../words/words.ts';
import {
  type AdaptiveCard,
  type Container,
  card,
  heading,
  type TextBlock,
  text,
} from './elements.ts';
import { said } from './escape.ts';
import { moment } from './when.ts';

const shown = 15;

/** Who did not get which card or notice, the newest first, and what an administrator can do. */
export function undeliveredCard(
  words: Words,
  missing: readonly Undelivered[],
  appLink: string | undefined,
): AdaptiveCard {
  const own = words.undelivered;
  if (missing.length === 0) {
    return card(words, { fallbackText: own.summary, body: [heading(own.title), text(own.none)] });
  }
  return card(words, {
    fallbackText: own.summary,
    body: [
      heading(own.title),
      text(own.intro),
      ...missing.slice(0, shown).map((each) => line(words, each)),
      text(own.next, { spacing: 'medium' }),
      ...(appLink === undefined ? [] : [text(`[${appLink}](${appLink})`)]),
    ],
  });
}

function line(words: Words, undelivered: Undelivered): Container {
  return {
    type: 'Container',
    separator: true,
    spacing: 'medium',
    items: [
      text(said(undelivered.recipient.displayName), { weight: 'bolder' }),
      text(whatText(words, undelivered), { spacing: 'none' }),
      text(obstacleText(words, undelivered), { spacing: 'none' }),
      ...aboutLines(words, undelivered),
    ],
  };
}

function whatText({ undelivered: { kinds, lists, notices } }: Words, what: Undelivered): string {
  switch (what.about) {
    case 'request':
      return kinds[kindOf(what.kind)];
    case 'list':
      return lists[what.kind];
    case 'notice':
      return notices[what.kind];
  }
}

function kindOf(kind: CardKind): 'request' | 'approval' | 'outcome' | 'other' {
  return kind === 'request' || kind === 'approval' || kind === 'outcome' ? kind : 'other';
}

function aboutLines({ undelivered: own }: Words, what: Undelivered): readonly TextBlock[] {
  const style = { size: 'small', isSubtle: true, spacing: 'none' } as const;
  switch (what.about) {
    case 'request':
      return [text(own.line(what.request.id, moment(what.request.createdAt)), style)];
    case 'list':
      return [text(own.listLine(what.batch.id, moment(what.batch.createdAt)), style)];
    case 'notice':
      return [];
  }
}

function obstacleText(
  { undelivered }: Words,
  { since, because }: Pick<Undelivered, 'since' | 'because'>,
): string {
  const reason = undelivered.reasons[because ?? 'not-known'];
  return since === undefined ? reason : undelivered.since(reason, moment(since));
}
