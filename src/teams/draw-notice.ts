import type { Activity } from 'botbuilder';
import type { DriftRow } from '../domain/drift-store.ts';
import type { NoticeContent } from '../domain/notice.ts';
import { delegatedToYouCard } from './cards/catalog-news-card.ts';
import { endedDeputyCard, namedDeputyCard } from './cards/deputy-card.ts';
import { driftCard } from './cards/drift-card.ts';
import { said } from './cards/escape.ts';
import { cardActivity } from './connector.ts';
import type { Words } from './words/words.ts';

export type DrawNotice = (words: Words) => Partial<Activity>;

/** A notice as a message; `rows` are the differences of one about drift. */
export function drawNotice(content: NoticeContent, rows: readonly DriftRow[]): DrawNotice {
  switch (content.kind) {
    case 'deputy': {
      const cardFor = content.news === 'named' ? namedDeputyCard : endedDeputyCard;
      return (words) => cardActivity(cardFor(words, content.delegation), { alert: true });
    }
    case 'catalog':
      return (words) => drawCatalogNotice(words, content);
    case 'drift':
      return (words) => cardActivity(driftCard(words, rows), { alert: true });
  }
}

function drawCatalogNotice(
  words: Words,
  { news, catalog, role, by }: Extract<NoticeContent, { readonly kind: 'catalog' }>,
): Partial<Activity> {
  if (news === 'given') {
    return cardActivity(delegatedToYouCard(words, { catalog, role }, by));
  }
  const text = words.catalogs.taken[role](said(by, 60), said(catalog.displayName));
  return { type: 'message', text };
}
