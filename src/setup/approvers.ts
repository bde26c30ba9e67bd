import type { UserId } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import type { SetupDeps } from './deps.ts';

/** The configured approvers who exist, are enabled and are not a party to the request. */
export async function findApprovers(
  { directory, settings }: SetupDeps,
  parties: readonly UserId[],
): Promise<readonly Person[]> {
  const candidates = settings.approvers.filter((id) => !parties.includes(id));
  const users = await Promise.all(candidates.map((id) => directory.findUser(id)));
  return users.flatMap((user) =>
    user?.accountEnabled === true
      ? [{ id: user.id, displayName: user.displayName, userPrincipalName: user.userPrincipalName }]
      : [],
  );
}
