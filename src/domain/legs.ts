import type { LastLook, Request, RequestIn } from './request.ts';

export type LegName = 'assigned' | 'member-in-entra' | 'exported' | 'member-in-ad';

/** One part of the way, as far as it is known. `unknown` is said where nobody can tell, never guessed. */
export interface Leg {
  readonly name: LegName;
  readonly status: 'pending' | 'working' | 'done' | 'failed' | 'unknown';
  readonly startedAt?: Date | undefined;
  readonly doneAt?: Date | undefined;
}

/** The moments that part the legs; undefined where not reached. */
interface Milestones {
  readonly approvedAt: Date | undefined;
  readonly deliveredAt: Date | undefined;
  readonly memberAt: Date | undefined;
  readonly exportedAt: Date | undefined;
  readonly provenAt: Date | undefined;
}

/** Whether it was approved, so that there is a way to follow. */
export function hasLegs(request: Request): boolean {
  return request.state !== 'denied' && 'decision' in request;
}

/** The four legs of a request, drawn from its stored state alone. A leg is never done before the one in front of it. */
export function legsOf(request: Request): readonly [Leg, Leg, Leg, Leg] {
  const at = milestonesOf(request);
  const stalled = request.state === 'failed' ? 'failed' : 'working';
  const unseen = isUnverifiable(request) ? 'unknown' : stalled;
  const exported = leg('exported', at.memberAt, at.exportedAt, unseen);
  return [
    leg('assigned', at.approvedAt, at.deliveredAt, stalled),
    leg('member-in-entra', at.deliveredAt, at.memberAt, stalled),
    request.state === 'awaiting-sync' ? exportOf(request, exported) : exported,
    leg('member-in-ad', at.exportedAt ?? unseenSince(request), at.provenAt, unseen),
  ];
}

/**
 * The export is under way only while a cycle is seen that began after the membership; before that it waits. Nobody
 * can tell where Active Directory was looked at although no schedule shows any cycle.
 */
function exportOf({ memberAt, cycle, lastLook }: RequestIn<'awaiting-sync'>, exported: Leg): Leg {
  if (exported.status === 'done') {
    return exported;
  }
  if (cycle !== undefined) {
    return { ...exported, status: 'working', startedAt: cycle.startedAt ?? memberAt };
  }
  return lastLook?.expectedAt === undefined && isWithoutSchedule(lastLook)
    ? { ...exported, status: 'unknown' }
    : { name: 'exported', status: 'pending' };
}

/** Where a schedule can be seen, that no cycle has begun is the finding instead. */
function isWithoutSchedule(look: LastLook | undefined): boolean {
  return look !== undefined && withoutSchedule.includes(look.finding);
}

const withoutSchedule: readonly LastLook['finding'][] = [
  'not-member',
  'group-missing',
  'user-missing',
  'group-ambiguous',
  'user-ambiguous',
  'not-verifiable',
];

// oxlint-disable-next-line max-params -- a row of the table above
function leg(
  name: LegName,
  startedAt: Date | undefined,
  doneAt: Date | undefined,
  open: Leg['status'],
): Leg {
  if (doneAt !== undefined) {
    return { name, status: 'done', startedAt, doneAt };
  }
  return startedAt === undefined ? { name, status: 'pending' } : { name, status: open, startedAt };
}

function milestonesOf(request: Request): Milestones {
  return {
    approvedAt:
      request.state !== 'denied' && 'decision' in request ? request.decision.at : undefined,
    deliveredAt: 'deliveredAt' in request ? request.deliveredAt : undefined,
    memberAt: 'memberAt' in request ? request.memberAt : undefined,
    exportedAt: exportedAt(request),
    provenAt: request.state === 'confirmed' ? request.proof.checkedAt : undefined,
  };
}

/** What is seen in Active Directory must have been exported, even where no schedule tells when. */
function exportedAt(request: Request): Date | undefined {
  const finishedAt = 'cycle' in request ? request.cycle?.finishedAt : undefined;
  const isProven = request.state === 'confirmed' && request.proof.kind === 'ldap';
  return finishedAt ?? (isProven ? request.proof.checkedAt : undefined);
}

function isUnverifiable(request: Request): boolean {
  if (request.state === 'confirmed') {
    return request.proof.kind === 'attested';
  }
  return request.state === 'awaiting-sync' && request.lastLook?.finding === 'not-verifiable';
}

function unseenSince(request: Request): Date | undefined {
  return isUnverifiable(request) && 'memberAt' in request ? request.memberAt : undefined;
}
