import { z } from 'zod';
import { Schedule } from './schedule.ts';

/** The body of a new assignment request. */
export const NewAssignmentRequest = z.strictObject({
  requestType: z
    .string()
    .transform((text) => text.toLowerCase())
    .pipe(z.enum(['adminadd', 'adminremove', 'adminupdate'])),
  justification: z.string().nullable().optional(),
  answers: z.array(z.unknown()).optional(),
  schedule: Schedule.nullable().optional(),
  assignment: z.strictObject({
    id: z.string().optional(),
    targetId: z.string().optional(),
    assignmentPolicyId: z.string().optional(),
    accessPackageId: z.string().optional(),
    schedule: Schedule.nullable().optional(),
  }),
});
export type NewAssignmentRequest = z.infer<typeof NewAssignmentRequest>;
