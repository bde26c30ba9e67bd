import type { DriftRow } from '../domain/drift-store.ts';
import { driftNewsKey, type Notice, type NoticeContent } from '../domain/notice.ts';
import type { Clock } from '../domain/ports.ts';
import type { CatalogUseCases } from '../setup/catalogs.ts';
import type { UseCases } from '../setup/use-cases.ts';
import { type DrawNotice, drawNotice } from './draw-notice.ts';

export interface DueDeps {
  readonly useCases: Pick<UseCases, 'listDelegations' | 'reportDrift' | 'administrators'>;
  /** Absent where no catalogs are managed. */
  readonly catalogs?: Pick<CatalogUseCases, 'holdsRole'> | undefined;
  readonly clock: Pick<Clock, 'now'>;
}

type About<Kind extends NoticeContent['kind']> = Notice & {
  readonly content: Extract<NoticeContent, { readonly kind: Kind }>;
};

/**
 * How a notice that is sent late is drawn; undefined where what it says is not so any more: a period that is over or
 * was taken back, a role that is gone, differences that are mended. Throws the `graph-…` Problems.
 */
export async function findDrawing(deps: DueDeps, notice: Notice): Promise<DrawNotice | undefined> {
  const { content } = notice;
  switch (content.kind) {
    case 'deputy':
      return (await isDeputyNews(deps, { ...notice, content }))
        ? drawNotice(content, [])
        : undefined;
    case 'catalog':
      return (await isCatalogNews(deps, { ...notice, content }))
        ? drawNotice(content, [])
        : undefined;
    case 'drift': {
      const rows = await differencesFor(deps, { ...notice, content });
      return rows.length === 0 ? undefined : drawNotice(content, rows);
    }
  }
}

/** Nobody is told that they are no longer the deputy of somebody who has named them anew. */
async function isDeputyNews(
  { useCases, clock }: DueDeps,
  { tenantId, recipient, content: { news, delegation } }: About<'deputy'>,
): Promise<boolean> {
  const now = clock.now();
  if (delegation.until <= now) {
    return false;
  }
  const { received } = await useCases.listDelegations({ tenantId, ...recipient });
  const standing = received.filter(
    ({ approver, until }) => approver.id === delegation.approver.id && until > now,
  );
  return news === 'ended'
    ? standing.length === 0
    : standing.some(({ from }) => from.getTime() === delegation.from.getTime());
}

/** Nobody is told that they have lost a role that was given to them anew. */
async function isCatalogNews(
  { catalogs }: DueDeps,
  { recipient, content: { news, catalog, role } }: About<'catalog'>,
): Promise<boolean> {
  if (catalogs === undefined) {
    return true;
  }
  const isHeld = await catalogs.holdsRole({ catalogId: catalog.id, role, userId: recipient.id });
  return isHeld === (news === 'given');
}

/** As they stand, of those that the person may know. */
async function differencesFor(
  { useCases }: DueDeps,
  { tenantId, recipient: { id }, content: { keys } }: About<'drift'>,
): Promise<readonly DriftRow[]> {
  const { rows } = await useCases.reportDrift();
  const isAdministrator = useCases.administrators.includes(id);
  return rows.filter(
    (row) =>
      row.tenantId === tenantId &&
      keys.includes(driftNewsKey(row)) &&
      (isAdministrator || row.owners.some((owner) => owner.id === id)),
  );
}
