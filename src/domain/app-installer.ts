import type { TenantId, UserId } from './ids.ts';

/** What came of installing the app for somebody. */
export type AppInstallation =
  | 'installed'
  | 'already-installed'
  /** The organisation's app catalog does not have this app. */
  | 'not-in-catalog'
  | 'user-not-found'
  /** An app permission policy keeps this person from having the app; an administrator of Teams can change it. */
  | 'blocked-by-policy';

/** Puts the app into people's Teams, so that they can be written to. Throws the `graph-…` Problems. */
export interface AppInstaller {
  /**
   * The channel tells the bot of a new installation by itself, a moment later. The same call again does no harm.
   * https://learn.microsoft.com/graph/api/userteamwork-post-installedapps
   */
  install(userId: UserId): Promise<AppInstallation>;
  /** The chat of this person with the app, undefined without the app. https://learn.microsoft.com/graph/api/userscopeteamsappinstallation-get-chat */
  findChat(userId: UserId): Promise<string | undefined>;
}

/** Remembers for whom an installation was tried, so that nobody is bothered and Graph is not asked in vain. */
export interface InstallAttempts {
  /**
   * True when an installation may be tried for this person now: they never had the app, because who took it away does
   * not get it back, and nobody has tried in the last 24 hours. One of several that ask at once gets true.
   */
  claim(
    person: { readonly tenantId: TenantId; readonly userId: UserId },
    now: Date,
  ): Promise<boolean>;
  /** The try came to nothing that lasts; the next one need not wait. */
  release(person: { readonly tenantId: TenantId; readonly userId: UserId }): Promise<void>;
}
