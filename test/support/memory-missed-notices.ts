import type { TenantId, UserId } from '../../src/domain/ids.ts';
import type { MissedNotice, MissedNotices, NoticeKind } from '../../src/domain/undelivered.ts';

/** What could not be delivered, without a database. */
export class MemoryMissedNotices implements MissedNotices {
  readonly rows: MissedNotice[] = [];

  async note(notice: MissedNotice): Promise<void> {
    const known = this.#take(notice.tenantId, notice.recipient.id, notice.kind);
    this.rows.push({ ...notice, since: known?.since ?? notice.since });
  }

  async forget(tenantId: TenantId, userId: UserId, kind: NoticeKind): Promise<void> {
    this.#take(tenantId, userId, kind);
  }

  #take(tenantId: TenantId, userId: UserId, kind: NoticeKind): MissedNotice | undefined {
    const index = this.rows.findIndex(
      (row) => row.tenantId === tenantId && row.recipient.id === userId && row.kind === kind,
    );
    return index < 0 ? undefined : this.rows.splice(index, 1)[0];
  }
}
