import { type Approval, askedSoFar } from './approval.ts';
import type { UserId } from './ids.ts';

/** How often somebody has been reminded in the stage that is asked now, and when last. */
export interface RemindersTo {
  readonly sent: number;
  readonly lastAt?: Date | undefined;
}

/** What this person has been reminded of; each is in their own working hours. */
export function remindersTo({ reminders }: Approval, id: UserId): RemindersTo {
  const { people, sent, lastAt } = reminders;
  // A request from before had all of them reminded in the same moment.
  return people === undefined
    ? { sent, lastAt }
    : (people.find((each) => each.id === id) ?? { sent: 0 });
}

/** The approval with one more reminder to each of these. */
export function withReminderTo(approval: Approval, ids: readonly UserId[], now: Date): Approval {
  if (ids.length === 0) {
    return approval;
  }
  const people = [...new Set([...askedSoFar(approval).map(({ id }) => id), ...ids])].flatMap(
    (id) => {
      const { sent, lastAt } = remindersTo(approval, id);
      const isNow = ids.includes(id);
      return isNow || sent > 0
        ? [{ id, sent: isNow ? sent + 1 : sent, lastAt: isNow ? now : lastAt }]
        : [];
    },
  );
  const sent = Math.max(...people.map((each) => each.sent));
  return { ...approval, reminders: { sent, lastAt: now, people } };
}
