import type { Approval } from '../domain/approval.ts';
import type { Complaint } from '../domain/complaint.ts';
import { toRequestId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import type { Duration } from '../domain/plan.ts';
import { isProblem } from '../domain/problem.ts';
import type { Request, RequestIn } from '../domain/request.ts';
import { toPerson } from './approvers.ts';
import type { SetupDeps } from './deps.ts';
import { refuseInput } from './form-input.ts';
import { refuseTooMany, sendWithinLimit } from './open-limit.ts';
import { planHashOf } from './plan-hash.ts';
import { breakGlassHoursOf, type Proposal, propose, refuseByRule } from './proposal.ts';
import { packageChoiceOf } from './request-facts.ts';
import { everybodyAsked, openApproval } from './stages.ts';
import type { RoutePreview, RouteWish, SubmitResult, SubmitWish } from './use-cases.ts';

/**
 * Checks a request against the world and the policy, plans it and stores it; nothing is changed outside. All reasons
 * against it are told at once. The same form sent again resolves to the request it made the first time.
 */
export async function submitRequest(
  deps: SetupDeps,
  actor: Actor,
  wish: SubmitWish,
): Promise<SubmitResult> {
  const early = (await answerEarly(deps, actor, wish)) ?? (await refuseOneMore(deps, actor, wish));
  if (early !== undefined) {
    return early;
  }
  const proposed = await propose(deps, actor, wish);
  if (proposed.kind === 'refused') {
    return proposed;
  }
  const refusals = refuseByRule(proposed.proposal.template, wish);
  if (refusals.length > 0) {
    return { kind: 'refused', refusals };
  }
  const core = draftRequest(deps, { actor, wish, duration: durationOf(wish) }, proposed.proposal);
  const request = await awaitingApproval(deps, core, proposed.proposal);
  return storeOneMore(deps, actor, { request, formId: wish.formId });
}

/** A list was judged as a whole when it was sent. */
async function refuseOneMore(
  deps: SetupDeps,
  actor: Actor,
  { batch }: SubmitWish,
): Promise<SubmitResult | undefined> {
  const refusals = batch === undefined ? await refuseTooMany(deps, actor) : [];
  return refusals.length === 0 ? undefined : { kind: 'refused', refusals };
}

/** The same form sent twice at once finds its own request, which may be the last that was permitted. */
async function storeOneMore(
  deps: SetupDeps,
  actor: Actor,
  draft: { readonly request: Request; readonly formId: string },
): Promise<SubmitResult> {
  if (draft.request.batch !== undefined) {
    return storeRequest(deps, actor, draft);
  }
  return sendWithinLimit(deps, actor, async (refusals) =>
    refusals.length === 0
      ? storeRequest(deps, actor, draft)
      : ((await findSent(deps, actor, draft)) ?? { kind: 'refused', refusals }),
  );
}

async function findSent(
  { requests }: SetupDeps,
  actor: Actor,
  { formId }: Pick<SubmitWish, 'formId'>,
): Promise<SubmitResult | undefined> {
  const before = await requests.findByForm(actor.tenantId, formId);
  return before && resultFor(actor, before);
}

/** What a form comes to before anybody is asked: the request it made already, or that it is not filled in well. */
export async function answerEarly(
  deps: SetupDeps,
  actor: Actor,
  wish: SubmitWish,
): Promise<SubmitResult | undefined> {
  const before = await findSent(deps, actor, wish);
  if (before !== undefined) {
    return before;
  }
  const refusals = refuseInput(wish, deps.settings);
  return refusals.length === 0 ? undefined : { kind: 'refused', refusals };
}

/** Who would be asked and what the rule wants, so that the form can say so; nothing is stored. */
export async function previewRoute(
  deps: SetupDeps,
  actor: Actor,
  wish: RouteWish,
): Promise<RoutePreview> {
  const proposed = await propose(deps, actor, wish);
  if (proposed.kind === 'refused') {
    return proposed;
  }
  const { route, plan, template } = proposed.proposal;
  return {
    kind: 'route',
    route,
    plan,
    reasonRule: template.reasonRule?.message,
    ticketRule: template.ticketRule?.message,
    maximumDays: template.maximumDays,
    breakGlassHours: breakGlassHoursOf(plan, template),
  };
}

/** The same for a request of its own, for which there must be room beside what is open; emergency access needs none. */
export async function previewRequest(
  deps: SetupDeps,
  actor: Actor,
  wish: RouteWish,
): Promise<RoutePreview> {
  const [preview, tooMany] = await Promise.all([
    previewRoute(deps, actor, wish),
    refuseTooMany(deps, actor),
  ]);
  if (tooMany.length === 0) {
    return preview;
  }
  const others = preview.kind === 'refused' ? preview.refusals : [];
  const { breakGlassHours } = preview;
  return { kind: 'refused', refusals: [...tooMany, ...others], breakGlassHours };
}

/** A form belongs to the person it was made for; nobody learns of a request through somebody else's. */
export function resultFor(actor: Actor, request: Request): SubmitResult {
  const subject = 'form-of-another' satisfies Complaint;
  return request.requester.id === actor.id
    ? { kind: 'submitted', request }
    : { kind: 'refused', refusals: [{ code: 'input-not-valid', subject }] };
}

/** Whether another open request for the pair exists is decided here, where two at once cannot both win. */
export async function storeRequest(
  deps: SetupDeps,
  actor: Actor,
  draft: { readonly request: Request; readonly formId: string },
): Promise<SubmitResult> {
  try {
    return resultFor(actor, await deps.requests.create(draft.request, draft.formId));
  } catch (error) {
    if (isProblem(error) && error.code === 'open-request-exists') {
      const subject = draft.request.beneficiary.displayName;
      return { kind: 'refused', refusals: [{ code: error.code, subject }] };
    }
    throw error;
  }
}

export type Draft = Omit<RequestIn<'awaiting-approval'>, 'state' | 'approvers' | 'approval'>;

interface Sender {
  readonly actor: Actor;
  readonly wish: SubmitWish;
  readonly duration: Duration;
}

/** A request as far as the form and the world make it, without its approval. */
export function draftRequest(
  { clock, random }: SetupDeps,
  { actor, wish, duration }: Sender,
  { user, choice, plan, facts }: Proposal,
): Draft {
  const now = clock.now();
  const ticket = wish.ticket?.trim() ?? '';
  return {
    id: toRequestId(random()),
    version: 1,
    tenantId: actor.tenantId,
    requester: { id: actor.id, displayName: actor.displayName },
    beneficiary: toPerson(user),
    beneficiaryAnchors: user.onPremises ?? {},
    group: choice,
    accessPackage: packageChoiceOf(facts.accessPackage),
    reason: wish.reason.trim(),
    duration,
    ...(ticket === '' ? {} : { ticket }),
    ...(wish.batch === undefined ? {} : { batch: wish.batch }),
    plan,
    createdAt: now,
    updatedAt: now,
  };
}

/** The first stage of the route, with whom it asks. */
export function openFor(deps: SetupDeps, draft: Draft, { route }: Proposal): Promise<Approval> {
  return openApproval(deps, draft, { route, planHash: planHashOf(draft) });
}

async function awaitingApproval(
  deps: SetupDeps,
  draft: Draft,
  proposal: Proposal,
): Promise<RequestIn<'awaiting-approval'>> {
  const approval = await openFor(deps, draft, proposal);
  const approvers = everybodyAsked({ approvers: [] }, approval);
  return { ...draft, state: 'awaiting-approval', approvers, approval };
}

function durationOf({ days }: SubmitWish): Duration {
  return days === undefined ? { kind: 'no-expiration' } : { kind: 'days', days };
}
