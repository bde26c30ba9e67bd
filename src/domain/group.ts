import { z } from 'zod';
import type { GroupId } from './ids.ts';
import type { ProvisioningJob } from './provisioning.ts';

export type GroupKind = 'microsoft-365' | 'security' | 'mail-enabled-security' | 'distribution';

/** `onPremisesGroupType` of Graph's groupWritebackConfiguration (beta). */
export const OnPremisesGroupType = z.enum([
  'universalDistributionGroup',
  'universalSecurityGroup',
  'universalMailEnabledSecurityGroup',
]);
export type OnPremisesGroupType = z.infer<typeof OnPremisesGroupType>;

/** A group as Microsoft Graph knows it. https://learn.microsoft.com/graph/api/resources/group */
export interface Group {
  readonly id: GroupId;
  readonly displayName: string;
  readonly mail?: string | undefined;
  readonly mailNickname?: string | undefined;
  readonly kind: GroupKind;
  readonly isDynamic: boolean;
  readonly isSynced: boolean;
  readonly isRoleAssignable: boolean;
  /** `isEnabled` undefined means that nobody has decided yet (Graph says null). */
  readonly writeback: {
    readonly isEnabled?: boolean | undefined;
    readonly onPremisesGroupType?: OnPremisesGroupType | undefined;
  };
}

export type WritebackEngine = 'connect-v1' | 'connect-v2' | 'cloud-sync';

/** A trace of an engine: what says that it is there, and whether it writes groups now. */
export interface EngineFinding {
  readonly engine: WritebackEngine;
  readonly isWriting: boolean;
  /** Version 2 of Connect's group writeback was a preview that ended in June 2024; what is found of it may stop at any time. */
  readonly isSupported: boolean;
  readonly organizationalUnit?: string | undefined;
  readonly evidence:
    | {
        readonly kind: 'feature';
        /** Of Graph's onPremisesDirectorySynchronizationFeature. */
        readonly name: 'unifiedGroupWritebackEnabled' | 'groupWriteBackEnabled';
      }
    /** An administrator said so, because Graph does not show it. */
    | { readonly kind: 'attested' }
    | { readonly kind: 'job'; readonly job: ProvisioningJob };
}

/** https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-group-writeback-v2 */
export function isSupported(engine: WritebackEngine): boolean {
  return engine !== 'connect-v2';
}

/** What the tenant can write back, and where to. Found by Graph, never assumed. */
export interface WritebackTenant {
  readonly isHybrid: boolean;
  readonly engines: readonly WritebackEngine[];
  /** How each engine was found, those that write nothing at the moment included. */
  readonly findings?: readonly EngineFinding[] | undefined;
  /** The job of Cloud Sync, also where it does not run. */
  readonly cloudSync?: ProvisioningJob | undefined;
  /** Distinguished name of the organizational unit that receives the groups: Connect's where there are several. */
  readonly organizationalUnit?: string | undefined;
  readonly syncIntervalMs?: number | undefined;
  readonly lastSyncAt?: Date | undefined;
}

/** The engine that will write a group of this kind, the supported one first; undefined when none can. */
export function findEngine(
  kind: GroupKind,
  engines: readonly WritebackEngine[],
): WritebackEngine | undefined {
  switch (kind) {
    case 'microsoft-365':
      return firstOf(['connect-v2', 'connect-v1'], engines);
    case 'security':
      return firstOf(['cloud-sync', 'connect-v2'], engines);
    case 'mail-enabled-security':
    case 'distribution':
      return undefined;
  }
}

/** A group that is made for a request is of a kind that the tenant's engines write: Microsoft 365 where one does. */
export type NewGroupKind = Extract<GroupKind, 'microsoft-365' | 'security'>;

export function kindOfNewGroup(engines: readonly WritebackEngine[]): NewGroupKind {
  const isUnified = findEngine('microsoft-365', engines) !== undefined;
  return isUnified || findEngine('security', engines) === undefined ? 'microsoft-365' : 'security';
}

function firstOf(
  wanted: readonly WritebackEngine[],
  present: readonly WritebackEngine[],
): WritebackEngine | undefined {
  return wanted.find((engine) => present.includes(engine));
}

/** Where this engine writes to. Cloud Sync has an organizational unit of its own; where expressions choose it, the tenant's counts. */
export function unitOf(
  { cloudSync, organizationalUnit }: WritebackTenant,
  engine: WritebackEngine,
): string | undefined {
  return engine === 'cloud-sync'
    ? (cloudSync?.organizationalUnit ?? organizationalUnit)
    : organizationalUnit;
}

/** The type of object that this engine will really make in Active Directory, whatever the group asks for. */
export function writtenType(
  engine: WritebackEngine,
  wanted: OnPremisesGroupType,
): OnPremisesGroupType {
  switch (engine) {
    case 'connect-v1':
      return 'universalDistributionGroup';
    case 'connect-v2':
      return wanted;
    case 'cloud-sync':
      return 'universalSecurityGroup';
  }
}
