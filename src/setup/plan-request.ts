import type { AccessPackage, AssignmentWish } from '../domain/entitlement.ts';
import {
  findEngine,
  type Group,
  kindOfNewGroup,
  unitOf,
  type WritebackTenant,
  writtenType,
} from '../domain/group.ts';
import type { Person } from '../domain/person.ts';
import type { Duration, GroupChoice, Plan } from '../domain/plan.ts';
import type { EntitlementManagement } from '../domain/ports.ts';
import { chooseGroupType } from '../domain/prerequisites.ts';
import { Problem } from '../domain/problem.ts';
import type { SetupSettings } from './deps.ts';
import { findOwnPackage } from './own-package.ts';

const hourMs = 60 * 60_000;

/** The name of a package that the bot makes itself; it holds this group and nothing else. */
export function packageNameOf(groupName: string): string {
  return `${groupName.slice(0, 200)} (written back)`;
}

/** From now until so much later, or without an end. */
export function periodOf(
  duration: Duration,
  now: Date,
): Pick<AssignmentWish, 'startsAt' | 'endsAt'> {
  switch (duration.kind) {
    case 'no-expiration':
      return { startsAt: now };
    case 'days':
      return { startsAt: now, endsAt: new Date(now.getTime() + duration.days * 24 * hourMs) };
    case 'hours':
      return { startsAt: now, endsAt: new Date(now.getTime() + duration.hours * hourMs) };
  }
}

export interface PlanFacts {
  readonly choice: GroupChoice;
  /** The group if it exists. */
  readonly group: Group | undefined;
  readonly accessPackage: AccessPackage | undefined;
  readonly tenant: WritebackTenant;
  /** Becomes the owner of a group that is created. */
  readonly requester: Person;
}

/**
 * What the procedure is going to change, read from the world as it stands. The facts must have passed the
 * prerequisites. Throws `access-package-holds-more`.
 */
export async function planRequest(
  entitlement: EntitlementManagement,
  settings: SetupSettings,
  facts: PlanFacts,
): Promise<Plan> {
  const groupName = facts.group?.displayName ?? facts.choice.displayName;
  return {
    group: planGroup(facts),
    writeback: planWriteback(settings, facts),
    ...(await planPackage(entitlement, settings, { ...facts, groupName })),
  };
}

function planGroup({ choice, group, tenant, requester }: PlanFacts): Plan['group'] {
  if (choice.kind === 'new') {
    const { displayName, mailNickname } = choice;
    const kind = kindOfNewGroup(tenant.engines);
    // A plan that says nothing of the kind is one for a Microsoft 365 group, as those that are stored already.
    return {
      action: 'create',
      displayName,
      mailNickname,
      ...(kind === 'security' ? { kind } : {}),
      owner: { id: requester.id, displayName: requester.displayName },
    };
  }
  const displayName = group?.displayName ?? choice.displayName;
  return { action: 'use', id: choice.id, displayName, mailNickname: group?.mailNickname };
}

function planWriteback(settings: SetupSettings, { group, tenant }: PlanFacts): Plan['writeback'] {
  const kind = group?.kind ?? kindOfNewGroup(tenant.engines);
  const engine = findEngine(kind, tenant.engines);
  const organizationalUnit = engine === undefined ? undefined : unitOf(tenant, engine);
  if (engine === undefined || organizationalUnit === undefined) {
    throw new Problem('writeback-off', { detail: 'the tenant writes nothing back' });
  }
  const subject = { kind, writeback: group?.writeback ?? {} };
  const onPremisesGroupType = chooseGroupType(subject, engine, settings.preferredGroupType);
  return {
    from: nameOf(group?.writeback.isEnabled),
    engine,
    onPremisesGroupType,
    writtenType: writtenType(engine, onPremisesGroupType),
    organizationalUnit,
  };
}

function nameOf(isEnabled: boolean | undefined): Plan['writeback']['from'] {
  if (isEnabled === undefined) {
    return 'undetermined';
  }
  return isEnabled ? 'on' : 'off';
}

async function planPackage(
  entitlement: EntitlementManagement,
  settings: SetupSettings,
  { accessPackage, group, groupName }: PlanFacts & { readonly groupName: string },
): Promise<Pick<Plan, 'catalog' | 'accessPackage'>> {
  if (accessPackage !== undefined) {
    const { id, displayName, catalog } = accessPackage;
    return {
      catalog: { action: 'use', id: catalog.id, displayName: catalog.displayName },
      accessPackage: { action: 'use', id, displayName },
    };
  }
  const displayName = packageNameOf(groupName);
  const catalog = await entitlement.findCatalog(settings.catalogName);
  if (catalog === undefined) {
    return {
      catalog: { action: 'create', displayName: settings.catalogName },
      accessPackage: { action: 'create', displayName },
    };
  }
  const wish = { catalogId: catalog.id, groupId: group?.id, displayName };
  const { found, ...own } = await findOwnPackage(entitlement, wish);
  return {
    catalog: { action: 'use', id: catalog.id, displayName: catalog.displayName },
    accessPackage:
      found === undefined
        ? { action: 'create', displayName: own.displayName }
        : { action: 'use', id: found.id, displayName: own.displayName },
  };
}
