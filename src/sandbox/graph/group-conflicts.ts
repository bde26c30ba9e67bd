import { isUnified } from './group-view.ts';
import { badRequest, Refusal } from './refusal.ts';
import type { GroupProperties, GroupRow } from './rows.ts';
import type { World } from './world.ts';

/**
 * Refuses what must be unique: the uniqueName, and the mailNickname of mail-enabled groups. Groups deleted softly keep
 * their mailNickname, which makes a conflict with something that no list shows.
 */
export function refuseConflicts(world: World, wanted: GroupProperties): void {
  const sameName =
    wanted.uniqueName === null ? [] : world.groups.by('uniqueName', wanted.uniqueName);
  if (sameName.some((row) => row.id !== wanted.id && row.deletedAt === undefined)) {
    throw conflict('uniqueName');
  }
  if (wanted.mailEnabled && nicknameHolders(world, wanted).length > 0) {
    throw conflict('mailNickname');
  }
}

function nicknameHolders(world: World, wanted: GroupProperties): readonly GroupRow[] {
  const rows = world.groups.by('mailNickname', wanted.mailNickname.toLowerCase());
  return rows.filter((row) => row.id !== wanted.id && row.properties.mailEnabled);
}

/** Whether a Microsoft 365 group with this mailNickname could not be made. */
export function isNicknameTaken(world: World, mailNickname: string): boolean {
  const rows = world.groups.by('mailNickname', mailNickname.toLowerCase());
  return rows.some((row) => row.properties.mailEnabled);
}

function conflict(property: string): Error {
  const message = `Another object with the same value for property ${property} already exists.`;
  const details = [
    { code: 'ObjectConflict', target: property, message },
    { code: 'ConflictingObjects', target: property, message },
  ];
  return new Refusal(400, 'Request_BadRequest', { message, details });
}

/** Refuses kinds of groups that cannot be made through Graph. */
export function refuseKind(group: GroupProperties): void {
  if (group.mailEnabled !== isUnified(group)) {
    throw badRequest(
      'The service does not currently support writes of mail-enabled groups. Please ensure that the mail-enablement property is unset and the security-enablement property is set.',
    );
  }
  if (group.isAssignableToRole === true && !group.securityEnabled) {
    throw badRequest("Invalid value specified for property 'securityEnabled' of resource 'Group'.");
  }
}
