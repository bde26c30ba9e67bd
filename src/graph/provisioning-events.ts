import { z } from 'zod';
import { GroupId, type UserId, UserId as UserIdShape } from '../domain/ids.ts';
import type { ProvisioningEvent, ProvisioningReason } from '../domain/provisioning.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath, literal } from './graph-path.ts';

const Summary = z.object({
  id: z.string(),
  activityDateTime: z.coerce.date(),
  jobId: z.string(),
  provisioningAction: z.string().nullish(),
  provisioningStatusInfo: z
    .object({
      status: z.string().nullish(),
      errorInformation: z
        .object({ errorCode: z.string().nullish(), reason: z.string().nullish() })
        .nullish(),
    })
    .nullish(),
  sourceIdentity: z
    .object({ id: z.string().nullish(), identityType: z.string().nullish() })
    .nullish(),
  modifiedProperties: z
    .array(
      z.object({
        displayName: z.string().nullish(),
        newValue: z.string().nullish(),
        oldValue: z.string().nullish(),
      }),
    )
    .nullish(),
});
type Summary = z.infer<typeof Summary>;

export interface LogWindow {
  readonly jobId: string;
  readonly since: Date;
  /** Awaited before each page. */
  readonly admit: () => Promise<void>;
}

/** The log's lines about groups, in the order Graph gives. https://learn.microsoft.com/graph/api/provisioningobjectsummary-list */
export async function readProvisioningLog(
  http: GraphHttp,
  { jobId, since, admit }: LogWindow,
): Promise<readonly ProvisioningEvent[]> {
  // `ge` is not supported, and a moment is never asked for so exactly that one millisecond matters.
  const after = new Date(since.getTime() - 1).toISOString();
  const path = graphPath`/auditLogs/provisioning?$filter=jobId eq ${literal(jobId)} and activityDateTime gt ${after}`;
  const call = { operation: 'list-provisioning-events', method: 'GET', path, admit } as const;
  const events: ProvisioningEvent[] = [];
  for await (const summary of http.list(call, Summary)) {
    events.push(...toEvents(summary));
  }
  return events;
}

/** Lines about users and about objects that have no id yet are nobody's evidence. */
function toEvents(summary: Summary): readonly ProvisioningEvent[] {
  const groupId = GroupId.safeParse(summary.sourceIdentity?.id);
  if (!groupId.success || summary.sourceIdentity?.identityType?.toLowerCase() !== 'group') {
    return [];
  }
  const event: ProvisioningEvent = {
    id: summary.id,
    at: summary.activityDateTime,
    groupId: groupId.data,
    action: actionOf(summary.provisioningAction),
    status: statusOf(summary.provisioningStatusInfo?.status),
    reason: reasonOf(summary),
    jobId: summary.jobId,
  };
  const members = membersOf(summary);
  return members.length === 0 ? [event] : members.map((userId) => ({ ...event, userId }));
}

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

function membersOf({ modifiedProperties }: Summary): readonly UserId[] {
  const changes = (modifiedProperties ?? []).filter(
    ({ displayName }) => displayName?.toLowerCase() === 'members',
  );
  const found = changes.flatMap(
    ({ newValue, oldValue }) => `${newValue ?? ''} ${oldValue ?? ''}`.match(guid) ?? [],
  );
  return [...new Set(found.map((id) => id.toLowerCase()))].map((id) => UserIdShape.parse(id));
}

function reasonOf({ provisioningStatusInfo }: Summary): ProvisioningReason | undefined {
  const { errorCode, reason } = provisioningStatusInfo?.errorInformation ?? {};
  return typeof errorCode === 'string'
    ? { code: errorCode, message: reason ?? undefined }
    : undefined;
}

const actions = ['create', 'update', 'delete', 'disable'] as const;
const statuses = ['success', 'failure', 'skipped', 'warning'] as const;

function actionOf(text: string | null | undefined): ProvisioningEvent['action'] {
  const action = text?.toLowerCase() === 'stageddelete' ? 'delete' : text?.toLowerCase();
  return actions.find((known) => known === action) ?? 'other';
}

/** What is not known to be a success is none. */
function statusOf(text: string | null | undefined): ProvisioningEvent['status'] {
  return statuses.find((known) => known === text?.toLowerCase()) ?? 'warning';
}
