import { type Action, findRefusal, rolesOf } from '../domain/authority.ts';
import type { RequestId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import { Problem } from '../domain/problem.ts';
import type { Decision, Request } from '../domain/request.ts';
import type { SetupDeps } from './deps.ts';
import { longestComment } from './form-input.ts';
import type { Click } from './use-cases.ts';

type Attempt = Omit<Click, 'version'> & { readonly version?: number };

/** The request, if this person may see it; for everybody else it does not exist. */
export async function findVisible(deps: SetupDeps, actor: Actor, id: RequestId): Promise<Request> {
  const request = await deps.requests.find(actor.tenantId, id);
  const roles = request === undefined ? [] : rolesOf(actor, request, deps.settings.administrators);
  if (request === undefined || findRefusal(roles, 'see', request) !== undefined) {
    throw new Problem('request-not-found', { detail: id });
  }
  return request;
}

export async function approve(deps: SetupDeps, actor: Actor, click: Click): Promise<Request> {
  const comment = commentOf(click);
  return act(deps, { actor, action: 'approve', click }, (request) => ({
    ...request,
    state: 'setting-up',
    decision: decisionBy(deps, actor, comment),
    steps: [],
  }));
}

export async function deny(deps: SetupDeps, actor: Actor, click: Click): Promise<Request> {
  const comment = commentOf(click);
  if (comment === undefined) {
    await findActionable(deps, { actor, action: 'deny', click });
    throw new Problem('input-not-valid', { detail: 'Say why: the requester will read it.' });
  }
  return act(deps, { actor, action: 'deny', click }, (request) => ({
    ...request,
    state: 'denied',
    decision: decisionBy(deps, actor, comment),
  }));
}

export async function cancel(deps: SetupDeps, actor: Actor, click: Attempt): Promise<Request> {
  return act(deps, { actor, action: 'cancel', click }, (request) => ({
    ...request,
    state: 'cancelled',
    by: { id: actor.id, displayName: actor.displayName },
    at: deps.clock.now(),
  }));
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
    const by = { id: actor.id, displayName: actor.displayName };
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

/** Reads, checks the policy, and swaps; whoever loses the race is told that somebody was faster. */
async function act(
  deps: SetupDeps,
  intent: Intent,
  change: (request: Request) => Request | undefined,
): Promise<Request> {
  const request = await findActionable(deps, intent);
  const next = change(request);
  const stored =
    next === undefined
      ? undefined
      : await deps.requests.advance(
          request,
          { ...next, updatedAt: deps.clock.now() },
          intent.actor.id,
        );
  if (stored === undefined) {
    throw new Problem('already-decided', { detail: `${request.id} was changed by somebody else` });
  }
  return stored;
}

async function findActionable(deps: SetupDeps, { actor, action, click }: Intent): Promise<Request> {
  const request = await findVisible(deps, actor, click.requestId);
  const roles = rolesOf(actor, request, deps.settings.administrators);
  const refusal = findRefusal(roles, action, request);
  if (refusal !== undefined) {
    throw new Problem(refusal, { detail: `${action} of ${request.id} in state ${request.state}` });
  }
  if (click.version !== undefined && click.version !== request.version) {
    throw new Problem('request-changed', { detail: `${request.id} is at ${request.version}` });
  }
  return request;
}

function decisionBy({ clock }: SetupDeps, actor: Actor, comment: string | undefined): Decision {
  return { by: { id: actor.id, displayName: actor.displayName }, at: clock.now(), comment };
}

function commentOf({ comment }: Click): string | undefined {
  const text = comment?.trim() ?? '';
  if (text.length > longestComment) {
    const detail = `The comment is too long: at most ${longestComment} characters.`;
    throw new Problem('input-not-valid', { detail });
  }
  return text === '' ? undefined : text;
}
