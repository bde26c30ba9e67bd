import { z } from 'zod';
import { GroupId, UserId } from './ids.ts';

/** Where the approvers of a stage come from. Who they are is looked up anew when the stage is asked. */
export const ApproverSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), id: UserId }),
  /** Every member of that Entra group. */
  z.object({ kind: z.literal('group'), id: GroupId }),
  /** The beneficiary's manager; where there is none who could decide, the fallback (may be empty). */
  z.object({ kind: z.literal('manager'), fallback: z.array(UserId).readonly() }),
  /** Who holds that role on the catalog of the request in entitlement management. */
  z.object({
    kind: z.literal('catalog-role'),
    role: z.enum(['catalog-owner', 'access-package-manager']),
  }),
]);
export type ApproverSource = z.infer<typeof ApproverSource>;

/** How many different people must approve; a number may turn out to be more than there are people. */
export const ApprovalNeed = z.union([z.enum(['any', 'all']), z.number().int().min(1)]);
export type ApprovalNeed = z.infer<typeof ApprovalNeed>;
