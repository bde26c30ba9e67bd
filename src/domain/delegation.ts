import { z } from 'zod';
import type { Approver } from './approval.ts';
import { TenantId, type UserId } from './ids.ts';
import { Person } from './person.ts';

const Instant = z.coerce.date();

/** An approver's deputy for a period. The deputy decides as well; the approver still can. */
export const Delegation = z.object({
  tenantId: TenantId,
  approver: Person,
  deputy: Person,
  from: Instant,
  until: Instant,
  /** IANA name, where the approver is: the period is whole days there. */
  zone: z.string().optional(),
  createdAt: Instant,
});
export type Delegation = z.infer<typeof Delegation>;

/** What is left of a delegation beside the time that a newer one takes, apart from what was over when that was made. */
export function partsBeside(
  before: Delegation,
  { from, until, createdAt }: Delegation,
): readonly Delegation[] {
  const parts = [
    { ...before, until: from },
    { ...before, from: until },
  ];
  return parts.filter((part) => part.from < part.until && part.until > createdAt);
}

/**
 * The approvers and, behind them, the deputies that they have named. A deputy has no deputies; whoever is in
 * `excluded` (the parties of the request) becomes none.
 */
export function withDeputies(
  approvers: readonly Approver[],
  delegations: readonly Delegation[],
  excluded: readonly UserId[],
): readonly Approver[] {
  const own = approvers.filter(({ because }) => because.kind !== 'deputy');
  const added = own.flatMap(({ person }) =>
    delegations
      .filter(({ approver, deputy }) => approver.id === person.id && !excluded.includes(deputy.id))
      .map((delegation) => deputyOf(person, delegation)),
  );
  const kept = approvers.filter(
    (approver) => !added.some((deputy) => isSameSeat(approver, deputy)),
  );
  return [...kept, ...added];
}

/** The approvers with the authority at an end that these delegations gave. */
export function withoutDeputies(
  approvers: readonly Approver[],
  ended: readonly Delegation[],
  now: Date,
): readonly Approver[] {
  return approvers.map((approver) => {
    const { person, because } = approver;
    return because.kind === 'deputy' &&
      because.until > now &&
      ended.some((delegation) => isGivenBy(approver, delegation))
      ? { person, because: { ...because, until: now } }
      : approver;
  });
}

/** One person can be the deputy for two periods; the end tells them apart. */
function isGivenBy(
  { person, because }: Approver,
  { approver, deputy, until }: Delegation,
): boolean {
  return (
    because.kind === 'deputy' &&
    because.of.id === approver.id &&
    person.id === deputy.id &&
    because.until.getTime() === until.getTime()
  );
}

function deputyOf(of: Person, delegation: Delegation): Approver {
  const { deputy: person, from, until, zone, createdAt } = delegation;
  const since = from > createdAt ? from : createdAt;
  const period = zone === undefined ? { since, until } : { since, until, zone };
  return { person, because: { kind: 'deputy', of, ...period } };
}

/** Whether both are the same person, in their own right or as the deputy of the same. */
export function isSameSeat(one: Approver, other: Approver): boolean {
  return one.person.id === other.person.id && standsInFor(one) === standsInFor(other);
}

function standsInFor({ because }: Approver): UserId | undefined {
  return because.kind === 'deputy' ? because.of.id : undefined;
}
