import { assignmentRules } from './assignment-rules.ts';
import { type Cause, CauseCode, Certainty, type Diagnosis } from './cause.ts';
import { cloudSyncRules } from './cloud-sync-rules.ts';
import { placeOf } from './deep-links.ts';
import { directoryRules } from './directory-rules.ts';
import type { Facts, Hint } from './facts.ts';
import { groupRules } from './group-rules.ts';
import { remedies } from './remedies.ts';
import type { Request } from './request.ts';
import { syncRules } from './sync-rules.ts';
import { tenantRules } from './tenant-rules.ts';
import { userRules } from './user-rules.ts';

const rules = [
  ...assignmentRules,
  ...userRules,
  ...groupRules,
  ...tenantRules,
  ...syncRules,
  ...cloudSyncRules,
  ...directoryRules,
];

/** The promise that the next cycle takes it along. */
const nextSync = ['sync-not-begun'] as const;

/** Every request that ended as it should, or will never go on, has nothing left to explain. */
const finished: readonly Request['state'][] = ['confirmed', 'denied', 'cancelled', 'expired'];

/**
 * Why the person is not in Active Directory yet, by the one set of rules that intake, procedure and diagnosis share.
 * The surest cause comes first; among equals the one that does not pass by itself. The same facts give the same answer.
 */
export function diagnose(facts: Facts): Diagnosis {
  const { request, now: at, unanswered } = facts;
  if (finished.includes(request.state)) {
    return { at, causes: [], unanswered };
  }
  const hints = rules.flatMap((rule) => rule(facts));
  const causes = withoutImplied(withoutRepeats(hints.toSorted(byRank))).map((hint) =>
    toCause(hint, request),
  );
  return { at, causes, unanswered };
}

/** Names of hosts and of places in Active Directory. */
const internal: readonly string[] = [
  'server',
  'organizational unit',
  'domain of the organizational unit',
  'domain of onPremisesDistinguishedName',
  'onPremisesDistinguishedName',
];

/** What somebody who is no administrator reads: every cause, but no inner names, commands and ways into the portal. */
export function withoutDetails({ at, causes, unanswered }: Diagnosis): Diagnosis {
  return {
    at,
    unanswered,
    causes: causes.map(
      ({ code, certainty, owner, fix, evidence }): Cause => ({
        code,
        certainty,
        owner,
        fix: fix === 'enable-scheduler' ? 'ask-to-enable-scheduler' : fix,
        evidence: evidence.map((each) =>
          internal.includes(each.what) ? { ...each, seen: '…' } : each,
        ),
      }),
    ),
  };
}

function byRank(one: Hint, other: Hint): number {
  return rankOf(one) - rankOf(other);
}

function rankOf({ code, certainty }: Hint): number {
  const { options } = CauseCode;
  return Certainty.options.indexOf(certainty) * options.length + options.indexOf(code);
}

/** A cause that two rules name is told once, at the higher rank. */
function withoutRepeats(hints: readonly Hint[]): readonly Hint[] {
  const seen = new Set<CauseCode>();
  return hints.filter(({ code }) => !seen.has(code) && seen.add(code).size > 0);
}

/** What nobody needs to be told, or what would even be wrong, once the cause in front of it holds. */
const implied: Readonly<Partial<Record<CauseCode, readonly CauseCode[]>>> = {
  'user-not-found': ['assignment-ended', 'membership-removed', 'membership-not-yet', ...nextSync],
  'user-is-guest': nextSync,
  'user-is-cloud-only': nextSync,
  'assignment-ended': ['membership-removed', 'membership-not-yet', 'member-missing', ...nextSync],
  'membership-removed': ['membership-not-yet', 'member-missing', ...nextSync],
  'assignment-stuck': ['assignment-under-way'],
  'group-not-found': ['membership-removed', 'membership-not-yet', 'group-missing', ...nextSync],
  'group-is-synced': nextSync,
  'group-kind-not-writable': ['group-missing', ...nextSync],
  'group-writeback-off': ['group-missing', 'member-missing', ...nextSync],
  'writeback-off': ['group-writeback-undecided', 'group-missing', 'member-missing', ...nextSync],
  'sync-staging': ['sync-running', 'sync-stopped', ...nextSync],
  'sync-disabled': ['sync-stopped', ...nextSync],
  'sync-suspended': ['sync-stopped', ...nextSync],
  'job-quarantined': ['job-failing', ...nextSync],
  'group-out-of-scope': nextSync,
};

/** A cause takes away what it implies, as long as it is as sure itself. */
function withoutImplied(hints: readonly Hint[]): readonly Hint[] {
  return hints.filter(
    (hint) =>
      !hints.some(
        (other) =>
          implied[other.code]?.includes(hint.code) === true &&
          Certainty.options.indexOf(other.certainty) <= Certainty.options.indexOf(hint.certainty),
      ),
  );
}

function toCause({ code, certainty, evidence }: Hint, request: Request): Cause {
  const { owner, fix, place } = remedies[code];
  const deepLink = place === undefined ? undefined : placeOf(place, request);
  return { code, certainty, evidence, owner, fix, ...(deepLink === undefined ? {} : { deepLink }) };
}
