import type { Notice, NoticeContent } from '../domain/notice.ts';
import type { Person } from '../domain/person.ts';
import { ConnectorError } from './connector.ts';
import type { CatalogChatDeps } from './deps.ts';
import { recordNotice, tellKept } from './tell-notice.ts';
import type { Turn } from './turn.ts';

/** Who is to be told what about a role. */
export interface CatalogNews {
  readonly to: Person;
  readonly news: Omit<Extract<NoticeContent, { readonly kind: 'catalog' }>, 'kind' | 'by'>;
}

/**
 * Changes a role and tells whom it concerns, in one try: who acts waits for it. The change says what will be told when
 * it is certain; that is on record before it is done, so that a change that is interrupted is told of all the same,
 * where it has come about. `isTold` is false when somebody could not be reached, who is told by itself later; oneself
 * is not written to.
 */
export async function changeTelling<T>(
  deps: CatalogChatDeps,
  turn: Turn,
  change: (record: (news: CatalogNews) => Promise<void>) => Promise<T>,
): Promise<{ readonly done: T; readonly isTold: boolean }> {
  let notices: readonly Notice[] = [];
  const done = await change(async (news) => {
    notices = await recordFor(deps, turn, news);
  });
  const [notice] = notices;
  return { done, isTold: notice === undefined || (await tell(deps, turn, notice)) };
}

async function recordFor(
  deps: CatalogChatDeps,
  { actor }: Turn,
  { to, news }: CatalogNews,
): Promise<readonly Notice[]> {
  if (to.id === actor.id) {
    return [];
  }
  const { tenantId, displayName: by } = actor;
  const content = { kind: 'catalog', ...news, by } as const;
  return recordNotice(deps, { tenantId, recipient: to, content });
}

async function tell(deps: CatalogChatDeps, { address }: Turn, notice: Notice): Promise<boolean> {
  const delivery = deps.deliveryFrom(address.serviceUrl);
  try {
    return await tellKept({ ...deps, delivery }, notice);
  } catch (error) {
    if (!(error instanceof ConnectorError)) {
      throw error;
    }
    const fields = { userId: notice.recipient.id, status: error.status };
    deps.log.warn(fields, 'somebody was not told of their role');
    return false;
  }
}
