import { z } from 'zod';
import { GroupId, UserId } from '../domain/ids.ts';
import { textOf } from './text-schema.ts';
import { DurationText } from './values.ts';

export const Name = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(100, 'must be at most 100 characters');

/** One line under `approvers` or `to`. */
export const Source = z.union(
  [
    z.strictObject({ user: UserId }),
    z.strictObject({ group: GroupId }),
    z.strictObject({ manager: z.strictObject({ fallback: z.array(UserId).default([]) }) }),
    z.strictObject({ catalogRole: z.enum(['catalog-owner', 'access-package-manager']) }),
  ],
  { error: 'must be exactly one of `user`, `group`, `manager` and `catalogRole`' },
);
export type Source = z.infer<typeof Source>;

const Sources = z.array(Source).min(1, 'must name at least one approver');

export const Need = z.union([z.enum(['any', 'all']), z.number().int().min(1).max(50)], {
  error: 'must be any, all, or a number from 1 to 50',
});

export const Escalation = z.strictObject({ after: DurationText, to: Sources });

/** One stage of approval, as accessPackageApprovalStage in entitlement management. */
export const Stage = z
  .strictObject({
    name: textOf(100),
    approvers: Sources,
    need: Need.default('any'),
    escalation: Escalation.optional(),
  })
  .superRefine(({ approvers, need }, context) => {
    const most = countPeople(approvers);
    if (typeof need === 'number' && need > most) {
      const message = `must be at most ${most}, because no more people can approve here`;
      context.addIssue({ code: 'custom', path: ['need'], message });
    }
  });

export type Stage = z.infer<typeof Stage>;

/** How many people the sources can stand for; nobody knows with a group or a role. */
function countPeople(sources: readonly Source[]): number {
  const named = new Set(sources.flatMap((source) => ('user' in source ? [source.user] : [])));
  const others = sources.map((source) => {
    if ('manager' in source) {
      return Math.max(source.manager.fallback.length, 1);
    }
    return 'user' in source ? 0 : Number.POSITIVE_INFINITY;
  });
  return others.reduce((sum, count) => sum + count, named.size);
}
