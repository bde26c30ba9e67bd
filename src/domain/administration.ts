import { z } from 'zod';
import { CatalogId, GroupId, RoleAssignmentId, TenantId, UserId } from './ids.ts';

const Role = z.enum(['catalog-owner', 'access-package-manager']);

/** What was changed in entitlement management on behalf of somebody. */
export const AdministrationAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('create-catalog'), displayName: z.string() }),
  z.object({ kind: z.literal('add-group'), catalogId: CatalogId, groupId: GroupId }),
  z.object({
    kind: z.literal('assign-role'),
    catalogId: CatalogId,
    role: Role,
    userId: UserId,
  }),
  z.object({
    kind: z.literal('remove-role'),
    catalogId: CatalogId,
    role: Role,
    /** Object id of a user, a group or an application. */
    holderId: z.string(),
    assignmentId: RoleAssignmentId,
  }),
]);
export type AdministrationAct = z.infer<typeof AdministrationAct>;

/**
 * One line of the audit trail. `begun` is written before Graph is asked, so that nothing happens without a trace;
 * what came of it follows as a line of its own.
 */
export const AdministrationEvent = z.object({
  tenantId: TenantId,
  /** Of the form or button: a second click on the same has the same one. */
  operationId: z.guid(),
  by: UserId,
  at: z.date(),
  act: AdministrationAct,
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('begun') }),
    z.object({ kind: z.literal('done'), catalogId: CatalogId }),
    /** With the code of the Problem. */
    z.object({ kind: z.literal('refused'), code: z.string() }),
  ]),
});
export type AdministrationEvent = z.infer<typeof AdministrationEvent>;

/** Who changed what in entitlement management, and when; only ever added to. */
export interface AdministrationLog {
  append(event: AdministrationEvent): Promise<void>;
  /** Everything of one operation of this tenant, oldest first. */
  listOperation(
    tenantId: TenantId,
    operationId: AdministrationEvent['operationId'],
  ): Promise<readonly AdministrationEvent[]>;
}
