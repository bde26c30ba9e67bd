import type { Refusal } from '../domain/prerequisites.ts';
import type { SubmitWish } from './use-cases.ts';

export const longestReason = 500;
export const longestGroupName = 120;
export const longestComment = 1000;

/** What is wrong with the form itself, before anybody is asked. */
export function refuseInput(wish: SubmitWish, maximumDays: number): readonly Refusal[] {
  const complaints: string[] = [];
  const reason = wish.reason.trim();
  if (reason === '') {
    complaints.push('A reason is needed: the approver decides by it.');
  }
  if (reason.length > longestReason) {
    complaints.push(`The reason is too long: at most ${longestReason} characters.`);
  }
  if (wish.group.kind === 'new') {
    complaints.push(...complainOfName(wish.group.displayName.trim()));
  }
  if (wish.days !== undefined && !isWithin(wish.days, maximumDays)) {
    complaints.push(`The duration must be a whole number of days from 1 to ${maximumDays}.`);
  }
  if ((wish.beneficiary?.length ?? 0) > 320) {
    complaints.push('The name of the person is too long.');
  }
  return complaints.map((subject) => ({ code: 'input-not-valid', subject }));
}

function complainOfName(name: string): readonly string[] {
  if (name === '') {
    return ["The new group's name is empty."];
  }
  if (name.length > longestGroupName) {
    return [`The new group's name is too long: at most ${longestGroupName} characters.`];
  }
  // oxlint-disable-next-line no-control-regex -- exactly those are refused
  return /[\u0000-\u001F\u007F]/.test(name)
    ? ["The new group's name contains characters that cannot be shown."]
    : [];
}

function isWithin(days: number, maximumDays: number): boolean {
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
