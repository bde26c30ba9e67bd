import type { Complaint } from '../domain/complaint.ts';
import { type AccessPackage, onlyGroupOf } from '../domain/entitlement.ts';
import { type Group, kindOfNewGroup, type WritebackTenant } from '../domain/group.ts';
import { UserId } from '../domain/ids.ts';
import type { Actor, DirectoryUser } from '../domain/person.ts';
import type { AccessPackageChoice, GroupChoice } from '../domain/plan.ts';
import { type Refusal, refuseGroup, refuseTenant, refuseUser } from '../domain/prerequisites.ts';
import type { SetupDeps } from './deps.ts';
import { mailNicknameOf } from './form-input.ts';
import type { SubmitWish } from './use-cases.ts';

/** What is asked for, whatever the words around it. */
export type Subject = Pick<SubmitWish, 'beneficiary' | 'group' | 'accessPackageId'>;

/** What the directory says about the wish. */
export interface Facts {
  readonly user: DirectoryUser | undefined;
  readonly group: Group | undefined;
  readonly tenant: WritebackTenant;
  readonly accessPackage: AccessPackage | undefined;
}

export async function gatherFacts(deps: SetupDeps, actor: Actor, wish: Subject): Promise<Facts> {
  const { directory, entitlement } = deps;
  const [user, group, tenant, accessPackage] = await Promise.all([
    findPerson(deps, actor, wish.beneficiary),
    wish.group.kind === 'existing'
      ? directory.findGroup(wish.group.id)
      : directory.findGroupByMailNickname(mailNicknameOf(wish.group.displayName)),
    directory.getWritebackTenant(),
    wish.accessPackageId === undefined
      ? undefined
      : entitlement.findAccessPackage(wish.accessPackageId),
  ]);
  return { user, group, tenant, accessPackage };
}

/** The actor, or whoever is meant by an object id, a sign-in name or a mail address as typed. */
export async function findPerson(
  { directory }: Pick<SetupDeps, 'directory'>,
  actor: Actor,
  text: string | undefined,
): Promise<DirectoryUser | undefined> {
  if (text === undefined) {
    return directory.findUser(actor.id);
  }
  const id = UserId.safeParse(text);
  return id.success ? directory.findUser(id.data) : directory.findUserByName(text);
}

/** Against text that names nobody. Several people may have one display name, so nobody is found by it. */
export function refuseUnknown(text: string | undefined): Refusal {
  if (text === undefined || text.includes('@') || UserId.safeParse(text).success) {
    return { code: 'user-not-found', subject: text ?? 'you' };
  }
  const subject = 'person-not-a-sign-in-name' satisfies Complaint;
  return { code: 'input-not-valid', subject };
}

/** Everything in the world that stands against the wish. */
export async function refuseFacts(
  deps: SetupDeps,
  wish: Subject,
  { user, group, tenant, accessPackage }: Facts,
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [...refuseTenant(tenant)];
  refusals.push(...(user === undefined ? [refuseUnknown(wish.beneficiary)] : refuseUser(user)));
  refusals.push(...refuseGroupWish(wish, group, tenant));
  if (wish.accessPackageId !== undefined) {
    refusals.push(...refusePackage(wish, accessPackage));
  }
  if (user !== undefined && group !== undefined && wish.group.kind === 'existing') {
    const isMember = await deps.directory.isMember(user.id, group.id);
    refusals.push(
      ...(isMember ? [{ code: 'already-member' as const, subject: user.displayName }] : []),
    );
  }
  return refusals;
}

function refuseGroupWish(
  { group: wish }: Subject,
  group: Group | undefined,
  tenant: WritebackTenant,
): readonly Refusal[] {
  if (wish.kind === 'new') {
    return group === undefined
      ? refuseNewGroup(wish.displayName, tenant)
      : [{ code: 'group-name-taken', subject: wish.displayName }];
  }
  return group === undefined
    ? [{ code: 'group-not-found', subject: wish.id }]
    : refuseGroup(group, tenant);
}

/** A group that is yet to be made cannot be named in the scope of a job of Cloud Sync. */
function refuseNewGroup(name: string, { engines, cloudSync }: WritebackTenant): readonly Refusal[] {
  const isForCloudSync = engines.length > 0 && kindOfNewGroup(engines) === 'security';
  return isForCloudSync && cloudSync?.scope.kind === 'groups'
    ? [{ code: 'group-out-of-scope', subject: name }]
    : [];
}

function refusePackage(
  { group, accessPackageId }: Subject,
  accessPackage: AccessPackage | undefined,
): readonly Refusal[] {
  if (accessPackage === undefined) {
    return [{ code: 'access-package-not-found', subject: accessPackageId ?? '' }];
  }
  const fits = group.kind === 'existing' && onlyGroupOf(accessPackage) === group.id;
  return fits ? [] : [{ code: 'access-package-does-not-fit', subject: accessPackage.displayName }];
}

export function groupChoiceOf({ group: wish }: Subject, group: Group | undefined): GroupChoice {
  if (wish.kind === 'existing') {
    return { kind: 'existing', id: wish.id, displayName: group?.displayName ?? wish.id };
  }
  const displayName = wish.displayName.trim();
  return { kind: 'new', displayName, mailNickname: mailNicknameOf(displayName) };
}

export function packageChoiceOf(accessPackage: AccessPackage | undefined): AccessPackageChoice {
  return accessPackage === undefined
    ? { kind: 'chosen-by-bot' }
    : { kind: 'existing', id: accessPackage.id, displayName: accessPackage.displayName };
}
