import { builtInNames } from '../domain/approval.ts';
import type { UserId } from '../domain/ids.ts';
import type { Policy } from './schema.ts';

const hour = 3_600_000;

/** Nobody is rung at night or on a Sunday. Minutes after midnight, in the zone of whoever is reminded. */
const workingHours = { from: 8 * 60, to: 18 * 60, days: [1, 2, 3, 4, 5] };

/**
 * What counts where no file is given: any of the approvers decides, and is reminded. It names no longest duration of its
 * own: MAXIMUM_DAYS and ALLOW_NO_END say it.
 */
export function defaultPolicy(approvers: readonly UserId[]): Policy {
  return {
    defaults: {
      distinctApprovers: true,
      expiresAfter: 14 * 24 * hour,
      reminders: { first: 4 * hour, backOff: 2, atMost: 3, workingHours },
    },
    rules: [
      {
        name: builtInNames.rule,
        stages: [
          { name: builtInNames.stage, approvers: approvers.map((user) => ({ user })), need: 'any' },
        ],
        breakGlass: true,
      },
    ],
    tests: [],
  };
}
