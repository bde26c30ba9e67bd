import type { GroupId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import type { CloudProvisioning } from '../domain/ports.ts';
import { Problem } from '../domain/problem.ts';
import type { OnDemandProvisioning } from '../domain/provisioning.ts';
import type { RequestIn } from '../domain/request.ts';
import type { CloudSyncRun } from '../domain/sync-now-result.ts';
import type { SetupDeps } from './deps.ts';
import { type Attempted, runOnce } from './run-once.ts';

type Awaiting = RequestIn<'awaiting-sync'>;

/** One group after another: Graph permits five calls in ten seconds. Throws `sync-start-not-available`, `graph-…`. */
export async function provisionNow(
  deps: SetupDeps,
  actor: Actor,
  requests: readonly Awaiting[],
): Promise<readonly CloudSyncRun[]> {
  const { provisioning } = deps;
  if (requests.length === 0) {
    return [];
  }
  if (provisioning === undefined) {
    throw new Problem('sync-start-not-available', {
      detail: 'Cloud Sync cannot be asked from here',
    });
  }
  const byGroup = Map.groupBy(requests, ({ setUp }) => setUp.groupId);
  const done: CloudSyncRun[] = [];
  for (const [groupId, waiting] of byGroup) {
    done.push(await provisionGroup(deps, provisioning, { groupId, actor, waiting }));
  }
  return done;
}

interface GroupWish {
  readonly groupId: GroupId;
  readonly actor: Actor;
  readonly waiting: readonly Awaiting[];
}

async function provisionGroup(
  deps: SetupDeps,
  provisioning: CloudProvisioning,
  { groupId, actor, waiting }: GroupWish,
): Promise<CloudSyncRun> {
  const groupName = waiting[0]?.plan.group.displayName ?? groupId;
  const found = await runOnce(
    deps,
    { target: groupId, actor, requests: waiting },
    async (): Promise<Attempted<CloudSyncRun>> => {
      const startedAt = deps.clock.now();
      const userIds = [...new Set(waiting.map(({ beneficiary }) => beneficiary.id))];
      const result = await provisioning.provisionOnDemand(groupId, userIds);
      const why = whyNothing(result);
      return {
        outcome: why === undefined ? 'started' : 'refused',
        detail: why,
        answer: { kind: 'asked', groupId, groupName, startedAt, result },
      };
    },
  );
  if ('answer' in found) {
    return found.answer;
  }
  const { startedAt, by, retryAt, requestIds } = found.recent;
  return waiting.every(({ id }) => requestIds.includes(id))
    ? { kind: 'joined', groupId, groupName, startedAt, by }
    : { kind: 'too-soon', groupId, groupName, startedAt, by, retryAt };
}

/** Where nobody was written, the next attempt need not wait. */
function whyNothing(result: OnDemandProvisioning): string | undefined {
  if (result.kind !== 'asked') {
    return result.kind;
  }
  const reasons = result.members.map((member) =>
    member.state === 'success' ? undefined : member.reason.code,
  );
  return reasons.includes(undefined) ? undefined : reasons[0];
}
