import type { Clock } from '../../domain/ports.ts';
import type { Journal } from '../journal.ts';
import { writebackOu } from '../seed.ts';
import type { Lags, TenantSettings } from './options.ts';
import { type PersonalApps, rememberedApps } from './personal-apps.ts';
import { ProvisioningLedger } from './provisioning-ledger.ts';
import type {
  AssignmentRow,
  CatalogRow,
  GroupRow,
  MembershipRow,
  PackageRow,
  PolicyRow,
  RequestRow,
  ResourceRequestRow,
  ResourceRow,
  RoleAssignmentRow,
  RoleScopeRow,
  UserRow,
} from './rows.ts';
import { Seeded } from './seeded.ts';
import { Table } from './table.ts';

const defaultTenant: TenantSettings = {
  onPremisesSyncEnabled: true,
  unifiedGroupWritebackEnabled: true,
  groupWriteBackEnabled: true,
  unifiedGroupContainer: writebackOu,
  synchronizationInterval: 'PT30M',
  licence: 'Governance',
  appOnlyOnPremSyncAllowed: true,
  cloudSyncJob: { present: false, status: 'NotConfigured' },
  newUnifiedGroupWritebackDefault: null,
  deliveryOutcome: 'delivered',
  assignmentRequestStatus: 201,
  missingPermissions: [],
  teamsAppInCatalog: true,
  appBlockedFor: [],
  groupNamePrefix: '',
  blockedWords: [],
};

/** Everything the simulated tenant knows. All of it lives in the journal. */
export class World {
  readonly clock: Clock;
  readonly lags: Lags;
  readonly random: Seeded;
  readonly users: Table<UserRow>;
  readonly groups: Table<GroupRow>;
  readonly memberships: Table<MembershipRow>;
  readonly catalogs: Table<CatalogRow>;
  readonly resources: Table<ResourceRow>;
  readonly resourceRequests: Table<ResourceRequestRow>;
  readonly packages: Table<PackageRow>;
  readonly roleScopes: Table<RoleScopeRow>;
  readonly policies: Table<PolicyRow>;
  readonly requests: Table<RequestRow>;
  readonly assignments: Table<AssignmentRow>;
  readonly roleAssignments: Table<RoleAssignmentRow>;
  readonly provisioning: ProvisioningLedger;
  /** Teams takes the place of Graph's own memory where there is a Teams. */
  personalApps: PersonalApps | undefined;
  readonly #journal: Journal;

  constructor(journal: Journal, clock: Clock, lags: Lags) {
    this.#journal = journal;
    this.clock = clock;
    this.lags = lags;
    this.random = new Seeded(20_240_630);
    this.users = new Table(journal, 'users', {
      name: (row) => row.properties.userPrincipalName.toLowerCase(),
    });
    this.groups = new Table(journal, 'groups', {
      uniqueName: (row) => row.properties.uniqueName ?? undefined,
      mailNickname: (row) => row.properties.mailNickname.toLowerCase(),
    });
    this.memberships = new Table(journal, 'memberships', {
      group: (row) => row.groupId,
      user: (row) => row.userId,
    });
    this.catalogs = new Table(journal, 'catalogs');
    this.resources = new Table(journal, 'resources', {
      catalog: (row) => row.catalogId,
      group: (row) => row.groupId,
    });
    this.resourceRequests = new Table(journal, 'resourceRequests');
    this.packages = new Table(journal, 'packages', { catalog: (row) => row.catalogId });
    this.roleScopes = new Table(journal, 'roleScopes', {
      package: (row) => row.packageId,
      resource: (row) => row.resourceId,
    });
    this.policies = new Table(journal, 'policies', { package: (row) => row.packageId });
    this.requests = new Table(journal, 'requests', {
      package: (row) => row.packageId,
      target: (row) => row.targetId,
      assignment: (row) => row.assignmentId,
    });
    this.assignments = new Table(journal, 'assignments', {
      package: (row) => row.packageId,
      target: (row) => row.targetId,
    });
    this.roleAssignments = new Table(journal, 'roleAssignments');
    this.provisioning = new ProvisioningLedger(journal, clock, lags.provisioningLog);
  }

  apps(): PersonalApps {
    return this.personalApps ?? rememberedApps(this.#journal);
  }

  now(): number {
    return this.clock.now().getTime();
  }

  tenant(): TenantSettings {
    return {
      ...defaultTenant,
      ...this.#journal.get<Partial<TenantSettings>>('graph.tenant', 'settings'),
    };
  }

  setTenant(change: Partial<TenantSettings>): void {
    this.#journal.put('graph.tenant', 'settings', { ...this.tenant(), ...change });
  }
}

/** Sandbox milliseconds as Graph writes a moment, with the zone Z. */
export function toIso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
