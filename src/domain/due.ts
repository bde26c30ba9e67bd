import type { Approval, ApprovalStage } from './approval.ts';
import { isToBeReviewed } from './authority.ts';
import type { Request } from './request.ts';

const lookEveryMs = 24 * 3_600_000;

/** When time itself will next have something to do with this request; undefined while it only waits for people. */
export function nextDueAt(request: Request): Date | undefined {
  const { state, approval } = request;
  if (state !== 'awaiting-approval') {
    return isToBeReviewed(request) ? approval.reminders.nextAt : undefined;
  }
  return earliest([
    approval.expiresAt,
    escalatesAt(approval),
    approval.reminders.nextAt,
    looksAgainAt(approval),
  ]);
}

/**
 * When the people of the stage that is asked now are looked up again at the latest, also where nobody is reminded any
 * more; undefined where the rule names every person it comes to.
 */
export function looksAgainAt({ route, stage, stageSince, lookedAt }: Approval): Date | undefined {
  // Whoever is to approve a later stage may be kept from approving this one.
  const ahead = route.stages.slice(stage, route.distinctApprovers ? undefined : stage + 1);
  return ahead.some(canChange)
    ? new Date((lookedAt ?? stageSince).getTime() + lookEveryMs)
    : undefined;
}

function canChange({ template }: ApprovalStage): boolean {
  const sources = [...(template?.approvers ?? []), ...(template?.escalation?.to ?? [])];
  return sources.some(({ kind }) => kind !== 'user');
}

/** When the stage that is asked now goes to further people, unless somebody decides. */
export function escalatesAt({ route, stage, stageSince, escalatedAt }: Approval): Date | undefined {
  const escalation = route.stages[stage]?.escalation;
  return escalation === undefined || escalatedAt !== undefined
    ? undefined
    : new Date(stageSince.getTime() + escalation.afterMs);
}

function earliest(moments: readonly (Date | undefined)[]): Date | undefined {
  return moments
    .filter((moment) => moment !== undefined)
    .toSorted((one, other) => one.getTime() - other.getTime())[0];
}
