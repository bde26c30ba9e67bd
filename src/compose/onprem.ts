import { readFile } from 'node:fs/promises';
import { ConfigError } from '../config.ts';
import type { AdMode, SyncMode } from '../config-schema.ts';
import type {
  Clock,
  OnPremDirectory,
  OnPremInventory,
  SyncControl,
  SyncTrigger,
} from '../domain/ports.ts';
import { HttpScheduler } from '../onprem/http-scheduler.ts';
import { LdapDirectory } from '../onprem/ldap-directory.ts';
import { LdapInventory, type LdapInventoryOptions } from '../onprem/ldap-inventory.ts';
import { NoDirectory } from '../onprem/none.ts';
import type { World } from '../sandbox/world.ts';

/** The Active Directory that proves the membership. */
export async function composeDirectory(
  ad: AdMode,
  clock: Clock,
  world: World | undefined,
): Promise<OnPremDirectory> {
  const options = await ldapOptionsOf(ad, world);
  return options === undefined ? new NoDirectory() : new LdapDirectory({ ...options, clock });
}

/** Undefined where the bot cannot read whole groups. */
export async function composeInventory(
  ad: AdMode,
  world: World | undefined,
): Promise<OnPremInventory | undefined> {
  const options = await ldapOptionsOf(ad, world);
  return options && new LdapInventory(options);
}

/** Undefined where nobody can look over LDAP. */
async function ldapOptionsOf(
  ad: AdMode,
  world: World | undefined,
): Promise<LdapInventoryOptions | undefined> {
  switch (ad.AD_MODE) {
    case 'none':
    case 'agent':
      return undefined;
    case 'direct':
      return {
        urls: ad.AD_URLS,
        ca: ad.AD_CA_FILE === undefined ? undefined : await readText('AD_CA_FILE', ad.AD_CA_FILE),
        bindDn: ad.AD_BIND_DN,
        password: ad.SECRET_AD_BIND_PASSWORD,
        writebackOu: ad.AD_WRITEBACK_OU,
        searchBase: ad.AD_SEARCH_BASE,
      };
    case 'sandbox': {
      const { url, ca, reader, writebackOu, searchBase } = present(world?.activeDirectory);
      return { urls: [url], ca, ...reader, writebackOu, searchBase };
    }
  }
}

/** The schedule of the sync engine; `fromEntra` knows the end of the last cycle only. */
export function composeSync(
  sync: SyncMode,
  fromEntra: SyncControl,
  world: World | undefined,
): SyncControl {
  switch (sync.SYNC_MODE) {
    case 'none':
    // The agent's schedule is that of composeAgent.
    case 'agent':
      return { status: async () => undefined };
    case 'entra':
      return fromEntra;
    case 'scheduler':
      return new HttpScheduler({ origin: sync.SYNC_URL });
    case 'sandbox':
      // Without a simulated Graph or Active Directory there is nothing to sync between.
      return world?.connect === undefined
        ? fromEntra
        : new HttpScheduler({ origin: world.connect.origin });
  }
}

/** Starts cycles; undefined where the schedule can be read at best. */
export function composeSyncTrigger(
  sync: SyncMode,
  world: World | undefined,
): SyncTrigger | undefined {
  switch (sync.SYNC_MODE) {
    case 'none':
    case 'entra':
    // The agent starts its cycles itself.
    case 'agent':
      return undefined;
    case 'scheduler':
      return new HttpScheduler({ origin: sync.SYNC_URL });
    case 'sandbox':
      return world?.connect && new HttpScheduler({ origin: world.connect.origin });
  }
}

/** Reads the file that a variable names; the ConfigError names the variable. */
export async function readText(variable: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'not readable';
    throw new ConfigError(`Wrong settings:\n  ${variable}: the file cannot be read (${reason})`);
  }
}

export function present<T>(part: T | undefined): T {
  if (part === undefined) {
    throw new Error('a part of the sandbox that was configured has not been started');
  }
  return part;
}
