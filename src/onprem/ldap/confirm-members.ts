import type { Filter } from 'ldapts';
import type { Connection } from './connection.ts';
import { dnKey } from './entry-values.ts';
import { allOf, anyOf, equal, not } from './filters.ts';
import type { FoundGroup } from './find-groups.ts';
import type { FoundUser } from './find-users.ts';

export interface Candidate {
  readonly group: FoundGroup;
  readonly user: FoundUser;
}

/** What the user's memberOf says. */
export function saysMemberOf({ group, user }: Candidate): boolean {
  return user.groupKeys.has(dnKey(group.dn));
}

/**
 * What `member` of the group says of each candidate; undefined when the group vanished meanwhile.
 *
 * One query for all of them asks each group whether its members are exactly as memberOf says. As a rule every
 * group answers, and nothing is left to ask. memberOf misses groups beyond the 1500th and users of other
 * domains; only the candidates of a group that did not answer are compared one by one.
 */
export async function confirmMembers(
  connection: Connection,
  base: string,
  candidates: readonly Candidate[],
): Promise<readonly (boolean | undefined)[]> {
  const agreeing = await findAgreeingGroups(connection, base, candidates);
  const answers: (boolean | undefined)[] = [];
  for (const candidate of candidates) {
    const { group, user } = candidate;
    answers.push(
      agreeing.has(dnKey(group.dn))
        ? saysMemberOf(candidate)
        : await connection.hasMember(group.dn, user.dn),
    );
  }
  return answers;
}

async function findAgreeingGroups(
  connection: Connection,
  base: string,
  candidates: readonly Candidate[],
): Promise<ReadonlySet<string>> {
  if (candidates.length === 0) {
    return new Set();
  }
  const byGroup = Map.groupBy(candidates, ({ group }) => group.guid.toString('hex'));
  const filter = anyOf([...byGroup.values()].map(asMemberOfSays));
  const entries = await connection.search({ base, filter, attributes: ['1.1'] });
  return new Set(entries.map((entry) => dnKey(entry.dn)));
}

function asMemberOfSays(candidates: readonly Candidate[]): Filter {
  const guids = candidates.slice(0, 1).map(({ group }) => equal('objectGUID', group.guid));
  const members = candidates.map((candidate) => {
    const isMember = equal('member', candidate.user.dn);
    return saysMemberOf(candidate) ? isMember : not(isMember);
  });
  return allOf(...guids, ...members);
}
