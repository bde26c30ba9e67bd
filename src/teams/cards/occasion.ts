import type { UserId } from '../../domain/ids.ts';
import { isAwaited } from '../../domain/needed-later.ts';
import { remindersTo } from '../../domain/reminders.ts';
import type { Request } from '../../domain/request.ts';
import { isReviewReminded } from '../../domain/review.ts';

/** What a message was about that was sent when the request was new; stored with none. */
export const firstOccasion = '0//0';

/**
 * What this approver has to be told by a message of its own, since a card that only changes alerts nobody: that a
 * stage asks them, that the request has come back, that they are reminded, of a review too. Undefined while nothing is
 * asked of them.
 */
export function occasionOf(request: Request, id: UserId): string | undefined {
  const { state, approval, updatedAt } = request;
  if (isReviewReminded(request, id)) {
    return `review/${remindersTo(approval, id).sent}`;
  }
  const isPending = state === 'awaiting-approval' && isAwaited(approval, id, updatedAt);
  const { stage, returned } = approval;
  const { sent } = remindersTo(approval, id);
  return isPending ? [stage, returned?.at.toISOString(), sent].join('/') : undefined;
}
