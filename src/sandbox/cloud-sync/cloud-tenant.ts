import type { CloudMember } from '../connect/cloud-source.ts';
import type { CloudSyncJob } from '../graph/options.ts';
import type { ProvisioningEntry, ProvisioningRun } from '../graph/provisioning-ledger.ts';

/** A group of the cloud as Cloud Sync reads it; the names are Graph's. */
export interface CloudGroup {
  readonly id: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly mail: string | null;
  readonly mailEnabled: boolean;
  readonly securityEnabled: boolean;
  readonly onPremisesSyncEnabled: boolean | null;
  readonly groupTypes: readonly string[];
  readonly writebackConfiguration: { readonly isEnabled: boolean | null };
}

/** The tenant that the job belongs to: what it reads there, and what it writes into the log. */
export interface CloudTenant {
  job(): CloudSyncJob;
  groups(): readonly CloudGroup[];
  members(groupId: string): readonly CloudMember[];
  log(entry: ProvisioningEntry): void;
  recordRun(run: ProvisioningRun): void;
}

/** The filter that every job has, and what its configuration adds. */
export function isInScope(group: CloudGroup, { scope }: CloudSyncJob): boolean {
  const isCloudSecurityGroup =
    group.securityEnabled && !group.mailEnabled && group.onPremisesSyncEnabled !== true;
  if (!isCloudSecurityGroup || scope === undefined) {
    return isCloudSecurityGroup;
  }
  return 'attribute' in scope
    ? group.writebackConfiguration.isEnabled === true
    : scope.includes(group.id);
}
