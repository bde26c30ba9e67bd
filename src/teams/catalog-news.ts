import type { NewNotice, NoticeContent } from '../domain/notice.ts';
import type { Person } from '../domain/person.ts';
import type { CatalogChatDeps } from './deps.ts';
import { announceNotice, tellNotice, toldByNow } from './tell-notice.ts';
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
  change: (announce: (news: CatalogNews) => Promise<void>) => Promise<T>,
): Promise<{ readonly done: T; readonly isTold: boolean }> {
  const delivery = deps.deliveryFrom(turn.address.serviceUrl);
  const noticeDeps = { ...deps, delivery };
  let notice: NewNotice | undefined;
  const done = await change(async ({ to, news }) => {
    if (to.id !== turn.actor.id) {
      notice = noticeOf(deps, turn, { to, news });
      await announceNotice(noticeDeps, notice);
    }
  });
  const isTold =
    notice === undefined || (await toldByNow(deps.log, notice, tellNotice(noticeDeps, notice)));
  return { done, isTold };
}

function noticeOf(
  { clock }: CatalogChatDeps,
  { actor: { tenantId, displayName: by } }: Turn,
  { to: recipient, news }: CatalogNews,
): NewNotice {
  return { tenantId, recipient, content: { kind: 'catalog', ...news, by }, madeAt: clock.now() };
}
