import type { RequestId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import { Problem } from '../domain/problem.ts';
import type { Request, RequestIn } from '../domain/request.ts';
import type { SyncNowResult } from '../domain/sync-now-result.ts';
import { findVisible, rolesNow } from './decisions.ts';
import type { SetupDeps } from './deps.ts';
import { provisionNow } from './provision-now.ts';
import { startConnectNow } from './start-connect-now.ts';

const pageSize = 200;

type Awaiting = RequestIn<'awaiting-sync'>;

/**
 * Runs the sync at once for whatever waits for it: one delta cycle of Entra Connect serves all, and for groups of
 * Cloud Sync just the waiting people are provisioned. Clicks at the same moment, on whichever instance, are one run;
 * the next comes five minutes later at the earliest. For administrators and, where the organisation wants it,
 * approvers. With a request only what its engine needs is run. Throws `not-allowed`, `request-not-found`,
 * `sync-start-not-available`, `sync-unreachable` and, for Cloud Sync, the `graph-…` Problems.
 */
export async function syncNow(
  deps: SetupDeps,
  actor: Actor,
  requestId?: RequestId,
): Promise<SyncNowResult> {
  const asked = requestId === undefined ? undefined : await findVisible(deps, actor, requestId);
  const roles = asked === undefined ? generalRoles(deps, actor) : rolesNow(deps, actor, asked);
  const isAllowed =
    roles.includes('administrator') ||
    (deps.settings.approversMayStartSync === true && roles.includes('approver'));
  if (!isAllowed) {
    throw new Problem('not-allowed', { detail: 'starting a sync is for administrators' });
  }
  const all = await listAwaitingSync(deps, actor);
  const served = asked === undefined ? all : all.filter((request) => isServedWith(request, asked));
  const forCloudSync = served.filter(isOfCloudSync);
  const forConnect = served.filter((request) => !isOfCloudSync(request));
  const [connect, cloudSync] = await Promise.all([
    forConnect.length === 0 ? undefined : startConnectNow(deps, actor, forConnect),
    provisionNow(deps, actor, forCloudSync),
  ]);
  return { waiting: served.map(({ id }) => id), connect, cloudSync };
}

function generalRoles(
  { settings }: SetupDeps,
  { id }: Actor,
): readonly ('administrator' | 'approver')[] {
  return [
    ...(settings.administrators.includes(id) ? (['administrator'] as const) : []),
    ...(settings.approvers.includes(id) ? (['approver'] as const) : []),
  ];
}

async function listAwaitingSync(
  { requests }: SetupDeps,
  { tenantId }: Actor,
): Promise<readonly Awaiting[]> {
  const found: Awaiting[] = [];
  let after: RequestId | undefined;
  for (;;) {
    const page = await requests.listIn(['awaiting-sync'], pageSize, after);
    found.push(...page.filter(isAwaiting).filter((request) => request.tenantId === tenantId));
    after = page.at(-1)?.id;
    if (page.length < pageSize) {
      return found;
    }
  }
}

function isAwaiting(request: { readonly state: string }): request is Awaiting {
  return request.state === 'awaiting-sync';
}

/** Connect takes everything along; Cloud Sync is asked for one group. */
function isServedWith(request: Awaiting, asked: Request): boolean {
  if (isOfCloudSync(request) !== isOfCloudSync(asked)) {
    return false;
  }
  const isGroup = 'setUp' in asked && asked.setUp?.groupId === request.setUp.groupId;
  return isGroup || !isOfCloudSync(asked);
}

function isOfCloudSync({ plan }: Pick<Awaiting, 'plan'>): boolean {
  return plan.writeback.engine === 'cloud-sync';
}
