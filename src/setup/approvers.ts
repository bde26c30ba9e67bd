import type { Approver, ApproverReason } from '../domain/approval.ts';
import type { CatalogRole } from '../domain/approval-policy.ts';
import type { ApproverSource } from '../domain/approver-source.ts';
import type { GroupId, UserId } from '../domain/ids.ts';
import type { DirectoryUser, Person } from '../domain/person.ts';
import type { Plan } from '../domain/plan.ts';
import { isProblem, Problem } from '../domain/problem.ts';
import type { Request } from '../domain/request.ts';
import type { SetupDeps } from './deps.ts';

/** Each of them gets a card and must be able to approve, so a source of more is refused, never cut. */
const mostOfSource = 200;

export interface RouteContext {
  readonly beneficiary: Person;
  /** Requester and beneficiary, who never decide. */
  readonly parties: readonly UserId[];
  readonly catalog: Plan['catalog'];
  /** Where nobody has to approve, a source of too many people counts as one of nobody. */
  readonly leavesOutCrowds?: boolean;
}

/**
 * Those of the sources who exist, are enabled, are no guests and no party to the request; each once. Throws
 * `too-many-approvers`, unless such sources are left out.
 */
export async function findApprovers(
  deps: SetupDeps,
  sources: readonly ApproverSource[],
  context: RouteContext,
): Promise<readonly Approver[]> {
  const found = await Promise.all(
    sources.map((source) => fromSource(deps, source, context).catch(nobodyOr(context))),
  );
  const seen = new Set<UserId>();
  return found.flat().filter(({ person }) => !seen.has(person.id) && seen.add(person.id).size > 0);
}

function nobodyOr({ leavesOutCrowds }: RouteContext): (error: unknown) => readonly Approver[] {
  return (error) => {
    if (leavesOutCrowds === true && isProblem(error) && error.code === 'too-many-approvers') {
      return [];
    }
    throw error;
  };
}

/** For whom a request that is stored asks. */
export function contextOf({
  beneficiary,
  requester,
  plan,
}: Pick<Request, 'beneficiary' | 'requester' | 'plan'>): RouteContext {
  return { beneficiary, parties: [requester.id, beneficiary.id], catalog: plan.catalog };
}

/** Whether one of the sources still comes to this person; what needs no look is looked at first. */
export async function isAmong(
  deps: SetupDeps,
  sources: readonly ApproverSource[],
  { id, context }: { readonly id: UserId; readonly context: RouteContext },
): Promise<boolean> {
  if (sources.some((source) => source.kind === 'user' && source.id === id)) {
    return true;
  }
  for (const source of sources) {
    if (await comesTo(deps, source, { id, context })) {
      return true;
    }
  }
  return false;
}

async function comesTo(
  { directory, approverDirectory }: SetupDeps,
  source: ApproverSource,
  { id, context }: { readonly id: UserId; readonly context: RouteContext },
): Promise<boolean> {
  switch (source.kind) {
    case 'user':
      return source.id === id;
    case 'group':
      return directory.isMember(id, source.id);
    case 'manager': {
      const found = await approverDirectory.findManager(context.beneficiary.id);
      return found?.id === id || source.fallback.includes(id);
    }
    case 'catalog-role': {
      const { id: catalogId } = context.catalog;
      const holders = catalogId
        ? await approverDirectory.listCatalogRoleHolders(catalogId, source.role)
        : [];
      return holders.some((holder) => holder.id === id);
    }
  }
}

export function toPerson(user: DirectoryUser): Person {
  const { id, displayName, userPrincipalName, preferredLanguage } = user;
  return {
    id,
    displayName,
    userPrincipalName,
    ...(preferredLanguage === undefined ? {} : { preferredLanguage }),
  };
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
  const group = await deps.approverDirectory.listGroupUsers(groupId, mostOfSource + 1);
  if (group === undefined) {
    return [];
  }
  const { groupName, users } = group;
  refuseCrowd(users, groupName);
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
  refuseCrowd(users, catalogName);
  return eligible(deps, users, { context, because: { kind, catalogName } });
}

function refuseCrowd(users: readonly DirectoryUser[], detail: string): void {
  if (users.length > mostOfSource) {
    throw new Problem('too-many-approvers', { detail });
  }
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
