import { z } from 'zod';
import { toMilliseconds } from './durations.ts';
import type { JsonObject } from './json.ts';
import type { PolicyRow } from './rows.ts';
import { toIso } from './world.ts';

const Expiration = z.looseObject({
  type: z.enum(['notSpecified', 'noExpiration', 'afterDateTime', 'afterDuration']),
  endDateTime: z.iso.datetime({ offset: true }).nullable().optional(),
  duration: z.string().nullable().optional(),
});
type Expiration = z.infer<typeof Expiration>;

/** The `schedule` of a request as it is sent. */
export const Schedule = z.looseObject({
  startDateTime: z.iso.datetime({ offset: true }).nullable().optional(),
  expiration: Expiration.nullable().optional(),
});
export type Schedule = z.infer<typeof Schedule>;

export interface Plan {
  /** What Graph shows. */
  readonly schedule: JsonObject;
  readonly beginsAt: number;
  readonly endsAt?: number;
}

/** When an assignment begins and ends: by the request, else by the policy. */
export function planSchedule(sent: Schedule | undefined, policy: PolicyRow, now: number): Plan {
  const start = sent?.startDateTime ?? toIso(now);
  const beginsAt = Math.max(now, Date.parse(start));
  const expiration = sent?.expiration ??
    Expiration.safeParse(policy.rest['expiration']).data ?? { type: 'noExpiration' as const };
  const endsAt = endOf(expiration, beginsAt);
  const shown = {
    endDateTime: expiration.endDateTime ?? null,
    duration: expiration.duration ?? null,
    type: expiration.type,
  };
  const schedule = { startDateTime: start, recurrence: null, expiration: shown };
  return { schedule, beginsAt, ...(endsAt === undefined ? {} : { endsAt }) };
}

function endOf(expiration: Expiration, beginsAt: number): number | undefined {
  if (expiration.type === 'afterDateTime' && typeof expiration.endDateTime === 'string') {
    return Date.parse(expiration.endDateTime);
  }
  const length =
    expiration.type === 'afterDuration' ? toMilliseconds(expiration.duration ?? '') : undefined;
  return length === undefined ? undefined : beginsAt + length;
}
