import type { Config } from '../config.ts';
import type { DriftWatch } from '../domain/drift-store.ts';
import { UserId } from '../domain/ids.ts';
import type { SetupSettings } from '../setup/deps.ts';

/** What the organisation decides; the sandbox brings approvers and an administrator of its own. */
export async function composeSettings(config: Config): Promise<SetupSettings> {
  const { settings, channel } = config;
  const cast = channel.CHANNEL_MODE === 'sandbox' ? await sandboxCast() : undefined;
  return {
    approvers: orElse(settings.APPROVERS, cast?.approvers),
    administrators: orElse(settings.ADMINISTRATORS, cast?.administrators),
    catalogName: settings.CATALOG_NAME,
    preferredGroupType: settings.GROUP_TYPE,
    canChooseAccessPackage: settings.ACCESS_PACKAGE_CHOICE === 'requester',
    maximumDays: settings.MAXIMUM_DAYS ?? 365,
    // Whoever names a longest duration means that nothing is for ever.
    canHaveNoEnd: settings.ALLOW_NO_END ?? settings.MAXIMUM_DAYS === undefined,
    maximumOpenRequests:
      settings.MAXIMUM_OPEN_REQUESTS === 0 ? undefined : settings.MAXIMUM_OPEN_REQUESTS,
    driftWatch: driftWatchOf(config),
    approversMayStartSync: settings.SYNC_NOW_BY === 'approvers',
    syncMinimumIntervalMs: settings.SYNC_NOW_MINUTES * 60_000,
  };
}

function driftWatchOf({ settings, ad }: Config): DriftWatch {
  if (settings.DRIFT_WATCH === 'off') {
    return 'off';
  }
  return ad.AD_MODE === 'none' || ad.AD_MODE === 'agent' ? 'impossible' : 'daily';
}

function orElse(given: readonly UserId[], otherwise: readonly UserId[] = []): readonly UserId[] {
  return given.length > 0 ? given : otherwise;
}

async function sandboxCast(): Promise<Pick<SetupSettings, 'approvers' | 'administrators'>> {
  const { people } = await import('../sandbox/seed.ts');
  const cast = people.map(({ role, objectId }) => ({ role, id: UserId.parse(objectId) }));
  return {
    approvers: cast.filter(({ role }) => role === 'approver').map(({ id }) => id),
    administrators: cast.filter(({ role }) => role === 'administrator').map(({ id }) => id),
  };
}
