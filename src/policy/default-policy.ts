import { builtInNames } from '../domain/approval.ts';
import type { UserId } from '../domain/ids.ts';
import type { Policy } from './schema.ts';

const hour = 3_600_000;

/**
 * What counts where no file is given: any of the approvers decides, and is reminded. It names no longest duration,
 * because a rule with one refuses requests without an end; MAXIMUM_DAYS goes on to count for those with one.
 */
export function defaultPolicy(approvers: readonly UserId[]): Policy {
  return {
    defaults: {
      distinctApprovers: true,
      expiresAfter: 14 * 24 * hour,
      reminders: { first: 4 * hour, backOff: 2, atMost: 3 },
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
