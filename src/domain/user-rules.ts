import { domainOf } from './distinguished-name.ts';
import { evidence, type Facts, type Hint, type Rule } from './facts.ts';
import type { Obstacle } from './obstacle.ts';
import type { DirectoryUser } from './person.ts';

/** Can this person ever appear in Active Directory? Cloud-only users and guests are silently skipped by every sync engine. */
export function findUserObstacle(user: DirectoryUser): Obstacle | undefined {
  if (user.userType === 'Guest') {
    return { code: 'user-is-guest', shownBy: [['userType', user.userType]] };
  }
  if (user.onPremises?.securityIdentifier === undefined) {
    return {
      code: 'user-is-cloud-only',
      shownBy: [
        ['onPremisesSecurityIdentifier', null],
        ['onPremisesDistinguishedName', user.onPremises?.distinguishedName ?? null],
      ],
    };
  }
  return user.accountEnabled
    ? undefined
    : { code: 'user-is-disabled', shownBy: [['accountEnabled', user.accountEnabled]] };
}

export const userRules: readonly Rule[] = [missing, obstacle, otherDomain];

function missing({ user, request }: Facts): readonly Hint[] {
  return user !== undefined && user.value === undefined
    ? [
        {
          code: 'user-not-found',
          certainty: 'certain',
          evidence: evidence('entra-user', user.at, [[`users/${request.beneficiary.id}`, 404]]),
        },
      ]
    : [];
}

function obstacle({ user }: Facts): readonly Hint[] {
  const found = user?.value === undefined ? undefined : findUserObstacle(user.value);
  if (user === undefined || found === undefined) {
    return [];
  }
  // An account that is disabled can still be a member; it is refused at intake because nobody could use it.
  const certainty = found.code === 'user-is-disabled' ? 'possible' : 'certain';
  return [
    { code: found.code, certainty, evidence: evidence('entra-user', user.at, found.shownBy) },
  ];
}

/** Within one forest an engine writes members of other domains too, across forests none does; a name does not tell which. */
function otherDomain({ user, request, verdict }: Facts): readonly Hint[] {
  const home = domainOf(user?.value?.onPremises?.distinguishedName);
  const target = domainOf(request.plan.writeback.organizationalUnit);
  if (user === undefined || home === undefined || target === undefined || home === target) {
    return [];
  }
  return [
    {
      code: 'user-in-other-domain',
      certainty: verdict?.value.state === 'user-missing' ? 'likely' : 'possible',
      evidence: [
        ...evidence('entra-user', user.at, [['domain of onPremisesDistinguishedName', home]]),
        ...evidence('writeback', request.createdAt, [
          ['domain of the organizational unit', target],
        ]),
      ],
    },
  ];
}
