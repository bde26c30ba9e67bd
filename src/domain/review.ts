import { findRefusal, isToBeReviewed, rolesOf } from './authority.ts';
import type { UserId } from './ids.ts';
import type { Person } from './person.ts';
import { remindersTo } from './reminders.ts';
import type { Request } from './request.ts';

/** A review is expected within so long; afterwards administrators read that there is none. */
const reviewedWithinMs = 24 * 3_600_000;

/**
 * Who can say now whether access that was taken first was justified; each of them is enough. Nobody once somebody has
 * said so, and for every other request.
 */
export function reviewersOf(request: Request, now: Date): readonly Person[] {
  const { tenantId } = request;
  return request.approvers.filter(({ id }) => {
    const roles = rolesOf({ tenantId, id }, request, { administrators: [], now });
    return findRefusal(roles, 'review', request) === undefined;
  });
}

/** Whether this person has been reminded of a review that is still open and theirs to give. */
export function isReviewReminded(request: Request, id: UserId | undefined): boolean {
  return (
    id !== undefined &&
    isToBeReviewed(request) &&
    remindersTo(request.approval, id).sent > 0 &&
    reviewersOf(request, request.updatedAt).some((reviewer) => reviewer.id === id)
  );
}

/** Whether access that was taken first has been without a review for too long. */
export function isReviewOverdue(request: Request, now: Date): boolean {
  const { breakGlass } = request.approval;
  return (
    breakGlass !== undefined &&
    isToBeReviewed(request) &&
    now.getTime() - breakGlass.at.getTime() >= reviewedWithinMs
  );
}
