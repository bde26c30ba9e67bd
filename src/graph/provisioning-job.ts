import { z } from 'zod';
import { isProblem } from '../domain/problem.ts';
import type {
  ProvisioningJob,
  ProvisioningJobStatus,
  ProvisioningReason,
  ProvisioningRun,
} from '../domain/provisioning.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath, literal } from './graph-path.ts';
import { toMilliseconds } from './iso-duration.ts';
import { findGroupRule, type GroupRule, ProvisioningSchema } from './provisioning-schema.ts';

/** The job and what a call to it must name. */
export interface FoundJob {
  readonly job: ProvisioningJob;
  /** Undefined where the schema may not be read or knows no groups. */
  readonly ruleId: string | undefined;
}

/** The gallery applications of Entra Cloud Sync: of every direction, and of the direction to Active Directory. */
const templates = ['1a4721b3-e57f-4451-ae87-ef078703ec94', 'fb81332f-3eca-4ecf-a939-4278e501d330'];
const groupProvisioning = 'AAD2ADGroupProvisioning';

const ServicePrincipal = z.object({ id: z.guid() });
const ErrorAnswer = z.object({ code: z.string().nullish(), message: z.string().nullish() });
const Moment = z.coerce.date().nullish();
const Execution = z.object({
  state: z.string().nullish(),
  timeBegan: Moment,
  timeEnded: Moment,
  error: ErrorAnswer.nullish(),
});
const Quarantine = z.object({
  reason: z.string().nullish(),
  currentBegan: Moment,
  nextAttempt: Moment,
  error: ErrorAnswer.nullish(),
});
const Job = z.object({
  id: z.string(),
  templateId: z.string().nullish(),
  schedule: z.object({ interval: z.string().nullish() }).nullish(),
  status: z
    .object({
      code: z.string().nullish(),
      lastExecution: Execution.nullish(),
      lastSuccessfulExecution: Execution.nullish(),
      quarantine: Quarantine.nullish(),
    })
    .nullish(),
});
type Job = z.infer<typeof Job>;

/**
 * The Cloud Sync job that writes groups, one that is switched on before others. Without the permission to look
 * there is none. https://learn.microsoft.com/graph/api/synchronization-synchronization-list-jobs
 */
export async function findProvisioningJob(http: GraphHttp): Promise<FoundJob | undefined> {
  return unlessForbidden(async () => {
    let idle: Place | undefined;
    for await (const place of listJobs(http)) {
      if (isWriting(statusOf(place.job))) {
        return describe(http, place);
      }
      idle ??= place;
    }
    return idle === undefined ? undefined : describe(http, idle);
  });
}

/** A paused or never started job writes nothing; one in quarantine still tries. */
export function isWriting({ state }: ProvisioningJobStatus): boolean {
  return state === 'active' || state === 'quarantined';
}

interface Place {
  readonly servicePrincipalId: string;
  readonly job: Job;
}

async function* listJobs(http: GraphHttp): AsyncGenerator<Place, void, undefined> {
  const [every = '', toActiveDirectory = ''] = templates.map(literal);
  const path = graphPath`/servicePrincipals?$filter=applicationTemplateId eq ${every} or applicationTemplateId eq ${toActiveDirectory}&$select=id`;
  const call = { operation: 'find-cloud-sync', method: 'GET', path } as const;
  for await (const { id } of http.list(call, ServicePrincipal)) {
    const jobs = graphPath`/servicePrincipals/${id}/synchronization/jobs`;
    const listAll = { operation: 'list-cloud-sync-jobs', method: 'GET', path: jobs } as const;
    for await (const job of http.list(listAll, Job)) {
      if (job.id.startsWith(`${groupProvisioning}.`)) {
        yield { servicePrincipalId: id, job };
      }
    }
  }
}

async function describe(http: GraphHttp, { servicePrincipalId, job }: Place): Promise<FoundJob> {
  const rule = await unlessForbidden(() => readRule(http, servicePrincipalId, job.id));
  return {
    ruleId: rule?.ruleId,
    job: {
      servicePrincipalId,
      jobId: job.id,
      templateId: job.templateId ?? groupProvisioning,
      status: statusOf(job),
      intervalMs: toMilliseconds(job.schedule?.interval),
      lastRun: runOf(job),
      lastSuccessfulRunAt: job.status?.lastSuccessfulExecution?.timeEnded ?? undefined,
      scope: rule?.scope ?? { kind: 'unknown' },
      organizationalUnit: rule?.organizationalUnit,
    },
  };
}

/** https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-get */
async function readRule(
  http: GraphHttp,
  servicePrincipalId: string,
  jobId: string,
): Promise<GroupRule | undefined> {
  const path = graphPath`/servicePrincipals/${servicePrincipalId}/synchronization/jobs/${jobId}/schema`;
  const call = { operation: 'read-cloud-sync-schema', method: 'GET', path } as const;
  return findGroupRule(await http.fetch(call, ProvisioningSchema));
}

function statusOf({ status }: Job): ProvisioningJobStatus {
  const code = status?.code?.toLowerCase();
  if (code === 'quarantine') {
    return quarantineOf(status?.quarantine ?? {});
  }
  return code === 'active' || code === 'paused' ? { state: code } : { state: 'not-started' };
}

function quarantineOf(quarantine: z.infer<typeof Quarantine>): ProvisioningJobStatus {
  const { currentBegan, nextAttempt, error, reason } = quarantine;
  return {
    state: 'quarantined',
    since: currentBegan ?? undefined,
    nextAttemptAt: nextAttempt ?? undefined,
    reason: reasonOf(error ?? {}, reason ?? 'Unknown'),
  };
}

function runOf({ status }: Job): ProvisioningRun | undefined {
  const { lastExecution } = status ?? {};
  if (!lastExecution) {
    return undefined;
  }
  const { timeBegan, timeEnded, state, error } = lastExecution;
  return {
    startedAt: timeBegan ?? undefined,
    endedAt: timeEnded ?? undefined,
    succeeded: state?.toLowerCase() === 'succeeded',
    error: error ? reasonOf(error, 'Unknown') : undefined,
  };
}

function reasonOf(error: z.infer<typeof ErrorAnswer>, otherwise: string): ProvisioningReason {
  return { code: error.code ?? otherwise, message: error.message ?? undefined };
}

async function unlessForbidden<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (isProblem(error) && error.code === 'graph-permission-missing') {
      return undefined;
    }
    throw error;
  }
}
