import { askedNow } from '../domain/approval.ts';
import type { Complaint } from '../domain/complaint.ts';
import { type Delegation, withDeputies, withoutDeputies } from '../domain/delegation.ts';
import type { TenantId, UserId } from '../domain/ids.ts';
import type { Notice } from '../domain/notice.ts';
import type { Actor, Person } from '../domain/person.ts';
import { Problem } from '../domain/problem.ts';
import type { Request, RequestIn } from '../domain/request.ts';
import { toPerson } from './approvers.ts';
import type { SetupDeps } from './deps.ts';
import { newsOfEnding, newsOfNaming, replacing } from './deputy-news.ts';
import { changeRequest } from './progress.ts';
import { withNextReminder } from './remind.ts';
import { findPerson } from './request-facts.ts';
import { everybodyAsked } from './stages.ts';
import type { Delegations, DeputyWish, NamedDeputy } from './use-cases.ts';
import { personOf } from './votes.ts';

const pageSize = 100;
const longestMs = 366 * 24 * 60 * 60_000;

/**
 * Names a deputy, who is asked from then on along with the approver, in open requests too. Of a deputy named before
 * for some of the same days the other days stay.
 */
export async function delegate(
  deps: SetupDeps,
  actor: Actor,
  wish: DeputyWish,
): Promise<NamedDeputy> {
  const now = deps.clock.now();
  const { from, until, zone } = wish;
  if (until <= now || until <= from || until.getTime() - from.getTime() > longestMs) {
    throw new Problem('input-not-valid', { detail: 'period-not-valid' satisfies Complaint });
  }
  const deputy = await findDeputy(deps, actor, wish.deputy);
  const { tenantId } = actor;
  const period = { from, until, ...(zone === undefined ? {} : { zone }) };
  const delegation = { tenantId, approver: personOf(actor), deputy, ...period, createdAt: now };
  const { before, notices } = await deps.delegations.save(delegation, (overlapped) =>
    newsOfNaming(delegation, replacing(delegation, overlapped, now), now),
  );
  await endThem(deps, actor, before);
  const { replaced, shortened } = replacing(delegation, before, now);
  for (const begun of [delegation, ...shortened].filter((each) => each.from <= now)) {
    await tell(deps, begun);
  }
  return { delegation, replaced, shortened, notices };
}

/** The authority of every deputy ends at once, before the answer. */
export async function endDelegation(deps: SetupDeps, actor: Actor): Promise<readonly Notice[]> {
  const { tenantId } = actor;
  const now = deps.clock.now();
  const { before, notices } = await deps.delegations.remove(
    { tenantId, approver: personOf(actor) },
    (removed) => newsOfEnding(removed, now),
  );
  await endThem(deps, actor, before);
  return notices;
}

/** What they gave in open requests is at an end. */
async function endThem(
  deps: SetupDeps,
  actor: Actor,
  removed: readonly Delegation[],
): Promise<void> {
  const now = deps.clock.now();
  const ended = removed.filter(({ until }) => until > now);
  if (ended.some(({ from }) => from <= now)) {
    await changeAsking(deps, actor, (approvers) => withoutDeputies(approvers, ended, now));
  }
}

export async function listDelegations(
  { delegations }: SetupDeps,
  { tenantId, id }: Actor,
): Promise<Delegations> {
  const all = await delegations.listFor(tenantId, id);
  return {
    given: all.filter(({ approver }) => approver.id === id),
    received: all.filter(({ deputy }) => deputy.id === id),
  };
}

/** Delegations whose period has begun since the last call take effect in the requests that are open. */
export async function beginDelegations(deps: SetupDeps): Promise<void> {
  for (const delegation of await deps.delegations.listBegun(deps.clock.now(), pageSize)) {
    await tell(deps, delegation);
  }
}

async function findDeputy(deps: SetupDeps, actor: Actor, text: string): Promise<Person> {
  const user = await findPerson(deps, actor, text);
  if (user === undefined) {
    throw new Problem('user-not-found', { detail: text });
  }
  if (!user.accountEnabled) {
    throw new Problem('user-is-disabled', { detail: user.displayName });
  }
  if (user.userType === 'Guest' && deps.settings.guestsMayApprove !== true) {
    throw new Problem('input-not-valid', { detail: 'deputy-is-guest' satisfies Complaint });
  }
  if (user.id === actor.id) {
    throw new Problem('input-not-valid', { detail: 'deputy-is-oneself' satisfies Complaint });
  }
  return toPerson(user);
}

async function tell(deps: SetupDeps, delegation: Delegation): Promise<void> {
  const { tenantId, approver } = delegation;
  await changeAsking(deps, { tenantId, id: approver.id }, (approvers, parties) =>
    withDeputies(approvers, [delegation], parties),
  );
  await deps.delegations.markTold(delegation);
}

type RequestApprovers = ReturnType<typeof askedNow>;
type Change = (approvers: RequestApprovers, parties: readonly UserId[]) => RequestApprovers;

/** Changes, one by one, whom the open requests ask whose current stage asks this person. */
async function changeAsking(
  deps: SetupDeps,
  approver: { readonly tenantId: TenantId; readonly id: UserId },
  change: Change,
): Promise<void> {
  let after: Request['id'] | undefined;
  for (;;) {
    const page = await deps.requests.listAsking(approver.tenantId, approver.id, {
      limit: pageSize,
      after,
    });
    for (const { id } of page) {
      await changeRequest(deps, id, async (request) =>
        request.state === 'awaiting-approval' && isAsked(request, approver.id)
          ? withApprovers(deps, request, change)
          : undefined,
      );
    }
    after = page.at(-1)?.id;
    if (page.length < pageSize) {
      return;
    }
  }
}

function isAsked({ approval }: Request, id: UserId): boolean {
  return askedNow(approval).some(({ person }) => person.id === id);
}

/**
 * Applies the change to those who are asked now; later stages look for deputies when they begin. Whoever comes in has a
 * first reminder of their own.
 */
async function withApprovers(
  deps: SetupDeps,
  request: RequestIn<'awaiting-approval'>,
  change: Change,
): Promise<Request> {
  const { approval } = request;
  const parties = [request.requester.id, request.beneficiary.id];
  const stages = approval.route.stages.map((stage, index) => {
    if (index !== approval.stage) {
      return stage;
    }
    const approvers = change(stage.approvers, parties);
    return stage.escalation === undefined || approval.escalatedAt === undefined
      ? { ...stage, approvers }
      : {
          ...stage,
          approvers,
          escalation: {
            ...stage.escalation,
            approvers: change(stage.escalation.approvers, parties),
          },
        };
  });
  const changed = { ...approval, route: { ...approval.route, stages } };
  const next = await withNextReminder(deps, request, changed);
  const updatedAt = deps.clock.now();
  return { ...request, updatedAt, approval: next, approvers: everybodyAsked(request, next) };
}
