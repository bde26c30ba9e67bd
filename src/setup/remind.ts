import { type Approval, askedSoFar } from '../domain/approval.ts';
import { awaitedApprovers } from '../domain/needed-later.ts';
import type { Person } from '../domain/person.ts';
import { withReminderTo } from '../domain/reminders.ts';
import type { Request } from '../domain/request.ts';
import { askedAt } from '../domain/voting.ts';
import type { SetupDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';
import { nextReminderAt, nextReminderFor, type Reminded } from './reminder-times.ts';

type ReminderDeps = Pick<SetupDeps, 'clock' | 'timeZoneOf'>;

/** For whom a request is made counts as little as its state. */
type Asking = Pick<Request, 'tenantId'> & { readonly requester: Pick<Person, 'id'> };

/** Time zones that are looked up in the same moment. */
const atOnce = 4;

/** The same approval with the moment of its next reminder, to whoever's turn is first. */
export async function withNextReminder(
  deps: ReminderDeps,
  asking: Asking,
  approval: Approval,
): Promise<Approval> {
  return withNext(approval, await peopleToRemind(deps, asking, approval), deps.clock.now());
}

/** The approval with one more reminder to everybody whose time has come, and the moment of the next. */
export async function remind(
  deps: ReminderDeps,
  asking: Asking,
  approval: Approval,
): Promise<Approval> {
  const now = deps.clock.now();
  const people = await peopleToRemind(deps, asking, approval);
  const due = people.filter((each) => {
    const moment = nextReminderFor(approval, each, now);
    return moment !== undefined && moment <= now;
  });
  const reminded = withReminderTo(
    approval,
    due.map(({ id }) => id),
    now,
  );
  return withNext(reminded, people, now);
}

function withNext(approval: Approval, people: readonly Reminded[], now: Date): Approval {
  const { nextAt: _before, ...reminders } = approval.reminders;
  const nextAt = nextReminderAt(approval, people, now);
  return { ...approval, reminders: nextAt === undefined ? reminders : { ...reminders, nextAt } };
}

/** Who can still decide, or of access that was taken first, everybody who can review it; where they work. */
async function peopleToRemind(
  { clock, timeZoneOf }: ReminderDeps,
  { tenantId, requester }: Asking,
  approval: Approval,
): Promise<readonly Reminded[]> {
  const people = remindedIn(approval, clock.now());
  const hours = approval.route.reminders?.workingHours;
  if (hours === undefined) {
    return people;
  }
  const zones = new Map<Reminded['id'], string | undefined>();
  await inParallel(atOnce, people, async ({ id }) => {
    zones.set(id, await timeZoneOf(tenantId, id));
  });
  const otherwise = hours.timeZone ?? (await timeZoneOf(tenantId, requester.id));
  return people.map((each) => ({ ...each, zones: [zones.get(each.id), otherwise] }));
}

function remindedIn(approval: Approval, now: Date): readonly Reminded[] {
  if (approval.breakGlass !== undefined) {
    const { at: since } = approval.breakGlass;
    return askedSoFar(approval).map(({ id }) => ({ id, since }));
  }
  return awaitedApprovers(approval, now).map((seat) => ({
    id: seat.person.id,
    since: askedAt(approval, seat),
  }));
}
