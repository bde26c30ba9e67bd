import type { SyncStatus } from '../domain/membership.ts';
import type { Actor } from '../domain/person.ts';
import type { SyncTrigger } from '../domain/ports.ts';
import { Problem } from '../domain/problem.ts';
import type { RequestIn } from '../domain/request.ts';
import type { ConnectRun } from '../domain/sync-now-result.ts';
import type { SetupDeps } from './deps.ts';
import { type Attempted, type Recent, runOnce } from './run-once.ts';

type Awaiting = RequestIn<'awaiting-sync'>;

/** Throws `sync-start-not-available`, `sync-unreachable`. */
export async function startConnectNow(
  deps: SetupDeps,
  actor: Actor,
  requests: readonly Awaiting[],
): Promise<ConnectRun> {
  const trigger = deps.syncTrigger;
  if (trigger === undefined) {
    const detail = 'the schedule can be read at best, but no cycle can be started from here';
    throw new Problem('sync-start-not-available', { detail });
  }
  const found = await runOnce(deps, { target: 'connect', actor, requests }, () =>
    start(deps, trigger, { actor, requests }),
  );
  return 'recent' in found ? joinRecent(found.recent, requests) : found.answer;
}

function joinRecent({ startedAt, by, retryAt }: Recent, requests: readonly Awaiting[]): ConnectRun {
  return isCovering(startedAt, requests)
    ? { kind: 'joined', startedAt, by, covers: true }
    : { kind: 'too-soon', startedAt, by, retryAt };
}

async function start(
  deps: SetupDeps,
  trigger: SyncTrigger,
  { actor, requests }: { readonly actor: Actor; readonly requests: readonly Awaiting[] },
): Promise<Attempted<ConnectRun>> {
  const status = await deps.sync.status();
  const hindrance = status && findHindrance(status, requests);
  if (hindrance !== undefined) {
    return hindrance;
  }
  const startedAt = deps.clock.now();
  const result = await trigger.startDelta(actor.id);
  switch (result.kind) {
    case 'started':
      return { outcome: 'started', answer: { kind: 'started', startedAt, covers: true } };
    case 'already-running':
      return alreadyRunning(await deps.sync.status(), requests);
    case 'refused': {
      const { kind, why, retryAfterMs } = result;
      return { outcome: 'refused', detail: why, answer: { kind, why, retryAfterMs } };
    }
  }
}

/** A cycle of a disabled scheduler can be run by hand; one of a staging server would export nothing. */
function findHindrance(
  status: SyncStatus,
  requests: readonly Awaiting[],
): Attempted<ConnectRun> | undefined {
  if (status.inProgress) {
    return alreadyRunning(status, requests);
  }
  const { suspended, staging } = status;
  if (!suspended && !staging) {
    return undefined;
  }
  const why = staging ? 'staging' : 'suspended';
  return { outcome: 'refused', detail: why, answer: { kind: 'refused', why } };
}

function alreadyRunning(
  status: SyncStatus | undefined,
  requests: readonly Awaiting[],
): Attempted<ConnectRun> {
  const startedAt = status?.currentCycleStartedAt;
  const covers = startedAt !== undefined && isCovering(startedAt, requests);
  return { outcome: 'already-running', answer: { kind: 'already-running', startedAt, covers } };
}

function isCovering(startedAt: Date, requests: readonly Awaiting[]): boolean {
  return requests.every(({ memberAt }) => memberAt < startedAt);
}
