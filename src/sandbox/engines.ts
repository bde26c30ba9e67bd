import type { TenantSettings } from './graph/options.ts';
import type { GroupForSync } from './graph/server.ts';

export type SandboxEngine = 'connect-v1' | 'connect-v2' | 'cloud-sync';

type EngineSettings = Pick<
  TenantSettings,
  'unifiedGroupWritebackEnabled' | 'groupWriteBackEnabled' | 'cloudSyncJob'
>;

/** The settings of a tenant that has these engines; Cloud Sync writes all security groups. */
export function settingsOf(engines: readonly SandboxEngine[]): EngineSettings {
  const hasCloudSync = engines.includes('cloud-sync');
  return {
    unifiedGroupWritebackEnabled: engines.includes('connect-v1'),
    groupWriteBackEnabled: engines.includes('connect-v2'),
    cloudSyncJob: { present: hasCloudSync, status: hasCloudSync ? 'Active' : 'NotConfigured' },
  };
}

/** The groups as Connect sees them: what its features do not cover counts as switched off, so that it is left alone. */
export function writesByConnect(
  groups: readonly GroupForSync[],
  settings: Omit<EngineSettings, 'cloudSyncJob'>,
): readonly GroupForSync[] {
  const { groupWriteBackEnabled, unifiedGroupWritebackEnabled } = settings;
  return groups.map((group) => {
    const isUnified = group.groupTypes.includes('Unified');
    return groupWriteBackEnabled || (unifiedGroupWritebackEnabled && isUnified)
      ? group
      : { ...group, writebackConfiguration: { isEnabled: false, onPremisesGroupType: null } };
  });
}
