import { z } from 'zod';
import type { GroupId, UserId } from '../domain/ids.ts';
import type { MemberProvisioning, ProvisioningReason } from '../domain/provisioning.ts';
import { refusalOf } from './graph-failure.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath } from './graph-path.ts';

/** One call: at most five members of one group. */
export interface OnDemandCall {
  readonly servicePrincipalId: string;
  readonly jobId: string;
  readonly ruleId: string;
  readonly groupId: GroupId;
  readonly userIds: readonly UserId[];
  /** Awaited before each attempt. */
  readonly admit: () => Promise<void>;
}

/** JSON inside of strings; only what decides is read. */
const Answer = z.object({ key: z.string(), value: z.string().nullish() });
const Result = z.object({
  result: z.string(),
  details: z
    .object({ errorCode: z.string().nullish(), errorMessage: z.string().nullish() })
    .nullish(),
});
const Step = z.object({
  name: z.string().nullish(),
  type: z.string().nullish(),
  status: z.string().nullish(),
  description: z.string().nullish(),
  details: z.record(z.string(), z.unknown()).nullish(),
});
type Step = z.infer<typeof Step>;
const Value = z.object({ provisioningSteps: z.array(Step).nullish() });

/** What the agent or its domain controller says, as opposed to Graph. */
const ofTheAgent =
  /^(?:HybridIdentityService|HybridSynchronization|AzureDirectoryService|TimeOut$)/i;

/**
 * Sends the call and reads what became of each member. The answer documents the group's own result only; a step
 * about a reference tells of a member where it names the member's id.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-provisionondemand
 */
export async function provisionMembers(
  http: GraphHttp,
  call: OnDemandCall,
): Promise<readonly MemberProvisioning[]> {
  try {
    const { key, value } = await http.fetch(toGraphCall(call), Answer);
    const result = Result.safeParse(toJson(key));
    const steps = Value.safeParse(toJson(value ?? '')).data?.provisioningSteps ?? [];
    const group = result.success ? judge(result.data) : failure({ code: 'AnswerNotUnderstood' });
    return call.userIds.map((userId) => ({ userId, ...(ofMember(userId, steps) ?? group) }));
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal?.code === undefined || !ofTheAgent.test(refusal.code)) {
      throw error;
    }
    const reason = { code: refusal.code, message: refusal.message };
    return call.userIds.map((userId) => ({ userId, ...failure(reason) }));
  }
}

function toGraphCall({
  servicePrincipalId,
  jobId,
  ruleId,
  groupId,
  userIds,
  admit,
}: OnDemandCall): Parameters<GraphHttp['fetch']>[0] {
  const members = userIds.map((objectId) => ({ objectId, objectTypeName: 'User' }));
  const subject = { objectId: groupId, objectTypeName: 'Group', links: { members } };
  return {
    operation: 'provision-on-demand',
    method: 'POST',
    path: graphPath`/servicePrincipals/${servicePrincipalId}/synchronization/jobs/${jobId}/provisionOnDemand`,
    body: { parameters: [{ ruleId, subjects: [subject] }] },
    isIdempotent: true,
    admit,
  };
}

type Outcome =
  | { readonly state: 'success' }
  | { readonly state: 'skipped' | 'failed'; readonly reason: ProvisioningReason };

/** `RedundantExport`: both sides were equal already, which is what was wanted. */
function judge({ result, details }: z.infer<typeof Result>): Outcome {
  const code = details?.errorCode ?? result;
  const reason = { code, message: details?.errorMessage ?? undefined };
  switch (result.toLowerCase()) {
    case 'success':
      return { state: 'success' };
    case 'skipped':
      return code === 'RedundantExport' ? { state: 'success' } : { state: 'skipped', reason };
    default:
      return failure(reason);
  }
}

function failure(reason: ProvisioningReason): Outcome {
  return { state: 'failed', reason };
}

function ofMember(userId: UserId, steps: readonly Step[]): Outcome | undefined {
  const step = steps.find((one) => one.type?.toLowerCase() === 'referenceresolution' && names(one));
  if (step === undefined || step.status?.toLowerCase() === 'success') {
    return undefined;
  }
  const code = z.string().safeParse(step.details?.['SkipReason']).data ?? step.name ?? 'Unknown';
  const reason = { code, message: step.description ?? undefined };
  return step.status?.toLowerCase() === 'skipped' ? { state: 'skipped', reason } : failure(reason);

  function names({ details, description }: Step): boolean {
    return JSON.stringify([details, description]).toLowerCase().includes(userId.toLowerCase());
  }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
