import type { Person } from '../domain/person.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { ConnectorError } from './connector.ts';
import type { CatalogChatDeps } from './deps.ts';
import { toActivity } from './say-privately.ts';
import { tellNotice } from './tell-notice.ts';
import type { Turn } from './turn.ts';
import type { Words } from './words/words.ts';

/**
 * Writes to somebody in their own chat, in the language in which they last wrote, in one try: who acts waits for it.
 * False when they could not be reached; oneself is not written to and counts as told.
 */
export async function tellPerson(
  deps: CatalogChatDeps,
  { actor, address }: Turn,
  news: {
    readonly to: Pick<Person, 'id' | 'displayName'>;
    readonly draw: (words: Words) => AdaptiveCard | string;
  },
): Promise<boolean> {
  const { to, draw } = news;
  if (to.id === actor.id) {
    return true;
  }
  const delivery = deps.deliveryFrom(address.serviceUrl);
  try {
    return await tellNotice(
      { ...deps, delivery },
      { tenantId: actor.tenantId, to, kind: 'catalog', draw: (words) => toActivity(draw(words)) },
    );
  } catch (error) {
    if (!(error instanceof ConnectorError)) {
      throw error;
    }
    deps.log.warn({ userId: to.id, status: error.status }, 'somebody was not told of their role');
    return false;
  }
}
