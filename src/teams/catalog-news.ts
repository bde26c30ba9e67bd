import type { NoticeContent } from '../domain/notice.ts';
import type { Person } from '../domain/person.ts';
import { ConnectorError } from './connector.ts';
import type { CatalogChatDeps } from './deps.ts';
import { tellNotice } from './tell-notice.ts';
import type { Turn } from './turn.ts';

export type CatalogNews = Omit<Extract<NoticeContent, { readonly kind: 'catalog' }>, 'kind' | 'by'>;

/**
 * Writes to somebody in their own chat, in the language in which they last wrote, in one try: who acts waits for it.
 * False when they could not be reached, after which it is sent by itself; oneself is not written to and counts as told.
 */
export async function tellPerson(
  deps: CatalogChatDeps,
  { actor, address }: Turn,
  { to, news }: { readonly to: Person; readonly news: CatalogNews },
): Promise<boolean> {
  if (to.id === actor.id) {
    return true;
  }
  const { tenantId, displayName: by } = actor;
  const delivery = deps.deliveryFrom(address.serviceUrl);
  const content = { kind: 'catalog', ...news, by } as const;
  try {
    return await tellNotice({ ...deps, delivery }, { tenantId, recipient: to, content });
  } catch (error) {
    if (!(error instanceof ConnectorError)) {
      throw error;
    }
    deps.log.warn({ userId: to.id, status: error.status }, 'somebody was not told of their role');
    return false;
  }
}
