import type { DriftRow } from '../domain/drift-store.ts';
import type { TenantId, UserId } from '../domain/ids.ts';
import { driftNewsKey, type NewNotice, type NoticeOutbox } from '../domain/notice.ts';
import type { Clock } from '../domain/ports.ts';

export interface DriftNewsDeps {
  readonly notices: Pick<NoticeOutbox, 'put'>;
  readonly administrators: readonly UserId[];
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * Has administrators told everything that is new, and owners what is new about their groups. On record for all of them
 * or, when it rejects, for nobody; sent in a moment by `sendDueNotices`.
 */
export async function tellDrift(
  { notices, administrators, clock }: DriftNewsDeps,
  news: readonly DriftRow[],
): Promise<void> {
  const madeAt = clock.now();
  const letters = [...Map.groupBy(news, ({ tenantId }) => tenantId)].flatMap(([tenantId, rows]) =>
    lettersFor(tenantId, rows, administrators),
  );
  await notices.put(
    letters.map((letter) => ({ ...letter, madeAt })),
    { graceMs: 0 },
  );
}

function lettersFor(
  tenantId: TenantId,
  rows: readonly DriftRow[],
  administrators: readonly UserId[],
): readonly Omit<NewNotice, 'madeAt'>[] {
  const owners = new Map(rows.flatMap((row) => row.owners.map((owner) => [owner.id, owner])));
  return [...new Set([...administrators, ...owners.keys()])].map((id) => {
    const own = administrators.includes(id)
      ? rows
      : rows.filter((row) => row.owners.some((owner) => owner.id === id));
    const recipient = owners.get(id) ?? { id, displayName: id };
    return { tenantId, recipient, content: { kind: 'drift', keys: own.map(driftNewsKey) } };
  });
}
