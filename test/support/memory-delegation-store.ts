import { randomUUID } from 'node:crypto';
import { type Delegation, partsBeside } from '../../src/domain/delegation.ts';
import type { TenantId, UserId } from '../../src/domain/ids.ts';
import type { DelegationChange, DelegationNews, DelegationStore } from '../../src/domain/ports.ts';

interface Row {
  readonly delegation: Delegation;
  told: boolean;
}

/** The delegation store without a database; passes the same contract as the real one. */
export class MemoryDelegationStore implements DelegationStore {
  readonly #rows = new Map<string, Row>();

  save(delegation: Delegation, newsOf?: DelegationNews): Promise<DelegationChange> {
    const overlapped = this.#remove(delegation, delegation);
    const parts = overlapped.flatMap((each) => partsBeside(each, delegation));
    for (const each of [...parts, delegation]) {
      this.#rows.set(keyOf(each), { delegation: each, told: false });
    }
    return Promise.resolve(changed(overlapped, newsOf));
  }

  remove(
    approver: Pick<Delegation, 'tenantId' | 'approver'>,
    newsOf?: DelegationNews,
  ): Promise<DelegationChange> {
    return Promise.resolve(changed(this.#remove(approver), newsOf));
  }

  #remove(
    { tenantId, approver }: Pick<Delegation, 'tenantId' | 'approver'>,
    period?: Pick<Delegation, 'from' | 'until'>,
  ): readonly Delegation[] {
    const removed = this.#all().filter(
      (each) =>
        each.tenantId === tenantId &&
        each.approver.id === approver.id &&
        (period === undefined || (each.from < period.until && each.until > period.from)),
    );
    removed.forEach((each) => this.#rows.delete(keyOf(each)));
    return removed.toSorted((one, other) => one.from.getTime() - other.from.getTime());
  }

  listFor(tenantId: TenantId, userId: UserId): Promise<readonly Delegation[]> {
    const mine = this.#all().filter(
      ({ tenantId: tenant, approver, deputy }) =>
        tenant === tenantId && [approver.id, deputy.id].includes(userId),
    );
    return Promise.resolve(
      mine.toSorted((one, other) => one.from.getTime() - other.from.getTime()),
    );
  }

  listActive(
    tenantId: TenantId,
    approverIds: readonly UserId[],
    now: Date,
  ): Promise<readonly Delegation[]> {
    const active = this.#all().filter(
      (each) =>
        each.tenantId === tenantId &&
        approverIds.includes(each.approver.id) &&
        each.from <= now &&
        each.until > now,
    );
    return Promise.resolve(active);
  }

  listBegun(now: Date, limit: number): Promise<readonly Delegation[]> {
    const begun = [...this.#rows.values()]
      .filter(({ told, delegation }) => !told && delegation.from <= now && delegation.until > now)
      .map(({ delegation }) => delegation);
    return Promise.resolve(begun.slice(0, limit));
  }

  async markTold(delegation: Delegation): Promise<void> {
    const row = this.#rows.get(keyOf(delegation));
    if (row?.delegation.deputy.id === delegation.deputy.id) {
      row.told = true;
    }
    await Promise.resolve();
  }

  #all(): readonly Delegation[] {
    return [...this.#rows.values()].map(({ delegation }) => delegation);
  }
}

function changed(
  before: readonly Delegation[],
  newsOf: DelegationNews = () => [],
): DelegationChange {
  const notices = newsOf(before).map((notice) => ({ ...notice, id: randomUUID(), tries: 0 }));
  return { before, notices };
}

function keyOf({ tenantId, approver, from }: Delegation): string {
  return `${tenantId} ${approver.id} ${from.toISOString()}`;
}
