import { findRefusal } from '../domain/authority.ts';
import type { Actor } from '../domain/person.ts';
import type { Request } from '../domain/request.ts';
import { isReviewOverdue } from '../domain/review.ts';
import { rolesNow } from './decisions.ts';
import type { SetupDeps } from './deps.ts';

const pageSize = 100;

/** Only what the store cannot tell is passed over, such as whom a later stage needs. */
const mostPages = 20;

/** Requests that this person can decide on or review now, at most `limit`, the longest waiting first. */
export async function listWaiting(
  deps: SetupDeps,
  actor: Actor,
  limit: number,
): Promise<readonly Request[]> {
  const [decisions, reviews] = await Promise.all([
    listDecisions(deps, actor, limit),
    deps.requests.listToReview(actor.tenantId, actor.id, limit),
  ]);
  return [...decisions, ...reviews.filter((request) => canReview(deps, actor, request))]
    .toSorted((one, other) => stageSince(one) - stageSince(other))
    .slice(0, limit);
}

/** For administrators: reviews that others leave open for too long, the oldest first. Nothing for anybody else. */
export async function listUnreviewed(
  deps: SetupDeps,
  actor: Actor,
  limit: number,
): Promise<readonly Request[]> {
  if (!deps.settings.administrators.includes(actor.id)) {
    return [];
  }
  const open = await deps.requests.listToReview(actor.tenantId, undefined, pageSize);
  const now = deps.clock.now();
  return open
    .filter((request) => isReviewOverdue(request, now) && !canReview(deps, actor, request))
    .slice(0, limit);
}

async function listDecisions(
  deps: SetupDeps,
  actor: Actor,
  limit: number,
): Promise<readonly Request[]> {
  const found: Request[] = [];
  const now = deps.clock.now();
  let after: Request | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = { now, limit: pageSize, after };
    const asking = await deps.requests.listToDecide(actor.tenantId, actor.id, page);
    found.push(...asking.filter((request) => canDecide(deps, actor, request)));
    after = asking.at(-1);
    if (asking.length < pageSize || found.length >= limit) {
      break;
    }
  }
  return found;
}

function canDecide(deps: SetupDeps, actor: Actor, request: Request): boolean {
  return findRefusal(rolesNow(deps, actor, request), 'approve', request) === undefined;
}

function canReview(deps: SetupDeps, actor: Actor, request: Request): boolean {
  return findRefusal(rolesNow(deps, actor, request), 'review', request) === undefined;
}

function stageSince({ approval }: Request): number {
  return approval.stageSince.getTime();
}
