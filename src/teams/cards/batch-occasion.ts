import type { UserId } from '../../domain/ids.ts';
import { remindersTo } from '../../domain/reminders.ts';
import type { Request } from '../../domain/request.ts';
import { awaits } from './batch-audience.ts';

/** Requests of one list come back one after another; one message tells of those within so long. */
const togetherMs = 10 * 60_000;

/**
 * What a message of its own tells this approver, since a card that only changes alerts nobody: that requests have come
 * back, the latest stage that waits for them, and its latest reminder. Undefined while nothing does.
 */
export function batchOccasionOf(requests: readonly Request[], id: UserId): string | undefined {
  const asking = requests.filter((request) => awaits(request, id));
  if (asking.length === 0) {
    return undefined;
  }
  const returned = Math.max(...asking.map(({ approval }) => approval.returned?.at.getTime() ?? 0));
  const stage = Math.max(...asking.map(({ approval }) => approval.stage));
  const here = asking.filter(({ approval }) => approval.stage === stage);
  const reminders = Math.max(...here.map(({ approval }) => remindersTo(approval, id).sent));
  return [returned, stage, reminders].join('/');
}

/** Whether the occasion has something that was not told with the other; what was decided since takes nothing back. */
export function isLaterOccasion(occasion: string, told: string | undefined): boolean {
  const [returned, stage, reminders] = partsOf(occasion);
  const [toldReturned, toldStage, toldReminders] = partsOf(told ?? '');
  return (
    told === undefined ||
    returned > toldReturned + togetherMs ||
    stage > toldStage ||
    (stage === toldStage && reminders > toldReminders)
  );
}

function partsOf(occasion: string): readonly [number, number, number] {
  const [returned = 0, stage = 0, reminders = 0] = occasion.split('/').map(Number);
  return [returned, stage, reminders];
}
