import { askedNow } from '../../src/domain/approval.ts';
import { isToBeReviewed } from '../../src/domain/authority.ts';
import { nextDueAt } from '../../src/domain/due.ts';
import type { RequestId, TenantId, UserId } from '../../src/domain/ids.ts';
import type { GroupChoice } from '../../src/domain/plan.ts';
import { Problem } from '../../src/domain/problem.ts';
import {
  type FollowUp,
  followUps,
  groupKey,
  isOpen,
  Request,
  type RequestState,
} from '../../src/domain/request.ts';
import type { RequestStore } from '../../src/domain/request-store.ts';
import { isInForce } from '../../src/domain/voting.ts';

interface Row {
  readonly formId: string;
  readonly groupKey: string;
  request: Request;
  dueAt: Date | undefined;
}

/** The request store without a database; passes the same contract as the real one. */
export class MemoryRequestStore implements RequestStore {
  readonly #rows = new Map<RequestId, Row>();
  /** What a real store would have given to the engine. */
  readonly work: FollowUp[] = [];

  async create(request: Request, formId: string): Promise<Request> {
    const { tenantId } = request;
    const same = this.#all().find(
      (row) => row.request.tenantId === tenantId && row.formId === formId,
    );
    if (same !== undefined) {
      return copy(same.request);
    }
    const key = groupKey(request.group);
    this.#refuseSecondOpen(request, key);
    const dueAt = nextDueAt(request);
    this.#rows.set(request.id, { formId, groupKey: key, request: copy(request), dueAt });
    this.work.push(...followUps(undefined, request));
    return Promise.resolve(copy(request));
  }

  async createInPlace(
    { current, next }: { readonly current: Request; readonly next: Request },
    request: Request,
    formId: string,
  ): Promise<Request | undefined> {
    const before = await this.findByForm(request.tenantId, formId);
    const row = this.#rows.get(current.id);
    if (before !== undefined || row?.request.version !== current.version) {
      return before;
    }
    const key = groupKey(request.group);
    this.#refuseSecondOpen(request, key, current.id);
    const dueAt = nextDueAt(request);
    this.#rows.set(request.id, { formId, groupKey: key, request: copy(request), dueAt });
    this.work.push(...followUps(undefined, request));
    await this.advance(current, next);
    return copy(request);
  }

  findOpenPair(
    tenantId: TenantId,
    beneficiaryId: UserId,
    group: GroupChoice,
  ): Promise<Request | undefined> {
    const row = this.#all().find(
      ({ request, groupKey: key }) =>
        request.tenantId === tenantId &&
        request.beneficiary.id === beneficiaryId &&
        key === groupKey(group) &&
        isOpen(request),
    );
    return Promise.resolve(row && copy(row.request));
  }

  find(tenantId: TenantId, id: RequestId): Promise<Request | undefined> {
    const request = this.#rows.get(id)?.request;
    return Promise.resolve(request?.tenantId === tenantId ? copy(request) : undefined);
  }

  async get(id: RequestId): Promise<Request> {
    const row = this.#rows.get(id);
    if (row === undefined) {
      throw new Problem('request-not-found', { detail: `there is no request ${id}` });
    }
    return Promise.resolve(copy(row.request));
  }

  findByForm(tenantId: TenantId, formId: string): Promise<Request | undefined> {
    const row = this.#all().find(
      ({ request, formId: form }) => request.tenantId === tenantId && form === formId,
    );
    return Promise.resolve(row && copy(row.request));
  }

  listFor(tenantId: TenantId, userId: UserId, limit: number): Promise<readonly Request[]> {
    const mine = this.#requests()
      .filter((request) => request.tenantId === tenantId)
      .filter(({ requester, beneficiary }) => [requester.id, beneficiary.id].includes(userId))
      .filter(({ batch, beneficiary }) => batch === undefined || beneficiary.id === userId)
      .toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
    return Promise.resolve(mine.slice(0, limit));
  }

  countOpen(tenantId: TenantId, requesterId: UserId): Promise<number> {
    const open = this.#requests()
      .filter((request) => request.tenantId === tenantId && request.requester.id === requesterId)
      .filter(isOpen)
      .map(({ id, batch }) => batch?.id ?? id);
    return Promise.resolve(new Set<string>(open).size);
  }

  listIn(states: readonly RequestState[], limit: number, after = ''): Promise<readonly Request[]> {
    const found = this.#requests()
      .filter(({ state, id }) => states.includes(state) && id > after)
      .toSorted((one, other) => (one.id < other.id ? -1 : 1));
    return Promise.resolve(found.slice(0, limit));
  }

  listDue(now: Date, limit: number): Promise<readonly Request[]> {
    const due = this.#all()
      .flatMap(({ request, dueAt: at }) =>
        at === undefined || at > now ? [] : [{ request: copy(request), at: at.getTime() }],
      )
      .toSorted((one, other) => one.at - other.at);
    return Promise.resolve(due.slice(0, limit).map(({ request }) => request));
  }

  postpone({ id, version }: Request, dueAt: Date | undefined): Promise<boolean> {
    const row = this.#rows.get(id);
    const isSame = row?.request.version === version;
    if (row !== undefined && isSame) {
      row.dueAt = dueAt;
    }
    return Promise.resolve(isSame);
  }

  async listAsking(
    tenantId: TenantId,
    approverId: UserId,
    { limit, after }: { readonly limit: number; readonly after?: RequestId | undefined },
  ): Promise<readonly Request[]> {
    const waiting = await this.listIn(['awaiting-approval'], Number.POSITIVE_INFINITY, after);
    return waiting
      .filter((request) => request.tenantId === tenantId)
      .filter(({ approvers }) => approvers.some(({ id }) => id === approverId))
      .slice(0, limit);
  }

  listToDecide(
    tenantId: TenantId,
    approverId: UserId,
    {
      now,
      limit,
      after,
    }: { readonly now: Date; readonly limit: number; readonly after?: Request | undefined },
  ): Promise<readonly Request[]> {
    const asking = this.#requests()
      .filter(({ tenantId: own, state }) => own === tenantId && state === 'awaiting-approval')
      .filter(({ approval }) =>
        askedNow(approval).some((seat) => seat.person.id === approverId && isInForce(seat, now)),
      )
      .filter(({ approval: { route, stage, votes } }) =>
        votes
          .filter((vote) => route.distinctApprovers || vote.stage === stage)
          .every(({ by, onBehalfOf }) => by.id !== approverId && onBehalfOf?.id !== approverId),
      )
      .toSorted(byTimeAsked)
      .filter((request) => after === undefined || byTimeAsked(after, request) < 0);
    return Promise.resolve(asking.slice(0, limit));
  }

  listToReview(
    tenantId: TenantId,
    approverId: UserId | undefined,
    limit: number,
  ): Promise<readonly Request[]> {
    const open = this.#requests()
      .filter((request) => request.tenantId === tenantId && isToBeReviewed(request))
      .filter(
        ({ approvers }) =>
          approverId === undefined || approvers.some(({ id }) => id === approverId),
      )
      .toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
    return Promise.resolve(open.slice(0, limit));
  }

  async findUnreviewedOf(tenantId: TenantId, requesterId: UserId): Promise<Request | undefined> {
    const open = await this.listToReview(tenantId, undefined, Number.POSITIVE_INFINITY);
    return open.find(({ requester }) => requester.id === requesterId);
  }

  async advance(current: Request, next: Request): Promise<Request | undefined> {
    const row = this.#rows.get(current.id);
    if (row?.request.version !== current.version) {
      return undefined;
    }
    const request = copy({ ...next, version: current.version + 1 });
    this.#refuseSecondOpen(request, row.groupKey);
    row.request = request;
    row.dueAt = nextDueAt(request);
    this.work.push(...followUps(current, request));
    return Promise.resolve(copy(request));
  }

  #all(): Row[] {
    return [...this.#rows.values()];
  }

  #requests(): Request[] {
    return this.#all().map(({ request }) => copy(request));
  }

  #refuseSecondOpen(request: Request, key: string, ending?: RequestId): void {
    const isTaken = this.#all().some(
      (row) =>
        row.request.id !== request.id &&
        row.request.id !== ending &&
        isOpen(row.request) &&
        row.groupKey === key &&
        row.request.tenantId === request.tenantId &&
        row.request.beneficiary.id === request.beneficiary.id,
    );
    if (isTaken && isOpen(request)) {
      throw new Problem('open-request-exists', { detail: `an open request for ${key} exists` });
    }
  }
}

function byTimeAsked(one: Request, other: Request): number {
  const apart = one.approval.stageSince.getTime() - other.approval.stageSince.getTime();
  if (apart !== 0 || one.id === other.id) {
    return apart;
  }
  return one.id < other.id ? -1 : 1;
}

/** Through JSON, as the database does it. */
function copy(request: Request): Request {
  return Request.parse(JSON.parse(JSON.stringify(request)));
}
