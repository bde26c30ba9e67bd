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
  const causes = withoutRepeats(hints.toSorted(byRank)).map((hint) => toCause(hint, request));
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

/** What somebody who is no administrator reads: every cause, but no inner names and no way into the portal. */
export function withoutDetails({ at, causes, unanswered }: Diagnosis): Diagnosis {
  return {
    at,
    unanswered,
    causes: causes.map(({ code, certainty, owner, fix, evidence }) => ({
      code,
      certainty,
      owner,
      fix,
      evidence: evidence.map((each) =>
        internal.includes(each.what) ? { ...each, seen: '…' } : each,
      ),
    })),
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

function toCause({ code, certainty, evidence }: Hint, request: Request): Cause {
  const { owner, fix, place } = remedies[code];
  const deepLink = place === undefined ? undefined : placeOf(place, request);
  return { code, certainty, evidence, owner, fix, ...(deepLink === undefined ? {} : { deepLink }) };
}
