import type { Approver, ApproverReason } from '../domain/approval.ts';
import type { ApproverSource, CatalogRole } from '../domain/approval-policy.ts';
import type { GroupId, UserId } from '../domain/ids.ts';
import type { DirectoryUser, Person } from '../domain/person.ts';
import type { Plan } from '../domain/plan.ts';
import type { SetupDeps } from './deps.ts';

/** A stage with more people than this asks nobody in particular. */
const mostOfGroup = 200;

export interface RouteContext {
  readonly beneficiary: Person;
  /** Requester and beneficiary, who never decide. */
  readonly parties: readonly UserId[];
  readonly catalog: Plan['catalog'];
}

/** Those of the sources who exist, are enabled, are no guests and no party to the request; each once. */
export async function findApprovers(
  deps: SetupDeps,
  sources: readonly ApproverSource[],
  context: RouteContext,
): Promise<readonly Approver[]> {
  const found = await Promise.all(sources.map((source) => fromSource(deps, source, context)));
  const seen = new Set<UserId>();
  return found.flat().filter(({ person }) => !seen.has(person.id) && seen.add(person.id).size > 0);
}

export function toPerson({ id, displayName, userPrincipalName }: DirectoryUser): Person {
  return { id, displayName, userPrincipalName };
}

async function fromSource(
  deps: SetupDeps,
  source: ApproverSource,
  context: RouteContext,
): Promise<readonly Approver[]> {
  switch (source.kind) {
    case 'user':
      return named(deps, [source.id], { context, because: { kind: 'named' } });
    case 'group':
      return members(deps, source.id, context);
    case 'manager':
      return manager(deps, source.fallback, context);
    case 'catalog-role':
      return roleHolders(deps, source.role, context);
  }
}

interface Why {
  readonly context: RouteContext;
  readonly because: ApproverReason;
}

async function named(
  deps: SetupDeps,
  ids: readonly UserId[],
  why: Why,
): Promise<readonly Approver[]> {
  const users = await Promise.all(ids.map((id) => deps.directory.findUser(id)));
  return eligible(deps, users, why);
}

async function members(
  deps: SetupDeps,
  groupId: GroupId,
  context: RouteContext,
): Promise<readonly Approver[]> {
  const group = await deps.approverDirectory.listGroupUsers(groupId, mostOfGroup);
  if (group === undefined) {
    return [];
  }
  const { groupName, users } = group;
  return eligible(deps, users, { context, because: { kind: 'group-member', groupId, groupName } });
}

async function manager(
  deps: SetupDeps,
  fallback: readonly UserId[],
  context: RouteContext,
): Promise<readonly Approver[]> {
  const { beneficiary: of } = context;
  const found = await deps.approverDirectory.findManager(of.id);
  const managers = eligible(deps, [found], { context, because: { kind: 'manager', of } });
  return managers.length > 0
    ? managers
    : named(deps, fallback, { context, because: { kind: 'manager-fallback', of } });
}

async function roleHolders(
  deps: SetupDeps,
  kind: CatalogRole,
  context: RouteContext,
): Promise<readonly Approver[]> {
  const { id, displayName: catalogName } = context.catalog;
  if (id === undefined) {
    return [];
  }
  const users = await deps.approverDirectory.listCatalogRoleHolders(id, kind);
  return eligible(deps, users, { context, because: { kind, catalogName } });
}

function eligible(
  { settings }: SetupDeps,
  users: readonly (DirectoryUser | undefined)[],
  { context, because }: Why,
): readonly Approver[] {
  return users
    .filter((user) => user !== undefined)
    .filter(({ accountEnabled }) => accountEnabled)
    .filter(({ userType }) => userType === 'Member' || settings.guestsMayApprove === true)
    .filter(({ id }) => !context.parties.includes(id))
    .map((user) => ({ person: toPerson(user), because }));
}
