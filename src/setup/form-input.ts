import type { Complaint } from '../domain/complaint.ts';
import type { DurationLimits } from '../domain/plan.ts';
import type { Refusal } from '../domain/prerequisites.ts';
import type { SubmitWish } from './use-cases.ts';

export const longestReason = 500;
export const longestGroupName = 120;
export const longestComment = 1000;
export const longestTicket = 100;

/** What is wrong with the form itself, before anybody is asked. */
export function refuseInput(wish: SubmitWish, limits: DurationLimits): readonly Refusal[] {
  const complaints: Complaint[] = [...complainOfReason(wish.reason.trim())];
  if (wish.group.kind === 'new') {
    complaints.push(...complainOfName(wish.group.displayName.trim()));
  }
  if (!isPermitted(wish.days, limits)) {
    complaints.push('duration-not-offered');
  }
  if ((wish.ticket?.trim().length ?? 0) > longestTicket) {
    complaints.push('ticket-too-long');
  }
  if ((wish.beneficiary?.length ?? 0) > 320) {
    complaints.push('person-too-long');
  }
  return complaints.map((subject) => ({ code: 'input-not-valid', subject }));
}

function complainOfReason(reason: string): readonly Complaint[] {
  if (reason === '') {
    return ['reason-missing'];
  }
  return reason.length > longestReason ? ['reason-too-long'] : [];
}

function complainOfName(name: string): readonly Complaint[] {
  if (name === '') {
    return ['group-name-missing'];
  }
  if (name.length > longestGroupName) {
    return ['group-name-too-long'];
  }
  // oxlint-disable-next-line no-control-regex -- exactly those are refused
  return /[\u0000-\u001F\u007F]/.test(name) ? ['group-name-not-showable'] : [];
}

function isPermitted(
  days: number | undefined,
  { maximumDays, canHaveNoEnd }: DurationLimits,
): boolean {
  if (days === undefined) {
    return canHaveNoEnd;
  }
  return Number.isInteger(days) && days >= 1 && days <= maximumDays;
}

/**
 * The mail nickname for a new group: ASCII letters, digits and hyphens, at most 64 characters, the same for the
 * same name, so that two groups of one name collide where people can see it. A name without a single ASCII letter
 * is spelled by its code points.
 * https://learn.microsoft.com/graph/api/group-post-groups
 */
export function mailNicknameOf(displayName: string): string {
  const plain = displayName
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  if (plain !== '') {
    return plain.slice(0, 60);
  }
  const points = Array.from(displayName.trim(), (letter) => letter.codePointAt(0)?.toString(16));
  return `group-${points.join('')}`.slice(0, 60);
}
