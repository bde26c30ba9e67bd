import { z } from 'zod';
import { type AccessPackageId, PolicyId } from '../domain/ids.ts';
import type { EntitlementManagement } from '../domain/ports.ts';
import type { GraphHttp } from './graph-http.ts';

export const PolicyAnswer = z
  .object({
    id: PolicyId,
    displayName: z.string(),
    requestApprovalSettings: z
      .object({ isApprovalRequiredForAdd: z.boolean().nullish() })
      .nullish(),
    questions: z.array(z.object({ isRequired: z.boolean().nullish() })).nullish(),
  })
  .transform(({ id, displayName, requestApprovalSettings, questions }) => ({
    id,
    displayName,
    isApprovalRequired: requestApprovalSettings?.isApprovalRequiredForAdd === true,
    hasRequiredQuestions: (questions ?? []).some(({ isRequired }) => isRequired === true),
  }));

/** https://learn.microsoft.com/graph/api/entitlementmanagement-post-assignmentpolicies */
export function policies(
  http: GraphHttp,
): Pick<EntitlementManagement, 'createDirectAssignmentPolicy'> {
  return {
    createDirectAssignmentPolicy: async (accessPackageId, displayName) => {
      const call = {
        operation: 'create-policy',
        method: 'POST',
        path: '/identityGovernance/entitlementManagement/assignmentPolicies',
        body: directAssignmentPolicy(accessPackageId, displayName),
      } as const;
      const { id } = await http.fetch(call, z.object({ id: PolicyId }));
      return id;
    },
  };
}

/** Nobody may ask for it in the portal and nobody is asked to approve: the bot has the approval already. */
function directAssignmentPolicy(accessPackageId: AccessPackageId, displayName: string): object {
  return {
    displayName,
    description: 'Direct assignment after approval in Teams.',
    allowedTargetScope: 'notSpecified',
    specificAllowedTargets: [],
    expiration: { type: 'noExpiration' },
    requestorSettings: {
      enableTargetsToSelfAddAccess: false,
      enableTargetsToSelfUpdateAccess: false,
      enableTargetsToSelfRemoveAccess: false,
      allowCustomAssignmentSchedule: true,
      enableOnBehalfRequestorsToAddAccess: false,
      enableOnBehalfRequestorsToUpdateAccess: false,
      enableOnBehalfRequestorsToRemoveAccess: false,
      onBehalfRequestors: [],
    },
    requestApprovalSettings: {
      isApprovalRequiredForAdd: false,
      isApprovalRequiredForUpdate: false,
      stages: [],
    },
    accessPackage: { id: accessPackageId },
  };
}
