import type { Approver } from '../domain/approval.ts';
import {
  type Action,
  findRefusal,
  type Role,
  rolesOf,
  type SyncStarters,
} from '../domain/authority.ts';
import type { Complaint } from '../domain/complaint.ts';
import type { RequestId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import { Problem } from '../domain/problem.ts';
import type { Decision, Request } from '../domain/request.ts';
import type { SetupDeps } from './deps.ts';
import { longestComment } from './form-input.ts';
import { findStandingSeat } from './standing-seat.ts';
import type { Click } from './use-cases.ts';
import { personOf, withVote } from './votes.ts';

type Attempt = Omit<Click, 'version'> & { readonly version?: number };

/** As many can be in the same second's race; each round one of them gets through. */
const attempts = 60;

/** The request, if this person may see it; for everybody else it does not exist. */
export async function findVisible(deps: SetupDeps, actor: Actor, id: RequestId): Promise<Request> {
  const { request } = await look(deps, actor, id);
  return request;
}

/** The request, and everything that this person is to it. */
async function look(
  deps: SetupDeps,
  actor: Actor,
  id: RequestId,
): Promise<{ readonly request: Request; readonly roles: readonly Role[] }> {
  const request = await deps.requests.find(actor.tenantId, id);
  const roles = request === undefined ? [] : rolesNow(deps, actor, request);
  if (request === undefined || findRefusal(roles, 'see', request) !== undefined) {
    throw new Problem('request-not-found', { detail: id });
  }
  return { request, roles };
}

/** Everything this person is to the request at this moment. */
export function rolesNow(
  deps: Pick<SetupDeps, 'clock' | 'settings' | 'syncTrigger' | 'provisioning'>,
  actor: Pick<Actor, 'tenantId' | 'id'>,
  request: Request,
): readonly Role[] {
  const { administrators } = deps.settings;
  const syncStarters = syncStartersOf(deps, request);
  return rolesOf(actor, request, { administrators, now: deps.clock.now(), syncStarters });
}

function syncStartersOf(
  {
    settings,
    syncTrigger,
    provisioning,
  }: Pick<SetupDeps, 'settings' | 'syncTrigger' | 'provisioning'>,
  { plan }: Request,
): SyncStarters {
  const means = plan.writeback.engine === 'cloud-sync' ? provisioning : syncTrigger;
  if (means === undefined) {
    return 'nobody';
  }
  return settings.approversMayStartSync === true ? 'approvers' : 'administrators';
}

export async function approve(deps: SetupDeps, actor: Actor, click: Click): Promise<Request> {
  const ballot = { actor, comment: commentOf(click), days: click.days };
  return act(deps, { actor, action: 'approve', click }, (request, seat) =>
    withVote(deps, request, { ...ballot, seat }),
  );
}

export async function deny(deps: SetupDeps, actor: Actor, click: Click): Promise<Request> {
  const comment = commentOf(click);
  if (comment === undefined) {
    await findActionable(deps, { actor, action: 'deny', click });
    throw new Problem('input-not-valid', { detail: 'comment-missing' satisfies Complaint });
  }
  return act(deps, { actor, action: 'deny', click }, (request, seat) =>
    seat === undefined
      ? undefined
      : { ...request, state: 'denied', decision: decisionBy(deps, seat, { actor, comment }) },
  );
}

export async function cancel(deps: SetupDeps, actor: Actor, click: Attempt): Promise<Request> {
  return act(deps, { actor, action: 'cancel', click }, (request) => ({
    ...request,
    state: 'cancelled',
    by: personOf(actor),
    at: deps.clock.now(),
  }));
}

/** "I'm on it": for the others to know, it reserves nothing. */
export async function claim(deps: SetupDeps, actor: Actor, click: Click): Promise<Request> {
  return act(deps, { actor, action: 'claim', click }, (request) => {
    const by = personOf(actor);
    return { ...request, approval: { ...request.approval, claim: { by, at: deps.clock.now() } } };
  });
}

export async function unclaim(deps: SetupDeps, actor: Actor, click: Click): Promise<Request> {
  return act(deps, { actor, action: 'unclaim', click }, (request) => {
    const { claim: _claim, ...approval } = request.approval;
    return { ...request, approval };
  });
}

/** The approval stands; the procedure finds what is there already and does the rest. */
export async function retry(deps: SetupDeps, actor: Actor, click: Click): Promise<Request> {
  return act(deps, { actor, action: 'retry', click }, (request) =>
    request.state === 'failed'
      ? { ...request, state: 'setting-up', decision: request.decision, steps: request.steps }
      : undefined,
  );
}

export async function attest(deps: SetupDeps, actor: Actor, click: Click): Promise<Request> {
  return act(deps, { actor, action: 'attest', click }, (request) => {
    const by = personOf(actor);
    return request.state === 'awaiting-sync'
      ? {
          ...request,
          state: 'confirmed',
          proof: { kind: 'attested', by, checkedAt: deps.clock.now() },
        }
      : undefined;
  });
}

interface Intent {
  readonly actor: Actor;
  readonly action: Action;
  readonly click: Attempt;
}

/**
 * Reads, checks the policy, and swaps. Whoever loses the race while the request still waits for approval looks
 * again: what was a valid click on the same plan and stage still counts. Otherwise the loser is told.
 */
export async function act(
  deps: SetupDeps,
  intent: Intent,
  change: (
    request: Request,
    seat: Approver | undefined,
  ) => Promise<Request | undefined> | Request | undefined,
): Promise<Request> {
  const { action } = intent;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const request = await findActionable(deps, intent);
    const seat =
      action === 'approve' || action === 'deny'
        ? await findStandingSeat(deps, request, { id: intent.actor.id, action })
        : undefined;
    const next = await change(request, seat);
    const updatedAt = deps.clock.now();
    const stored =
      next === undefined
        ? undefined
        : await deps.requests.advance(request, { ...next, updatedAt }, intent.actor.id);
    if (stored !== undefined) {
      return stored;
    }
    if (request.state !== 'awaiting-approval' && action !== 'review') {
      break;
    }
  }
  throw new Problem('already-decided', {
    detail: `${intent.click.requestId} was changed by somebody else`,
  });
}

