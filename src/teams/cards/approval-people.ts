import {
  type Approval,
  type ApprovalStage,
  type Approver,
  type ApproverReason,
  askedNow,
  type Vote,
} from '../../domain/approval.ts';
import type { UserId } from '../../domain/ids.ts';
import { awaitedApprovers } from '../../domain/needed-later.ts';
import type { Person } from '../../domain/person.ts';
import type { Request } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { said, saidList } from './escape.ts';
import { lastDayOf } from './when.ts';

/**
 * "Waiting for Ada or Paul", deputies included, "for 2 of Ada, Ben and Paul", "for both Ada and Paul": who still has to
 * say yes. Escaped.
 */
export function waitingFor(words: Words, request: Request): string {
  const { missing, names } = deciders(request);
  if (missing <= 1) {
    return words.states.awaitingApproval(saidList(words, names, 'or'));
  }
  const all = saidList(words, names, 'and');
  if (missing < names.length) {
    return words.approval.waitingForSome(missing, all);
  }
  return names.length === 2
    ? words.approval.waitingForBoth(all)
    : words.approval.waitingForAll(all);
}

/** The same people alone: "Ada or Paul", where several are needed "Ada and Paul". Escaped. */
export function deciderNames(words: Words, request: Request): string {
  const { missing, names } = deciders(request);
  return saidList(words, names, missing <= 1 ? 'or' : 'and');
}

interface Deciders {
  readonly missing: number;
  readonly names: readonly string[];
}

function deciders({ approval, approvers, updatedAt }: Request): Deciders {
  const pending = awaitedApprovers(approval, updatedAt);
  const missing = stillNeeded(approval);
  const asked = missing <= 1 ? pending.map(({ person }) => person) : principals(pending);
  return { missing, names: namesOf(asked.length > 0 ? asked : approvers) };
}

/** Whether those who have not answered are enough to approve the stage that is asked now. */
export function canStillDecide(approval: Approval, now: Date): boolean {
  return principals(awaitedApprovers(approval, now)).length >= stillNeeded(approval);
}

/** Why this person is asked, for themselves; undefined when they are not. Escaped. */
export function becauseWords(
  words: Words,
  approval: Approval,
  readerId: UserId | undefined,
): string | undefined {
  const seats = askedNow(approval).filter(({ person }) => person.id === readerId);
  const seat = seats.find(({ because }) => because.kind !== 'deputy') ?? seats.at(-1);
  return seat === undefined ? undefined : reasonWords(words, seat.because);
}

function reasonWords(words: Words, because: ApproverReason): string {
  const { because: say } = words.approval;
  switch (because.kind) {
    case 'named':
      return say.named;
    case 'group-member':
      return say.groupMember(said(because.groupName));
    case 'manager':
      return say.manager(said(because.of.displayName));
    case 'manager-fallback':
      return say.managerFallback(said(because.of.displayName));
    case 'catalog-owner':
      return say.catalogOwner(said(because.catalogName));
    case 'access-package-manager':
      return say.packageManager(said(because.catalogName));
    case 'administrator':
      return say.administrator;
    case 'deputy':
      return say.deputy(said(because.of.displayName), lastDayOf(words, because));
  }
}

/** The approval that this person gave to the stage that is asked now. */
export function findOwnVote(
  { votes, stage }: Approval,
  readerId: UserId | undefined,
): Vote | undefined {
  return votes.findLast((vote) => vote.stage === stage && vote.by.id === readerId);
}

/** Those whom a stage asks in their own right, each once. */
export function peopleOf({ approvers }: Pick<ApprovalStage, 'approvers'>): readonly Person[] {
  return principals(approvers);
}

export function namesOf(people: readonly Person[]): readonly string[] {
  return people.map(({ displayName }) => displayName);
}

function principals(approvers: readonly Approver[]): readonly Person[] {
  const own = approvers.filter(({ because }) => because.kind !== 'deputy');
  const people = (own.length > 0 ? own : approvers).map(({ person }) => person);
  const ids = people.map(({ id }) => id);
  return people.filter(({ id }, index) => ids.indexOf(id) === index);
}

function stillNeeded({ route, stage, votes }: Approval): number {
  const given = new Set(votes.filter((vote) => vote.stage === stage).map(({ by }) => by.id)).size;
  return (route.stages[stage]?.need ?? 1) - given;
}
