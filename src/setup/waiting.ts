import { findRefusal } from '../domain/authority.ts';
import type { RequestId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import type { Request } from '../domain/request.ts';
import { rolesNow } from './decisions.ts';
import type { SetupDeps } from './deps.ts';

const pageSize = 50;
/** Whoever has approved many of a long list still gets an answer in a bounded time. */
const mostPages = 4;

/** Requests on which this person can decide now, at most `limit`, the longest waiting first. */
export async function listWaiting(
  deps: SetupDeps,
  actor: Actor,
  limit: number,
): Promise<readonly Request[]> {
  const found: Request[] = [];
  let after: RequestId | undefined;
  for (let page = 0; page < mostPages && found.length < limit; page += 1) {
    const asking = await deps.requests.listAsking(actor.tenantId, actor.id, {
      limit: pageSize,
      after,
    });
    found.push(...asking.filter((request) => canDecide(deps, actor, request)));
    after = asking.at(-1)?.id;
    if (asking.length < pageSize) {
      break;
    }
  }
  return found.toSorted((one, other) => stageSince(one) - stageSince(other)).slice(0, limit);
}

function canDecide(deps: SetupDeps, actor: Actor, request: Request): boolean {
  return findRefusal(rolesNow(deps, actor, request), 'approve', request) === undefined;
}

function stageSince({ approval }: Request): number {
  return approval.stageSince.getTime();
}
