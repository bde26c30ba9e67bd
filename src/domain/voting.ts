import { type Approval, type Approver, askedNow, askedSoFar, type Vote } from './approval.ts';
import type { UserId } from './ids.ts';
import { remindersTo } from './reminders.ts';

/** What somebody is to the stage that is asked now. */
export type Standing = 'not-asked' | 'may-vote' | 'has-voted' | 'voted-earlier';

/**
 * Whether this person's approval would count now. A vote uses up whoever cast it and, when a deputy did, whoever it
 * was cast for: neither votes again in the stage, nor in a later one where the policy wants different people.
 */
export function standingOf(approval: Approval, id: UserId, now: Date): Standing {
  const seats = seatsOf(approval, id, now);
  if (seats.length === 0) {
    return 'not-asked';
  }
  const open = seats.filter((seat) => !isUsed(seat, usedNow(approval)));
  if (open.length === 0) {
    return 'has-voted';
  }
  return open.some((seat) => !isUsed(seat, usedEarlier(approval))) ? 'may-vote' : 'voted-earlier';
}

/** As what this person would vote: in their own right if they can, else for somebody whose deputy they are. */
export function findSeat(approval: Approval, id: UserId, now: Date): Approver | undefined {
  return openSeats(approval, id, now)[0];
}

/** All seats in which they could still vote, their own before those as a deputy. */
export function openSeats(approval: Approval, id: UserId, now: Date): readonly Approver[] {
  const used = new Set([...usedNow(approval), ...usedEarlier(approval)]);
  return ownFirst(seatsOf(approval, id, now).filter((seat) => !isUsed(seat, used)));
}

/** As what this person is asked, whether they have voted or not; as what they could still vote comes first. */
export function askedSeats(approval: Approval, id: UserId, now: Date): readonly Approver[] {
  const open = openSeats(approval, id, now);
  const voted = seatsOf(approval, id, now).filter((seat) => !open.includes(seat));
  return [...open, ...ownFirst(voted)];
}

/** Those whose approval would still count, each once: whom a reminder is for. */
export function pendingApprovers(approval: Approval, now: Date): readonly Approver[] {
  const ids = new Set(askedNow(approval).map(({ person }) => person.id));
  return [...ids].flatMap((id) => findSeat(approval, id, now) ?? []);
}

/**
 * Whether this person is reminded of something they were asked before: not those who came in after the last reminder
 * because nobody had decided, or as a deputy. Without a person, whether anybody is.
 */
export function isReminded(approval: Approval, id: UserId | undefined): boolean {
  const { sent, lastAt } = id === undefined ? approval.reminders : remindersTo(approval, id);
  if (sent === 0 || id === undefined || lastAt === undefined) {
    return sent > 0;
  }
  const seats = askedNow(approval).filter(({ person }) => person.id === id);
  return seats.length === 0 || seats.some((seat) => lastAt > askedAt(approval, seat));
}

/** The approval with one more vote; the stage moves on only by `enterStage`. */
export function castVote(approval: Approval, vote: Omit<Vote, 'stage'>): Approval {
  return { ...approval, votes: [...approval.votes, { ...vote, stage: approval.stage }] };
}

/** Whether so many different people as are needed have approved the stage that is asked now. */
export function isStageComplete(approval: Approval): boolean {
  const need = approval.route.stages[approval.stage]?.need ?? Number.POSITIVE_INFINITY;
  return new Set(votesOf(approval, approval.stage).map(({ by }) => by.id)).size >= need;
}

export function isLastStage({ route, stage }: Approval): boolean {
  return stage >= route.stages.length - 1;
}

export interface Entry {
  readonly stage: number;
  readonly now: Date;
  /** Of the request, once this is stored. */
  readonly version: number;
}

/** The approval at the beginning of a stage: nobody has claimed it, been reminded, or kept silent. */
export function enterStage(approval: Approval, { stage, now, version }: Entry): Approval {
  const { claim: _claim, escalatedAt: _escalatedAt, lookedAt: _lookedAt, ...rest } = approval;
  return { ...rest, stage, stageSince: now, askedSince: version, reminders: { sent: 0 } };
}

/** Whether the time for deciding is over, also where nothing has looked at the request since. */
export function isOverdue({ expiresAt }: Approval, now: Date): boolean {
  return expiresAt !== undefined && expiresAt <= now;
}

/** Whether authority that a deputy was given holds at this moment; everybody else's always does. */
export function isInForce({ because }: Approver, now: Date): boolean {
  return because.kind !== 'deputy' || now < because.until;
}

/** Whether this person was asked as a deputy only, and is none any more. */
export function isFormerDeputy({ route }: Approval, id: UserId, now: Date): boolean {
  const entries = route.stages
    .flatMap(({ approvers, escalation }) => [...approvers, ...(escalation?.approvers ?? [])])
    .filter(({ person }) => person.id === id);
  return entries.length > 0 && entries.every((entry) => !isInForce(entry, now));
}

/** Whether this person was asked and has left those who are, and no stage so far asks them after all. */
export function hasLeft(approval: Approval, id: UserId): boolean {
  return (
    approval.left?.includes(id) === true && askedSoFar(approval).every((person) => person.id !== id)
  );
}

/** Whether whoever has been asked at some time still has a say in what becomes of the request. */
export function trustOf(
  approval: Approval,
  id: UserId,
  now: Date,
): 'approver' | 'former-approver' | 'former-deputy' {
  if (hasLeft(approval, id)) {
    return 'former-approver';
  }
  return isFormerDeputy(approval, id, now) ? 'former-deputy' : 'approver';
}

function ownFirst(seats: readonly Approver[]): readonly Approver[] {
  const own = seats.filter(({ because }) => because.kind !== 'deputy');
  return [...own, ...seats.filter((seat) => !own.includes(seat))];
}

function seatsOf(approval: Approval, id: UserId, now: Date): readonly Approver[] {
  return askedNow(approval).filter((seat) => seat.person.id === id && isInForce(seat, now));
}

/** When this seat was first asked in the stage that is asked now. */
export function askedAt({ route, stage, stageSince, escalatedAt }: Approval, seat: Approver): Date {
  const isOfEscalation = route.stages[stage]?.escalation?.approvers.includes(seat) === true;
  const began = isOfEscalation ? (escalatedAt ?? stageSince) : stageSince;
  const deputySince = seat.because.kind === 'deputy' ? seat.because.since : undefined;
  const moments = [began, deputySince ?? began, seat.since ?? began];
  return new Date(Math.max(...moments.map((moment) => moment.getTime())));
}

function isUsed({ person, because }: Approver, used: ReadonlySet<UserId>): boolean {
  return used.has(person.id) || (because.kind === 'deputy' && used.has(because.of.id));
}

function usedNow(approval: Approval): ReadonlySet<UserId> {
  return peopleIn(votesOf(approval, approval.stage));
}

function usedEarlier({ route, stage, votes }: Approval): ReadonlySet<UserId> {
  return peopleIn(route.distinctApprovers ? votes.filter((vote) => vote.stage < stage) : []);
}

function votesOf({ votes }: Approval, stage: number): readonly Vote[] {
  return votes.filter((vote) => vote.stage === stage);
}

/** Everybody whom these votes use up. */
export function peopleIn(votes: readonly Vote[]): ReadonlySet<UserId> {
  return new Set(
    votes.flatMap(({ by, onBehalfOf }) => [by.id, ...(onBehalfOf ? [onBehalfOf.id] : [])]),
  );
}
