const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What the next sync cycle would mend by itself is told only when it is still there so long afterwards. */
export const settlesAfterMs = 70 * 60_000;

export interface LooksSoFar {
  readonly lastAt: Date | undefined;
  /** When the oldest finding that is not told yet was seen first. */
  readonly unsettledSince: Date | undefined;
}

/** Whether it is time to look: at the given hour (UTC) of each day, and again when what was found can have settled. */
export function isLookDue(
  { lastAt, unsettledSince }: LooksSoFar,
  hour: number,
  now: Date,
): boolean {
  if (lastAt === undefined || lastAt < lastTurn(hour, now)) {
    return true;
  }
  const settled = unsettledSince && new Date(unsettledSince.getTime() + settlesAfterMs);
  return settled !== undefined && settled <= now && lastAt < settled;
}

function lastTurn(hour: number, now: Date): Date {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), hour);
  return new Date(today > now.getTime() ? today - dayMs : today);
}
