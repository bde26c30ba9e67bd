import type { CauseCode } from './cause.ts';
import { evidence, type Facts, type Hint, type Rule } from './facts.ts';
import type { MembershipVerdict } from './membership.ts';
import { isExported } from './sync-rules.ts';

/** What Active Directory says, or that it says nothing. */
export const directoryRules: readonly Rule[] = [verdict, silent];

function verdict(facts: Facts): readonly Hint[] {
  const seen = facts.verdict;
  if (seen === undefined || facts.request.state !== 'awaiting-sync') {
    return [];
  }
  const hint = judge(seen.value, isExported(facts));
  return hint === undefined
    ? []
    : [
        {
          ...hint,
          evidence: evidence('active-directory', seen.at, [
            ['verdict', seen.value.state],
            ['server', 'server' in seen.value ? seen.value.server : undefined],
          ]),
        },
      ];
}

/** A group or member that is not there is no news before a cycle has taken the change along. */
function judge(
  { state }: MembershipVerdict,
  exported: boolean,
): Omit<Hint, 'evidence'> | undefined {
  switch (state) {
    case 'member':
      return undefined;
    case 'user-missing':
    case 'user-ambiguous':
    case 'group-ambiguous':
    case 'not-verifiable':
      return { code: state, certainty: 'certain' };
    case 'group-missing':
      return exported ? { code: 'group-missing', certainty: 'likely' } : undefined;
    case 'not-member':
      return exported ? { code: 'member-missing', certainty: 'likely' } : undefined;
  }
}

const told: ReadonlyMap<string, CauseCode> = new Map<string, CauseCode>([
  ['directory-unreachable', 'directory-unreachable'],
  ['directory-refused-credentials', 'directory-refused-credentials'],
  ['directory-not-secure', 'directory-not-secure'],
  ['licence-missing', 'licence-missing'],
]);

/** Some silences are reasons themselves. */
function silent({ unanswered }: Facts): readonly Hint[] {
  return unanswered.flatMap(({ source, code, at }) => {
    const cause = told.get(code);
    return cause === undefined
      ? []
      : [{ code: cause, certainty: 'certain', evidence: evidence(source, at, [['answer', code]]) }];
  });
}
