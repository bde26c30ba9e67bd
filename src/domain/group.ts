import { z } from 'zod';
import type { GroupId } from './ids.ts';

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

/** What the tenant can write back, and where to. Found by Graph, never assumed. */
export interface WritebackTenant {
  readonly isHybrid: boolean;
  readonly engines: readonly WritebackEngine[];
  /** Distinguished name of the organizational unit that receives the groups. */
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

function firstOf(
  wanted: readonly WritebackEngine[],
  present: readonly WritebackEngine[],
): WritebackEngine | undefined {
  return wanted.find((engine) => present.includes(engine));
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
