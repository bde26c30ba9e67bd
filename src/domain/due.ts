import type { Approval } from './approval.ts';
import { isToBeReviewed } from './authority.ts';
import type { Request } from './request.ts';

/** When time itself will next have something to do with this request; undefined while it only waits for people. */
export function nextDueAt(request: Request): Date | undefined {
  const { state, approval } = request;
  if (state !== 'awaiting-approval') {
    return isToBeReviewed(request) ? approval.reminders.nextAt : undefined;
  }
  return earliest([approval.expiresAt, escalatesAt(approval), approval.reminders.nextAt]);
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
