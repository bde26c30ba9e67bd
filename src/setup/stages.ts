import type { Approval, ApprovalRoute, ApprovalStage, Approver } from '../domain/approval.ts';
import { askedSoFar } from '../domain/approval.ts';
import { withDeputies } from '../domain/delegation.ts';
import type { TenantId, UserId } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import type { Request } from '../domain/request.ts';
import { enterStage } from '../domain/voting.ts';
import type { SetupDeps } from './deps.ts';
import { withNextReminder } from './remind.ts';

type StageDeps = Pick<SetupDeps, 'delegations' | 'clock' | 'timeZoneOf'>;

export interface Parties {
  readonly tenantId: TenantId;
  readonly requester: Pick<Person, 'id'>;
  readonly beneficiary: Pick<Person, 'id'>;
}

/** The approval of a new request, asking its first stage. */
export async function openApproval(
  deps: StageDeps,
  parties: Parties,
  { route, planHash }: { readonly route: ApprovalRoute; readonly planHash: string },
): Promise<Approval> {
  const now = deps.clock.now();
  const blank: Approval = {
    route,
    stage: 0,
    stageSince: now,
    askedSince: 1,
    votes: [],
    reminders: { sent: 0 },
    expiresAt: expiryOf(route, now),
    planHash,
  };
  return beginStage(deps, parties, { approval: blank, stage: 0, version: 1, now });
}

/** When a request of this route that is asked now expires. */
export function expiryOf({ expiresAfterMs }: ApprovalRoute, now: Date): Date | undefined {
  return expiresAfterMs === undefined ? undefined : new Date(now.getTime() + expiresAfterMs);
}

export interface Beginning {
  readonly approval: Approval;
  readonly stage: number;
  /** Of the request, once this is stored. */
  readonly version: number;
  readonly now: Date;
}

/** Asks a stage: its approvers, the deputies they have at this moment, and the first reminder ahead. */
export async function beginStage(
  deps: StageDeps,
  parties: Parties,
  { approval, ...entry }: Beginning,
): Promise<Approval> {
  const entered = enterStage(approval, entry);
  const current = entered.route.stages[entry.stage];
  if (current === undefined) {
    return entered;
  }
  const approvers = await addDeputies(deps, parties, current.approvers);
  return withNextReminder(deps, parties, replaceStage(entered, { ...current, approvers }));
}

/** The approvers with the deputies whom they have named for this moment. */
export async function addDeputies(
  { delegations, clock }: StageDeps,
  { tenantId, requester, beneficiary }: Parties,
  approvers: readonly Approver[],
): Promise<readonly Approver[]> {
  const ids = approvers.map(({ person }) => person.id);
  const active = await delegations.listActive(tenantId, ids, clock.now());
  return withDeputies(approvers, active, [requester.id, beneficiary.id]);
}

/** The approval with another current stage. */
export function replaceStage(approval: Approval, stage: ApprovalStage): Approval {
  const stages = approval.route.stages.map((each, index) =>
    index === approval.stage ? stage : each,
  );
  return { ...approval, route: { ...approval.route, stages } };
}

/** Everybody asked before and everybody asked now; nobody is forgotten, since they have cards. */
export function everybodyAsked(
  { approvers }: Pick<Request, 'approvers'>,
  approval: Approval,
): readonly Person[] {
  const seen = new Set<UserId>();
  return [...approvers, ...askedSoFar(approval)].filter(
    ({ id }) => !seen.has(id) && seen.add(id).size > 0,
  );
}
