import type { UserRow } from './rows.ts';
import type { View } from './view.ts';
import type { World } from './world.ts';

const shown = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

/** Shows the basic properties; the others want $select. */
export function userView(row: UserRow): View {
  return { type: 'user', properties: row.properties, shown, related: { manager: () => null } };
}

/** Finds a user by object id or by user principal name. */
export function findUser(world: World, key: string): UserRow | undefined {
  return world.users.get(key) ?? world.users.by('name', key.toLowerCase())[0];
}
