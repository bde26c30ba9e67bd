import type { GroupId, UserId } from './ids.ts';

/** Why Entra Cloud Sync did or did not do something, in its own words. */
export interface ProvisioningReason {
  /** Such as `HybridIdentityServiceNoActiveAgents`. https://learn.microsoft.com/entra/identity/hybrid/cloud-sync/reference-error-codes */
  readonly code: string;
  readonly message?: string | undefined;
}

/**
 * Whether the job runs. In quarantine it still tries, ever more rarely. Codes that Graph may add count as
 * `not-started`. https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationstatus
 */
export type ProvisioningJobStatus =
  | { readonly state: 'active' }
  | {
      readonly state: 'quarantined';
      readonly since?: Date | undefined;
      readonly nextAttemptAt?: Date | undefined;
      readonly reason: ProvisioningReason;
    }
  | { readonly state: 'paused' }
  | { readonly state: 'not-started' };

/** Which groups the job writes. `filtered`: these attributes decide, by rules that only the job evaluates. */
export type ProvisioningScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'groups'; readonly groupIds: readonly GroupId[] }
  | { readonly kind: 'filtered'; readonly attributes: readonly string[] }
  | { readonly kind: 'unknown' };

/** The job of Entra Cloud Sync that writes security groups to Active Directory. */
export interface ProvisioningJob {
  readonly servicePrincipalId: string;
  readonly jobId: string;
  readonly templateId: string;
  readonly status: ProvisioningJobStatus;
  /** From one run to the next, in milliseconds. */
  readonly intervalMs?: number | undefined;
  readonly lastRun?: ProvisioningRun | undefined;
  readonly lastSuccessfulRunAt?: Date | undefined;
  readonly scope: ProvisioningScope;
  /** Distinguished name; undefined where an expression chooses it group by group, or where we may not look. */
  readonly organizationalUnit?: string | undefined;
}

export interface ProvisioningRun {
  readonly startedAt?: Date | undefined;
  readonly endedAt?: Date | undefined;
  readonly succeeded: boolean;
  readonly error?: ProvisioningReason | undefined;
}

/** What became of one member that was asked for. `success`: in Active Directory by the engine's word, now or before. */
export type MemberProvisioning =
  | { readonly userId: UserId; readonly state: 'success' }
  | { readonly userId: UserId; readonly state: 'skipped'; readonly reason: ProvisioningReason }
  | { readonly userId: UserId; readonly state: 'failed'; readonly reason: ProvisioningReason };

/**
 * What came of asking for some members at once. `no-job` and `not-running` (paused, never started) and
 * `out-of-scope` are answers: nothing was sent.
 */
export type OnDemandProvisioning =
  | { readonly kind: 'asked'; readonly members: readonly MemberProvisioning[] }
  | { readonly kind: 'no-job' | 'not-running' | 'out-of-scope' };

/** One line of the provisioning log that is about a group; once for each member that the line names. */
export interface ProvisioningEvent {
  readonly id: string;
  readonly at: Date;
  readonly groupId: GroupId;
  readonly userId?: UserId | undefined;
  readonly action: 'create' | 'update' | 'delete' | 'disable' | 'other';
  readonly status: 'success' | 'failure' | 'skipped' | 'warning';
  readonly reason?: ProvisioningReason | undefined;
  readonly jobId: string;
}

/** Whether the job writes this group; undefined where only the job can tell. */
export function isInScope(
  { scope }: Pick<ProvisioningJob, 'scope'>,
  groupId: GroupId,
): boolean | undefined {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'groups':
      return scope.groupIds.some((id) => id.toLowerCase() === groupId.toLowerCase());
    case 'filtered':
    case 'unknown':
      return undefined;
  }
}

/** Whether the provisioning agents on premises answer, as far as the job tells. Graph shows the agents themselves to administrators only. */
export function agentHealth({
  status,
  lastRun,
}: Pick<ProvisioningJob, 'status' | 'lastRun'>): 'answering' | 'not-answering' | 'unknown' {
  const code = status.state === 'quarantined' ? status.reason.code : lastRun?.error?.code;
  if (code !== undefined && /^HybridIdentityService(?:No\w*Agents|AgentSignaling)/i.test(code)) {
    return 'not-answering';
  }
  return status.state === 'active' && lastRun?.succeeded === true ? 'answering' : 'unknown';
}
