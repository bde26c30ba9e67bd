import { z } from 'zod';
import { OnPremisesGroupType } from './group.ts';
import { AccessPackageId, CatalogId, GroupId } from './ids.ts';
import { Person } from './person.ts';

/** The group the requester asked for: one that exists, or a name to create. */
export const GroupChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('existing'), id: GroupId, displayName: z.string() }),
  z.object({ kind: z.literal('new'), displayName: z.string(), mailNickname: z.string() }),
]);
export type GroupChoice = z.infer<typeof GroupChoice>;

export const AccessPackageChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('existing'), id: AccessPackageId, displayName: z.string() }),
  z.object({ kind: z.literal('chosen-by-bot') }),
]);
export type AccessPackageChoice = z.infer<typeof AccessPackageChoice>;

/** How long the assignment lasts, counted from its delivery. */
export const Duration = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('no-expiration') }),
  z.object({ kind: z.literal('days'), days: z.number().int().min(1).max(3650) }),
  /** Emergency access only. */
  z.object({ kind: z.literal('hours'), hours: z.number().int().min(1).max(72) }),
]);
export type Duration = z.infer<typeof Duration>;

/** For how long the organisation lets a membership last. */
export interface DurationLimits {
  readonly maximumDays: number;
  /** Whether a membership may go on until somebody takes it back. */
  readonly canHaveNoEnd: boolean;
}

/** What the procedure will change, as it stood when the request was checked. Shown to requester and approver. */
export const Plan = z.object({
  group: z.object({
    action: z.enum(['create', 'use']),
    id: GroupId.optional(),
    displayName: z.string(),
    mailNickname: z.string().optional(),
    /** Of a group to be created; a Microsoft 365 group when absent. */
    kind: z.enum(['microsoft-365', 'security']).optional(),
    /** Of a group to be created: who may then change its members without asking anybody. */
    owner: Person.optional(),
  }),
  writeback: z.object({
    from: z.enum(['on', 'off', 'undetermined']),
    engine: z.enum(['connect-v1', 'connect-v2', 'cloud-sync']),
    /** What is written into writebackConfiguration; never null. */
    onPremisesGroupType: OnPremisesGroupType,
    /** What that engine will really make in Active Directory. */
    writtenType: OnPremisesGroupType,
    organizationalUnit: z.string(),
  }),
  catalog: z.object({
    action: z.enum(['create', 'use']),
    id: CatalogId.optional(),
    displayName: z.string(),
  }),
  accessPackage: z.object({
    action: z.enum(['create', 'use']),
    id: AccessPackageId.optional(),
    displayName: z.string(),
  }),
});
export type Plan = z.infer<typeof Plan>;
