import { z } from 'zod';
import { TenantId, UserId } from './ids.ts';

/** Somebody as the cards name them; identity is the id, the rest is for reading. */
export const Person = z.object({
  id: UserId,
  displayName: z.string(),
  userPrincipalName: z.string().optional(),
  /** BCP 47, as their account has it; for whoever never wrote. */
  preferredLanguage: z.string().optional(),
});
export type Person = z.infer<typeof Person>;

/** How a user is found in Active Directory: by SID first, by immutable id second; the DN is a hint that goes stale. */
export const OnPremAnchors = z.object({
  securityIdentifier: z.string().optional(),
  /** base64 of the 16 bytes of mS-DS-ConsistencyGuid or objectGUID */
  immutableId: z.string().optional(),
  distinguishedName: z.string().optional(),
});
export type OnPremAnchors = z.infer<typeof OnPremAnchors>;

/** A user as Microsoft Graph knows them. https://learn.microsoft.com/graph/api/resources/user */
export interface DirectoryUser {
  readonly id: UserId;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly userType: 'Member' | 'Guest';
  readonly accountEnabled: boolean;
  /** BCP 47, such as `de-DE`; absent for most people. */
  readonly preferredLanguage?: string | undefined;
  /** Absent when the account exists in the cloud alone. */
  readonly onPremises?: OnPremAnchors | undefined;
}

/** Who acts, taken from the authenticated activity and from nowhere else. */
export const Actor = z.object({
  tenantId: TenantId,
  id: UserId,
  displayName: z.string(),
});
export type Actor = z.infer<typeof Actor>;
