import { z } from 'zod';
import { UserId } from '../domain/ids.ts';
import type { DirectoryUser } from '../domain/person.ts';

/** What we use of a user. https://learn.microsoft.com/graph/api/resources/user */
export const userFields =
  'id,displayName,userPrincipalName,userType,accountEnabled,onPremisesSyncEnabled,onPremisesDistinguishedName,onPremisesSecurityIdentifier,onPremisesImmutableId,preferredLanguage';

const Fields = z.object({
  id: UserId,
  displayName: z.string().nullish(),
  userPrincipalName: z.string(),
  userType: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
  onPremisesSyncEnabled: z.boolean().nullish(),
  onPremisesDistinguishedName: z.string().nullish(),
  onPremisesSecurityIdentifier: z.string().nullish(),
  onPremisesImmutableId: z.string().nullish(),
  preferredLanguage: z.string().nullish(),
});

export const UserAnswer = Fields.transform(toUser);

function toUser(answer: z.infer<typeof Fields>): DirectoryUser {
  return {
    id: answer.id,
    displayName: answer.displayName ?? answer.userPrincipalName,
    userPrincipalName: answer.userPrincipalName,
    userType: answer.userType?.toLowerCase() === 'guest' ? 'Guest' : 'Member',
    accountEnabled: answer.accountEnabled ?? false,
    onPremises:
      answer.onPremisesSyncEnabled === true
        ? {
            securityIdentifier: answer.onPremisesSecurityIdentifier ?? undefined,
            immutableId: answer.onPremisesImmutableId ?? undefined,
            distinguishedName: answer.onPremisesDistinguishedName ?? undefined,
          }
        : undefined,
    ...(answer.preferredLanguage ? { preferredLanguage: answer.preferredLanguage } : {}),
  };
}