async function findActionable(deps: SetupDeps, { actor, action, click }: Intent): Promise<Request> {
  const { request, roles } = await look(deps, actor, click.requestId);
  const refusal = findRefusal(roles, action, request);
  // Whom a later stage has by now is looked up with the vote itself.
  if (refusal !== undefined && refusal !== 'needed-later') {
    throw new Problem(refusal, { detail: `${action} of ${request.id} in state ${request.state}` });
  }
  // A review is about how it began, whatever has happened since.
  if (action !== 'review' && !hasSeen(request, click)) {
    throw new Problem('request-changed', { detail: `${request.id} is at ${request.version}` });
  }
  return request;
}

/** While it waits, votes of others, claims and reminders are no news; another plan or stage is. */
function hasSeen({ state, version, approval }: Request, click: Attempt): boolean {
  if (click.planHash !== undefined && click.planHash !== approval.planHash) {
    return false;
  }
  if (click.version === undefined || click.version === version) {
    return true;
  }
  const isSameQuestion = click.version >= approval.askedSince && click.version < version;
  return state === 'awaiting-approval' && isSameQuestion;
}

function decisionBy(
  { clock }: SetupDeps,
  { because }: Approver,
  { actor, comment }: { readonly actor: Actor; readonly comment: string },
): Decision {
  const onBehalfOf = because.kind === 'deputy' ? { onBehalfOf: because.of } : {};
  return { by: personOf(actor), ...onBehalfOf, at: clock.now(), comment };
}

/** What was typed, without blanks around it; undefined when that is nothing. */
export function commentOf({ comment }: Pick<Click, 'comment'>): string | undefined {
  const text = comment?.trim() ?? '';
  if (text.length > longestComment) {
    const detail = 'comment-too-long' satisfies Complaint;
    throw new Problem('input-not-valid', { detail });
  }
  return text === '' ? undefined : text;
}
