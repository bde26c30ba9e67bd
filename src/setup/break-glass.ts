import { askedSoFar } from '../domain/approval.ts';
import type { Complaint } from '../domain/complaint.ts';
import type { Actor } from '../domain/person.ts';
import type { Duration } from '../domain/plan.ts';
import { Problem } from '../domain/problem.ts';
import type { Request } from '../domain/request.ts';
import { act, commentOf } from './decisions.ts';
import type { SetupDeps } from './deps.ts';
import { periodOf } from './plan-request.ts';
import { type Proposal, propose, refuseByRule } from './proposal.ts';
import { withNextReminder } from './remind.ts';
import { refuseUnderWay, storeInPlace } from './store-in-place.ts';
import { answerEarly, draftRequest, openFor, resultFor } from './submit.ts';
import type {
  BreakGlassResult,
  BreakGlassWish,
  Click,
  Refused,
  ReviewVerdict,
} from './use-cases.ts';
import { personOf } from './votes.ts';

/**
 * Access without approval, where the policy permits it to this requester: the first call tells what it means, the
 * second one takes it. A request for the same that waits for approval ends by it. Everybody whom the route would have
 * asked is told, can review it afterwards, and is reminded of that as of a decision.
 */
export async function breakGlass(
  deps: SetupDeps,
  actor: Actor,
  wish: BreakGlassWish,
): Promise<BreakGlassResult> {
  const early = await answerEarly(deps, actor, { ...wish, days: 1 });
  if (early !== undefined) {
    return early;
  }
  const proposed = await propose(deps, actor, { ...wish, days: 1, isEmergency: true });
  if (proposed.kind === 'refused') {
    return proposed;
  }
  const { template, plan } = proposed.proposal;
  if (template.breakGlass === undefined) {
    const subject = plan.group.displayName;
    return { kind: 'refused', refusals: [{ code: 'break-glass-off', subject }] };
  }
  // Its owner would stay when the hours are over.
  if (plan.group.action === 'create') {
    const subject = plan.group.displayName;
    return { kind: 'refused', refusals: [{ code: 'break-glass-new-group', subject }] };
  }
  const refusals = refuseByRule({ ...template, maximumDays: undefined }, wish);
  if (refusals.length > 0) {
    return { kind: 'refused', refusals };
  }
  const { hours } = template.breakGlass;
  return wish.confirmed
    ? takeOnce(deps, { actor, wish, hours }, proposed.proposal)
    : ((await refuseUnreviewed(deps, actor)) ??
        confirmation(deps, { actor, hours }, proposed.proposal));
}

/** One at a time: what nobody has looked at yet is no reason to trust the next. */
async function refuseUnreviewed(
  { requests }: SetupDeps,
  { tenantId, id }: Actor,
): Promise<Refused | undefined> {
  const taken = await requests.findUnreviewedOf(tenantId, id);
  return (
    taken && {
      kind: 'refused',
      refusals: [{ code: 'break-glass-unreviewed', subject: taken.id }],
    }
  );
}

async function confirmation(
  { clock, requests }: SetupDeps,
  { actor, hours }: Pick<Taking, 'actor' | 'hours'>,
  { user, choice, plan, route }: Proposal,
): Promise<BreakGlassResult> {
  const open = await requests.findOpenPair(actor.tenantId, user.id, choice);
  if (open !== undefined && open.state !== 'awaiting-approval') {
    return refuseUnderWay(open);
  }
  const { endsAt = clock.now() } = periodOf({ kind: 'hours', hours }, clock.now());
  const told = route.stages.flatMap(({ approvers }) => approvers.map(({ person }) => person));
  const ids = told.map(({ id }) => id);
  const once = told.filter(({ id }, index) => ids.indexOf(id) === index);
  return { kind: 'confirm', hours, until: endsAt, plan, told: once, replaces: open?.id };
}

interface Taking {
  readonly actor: Actor;
  readonly wish: BreakGlassWish;
  readonly hours: number;
}

/** Two forms sent at once do not both find that nothing is unreviewed; the same form twice finds its own request. */
function takeOnce(deps: SetupDeps, taking: Taking, proposal: Proposal): Promise<BreakGlassResult> {
  const { actor, wish } = taking;
  return deps.locks.exclusively(`break-glass/${actor.tenantId}/${actor.id}`, async () => {
    const before = await deps.requests.findByForm(actor.tenantId, wish.formId);
    if (before !== undefined) {
      return resultFor(actor, before);
    }
    return (await refuseUnreviewed(deps, actor)) ?? take(deps, taking, proposal);
  });
}

async function take(
  deps: SetupDeps,
  { actor, wish, hours }: Taking,
  proposal: Proposal,
): Promise<BreakGlassResult> {
  const duration: Duration = { kind: 'hours', hours };
  const draft = draftRequest(deps, { actor, wish, duration }, proposal);
  const opened = await openFor(deps, draft, proposal);
  const at = draft.createdAt;
  const approval = await withNextReminder(deps, draft, {
    ...opened,
    // Nobody decides any more, so all stages count as asked, and what people are reminded of is the review.
    stage: opened.route.stages.length - 1,
    breakGlass: { at, reason: draft.reason },
  });
  const request: Request = {
    ...draft,
    state: 'setting-up',
    approvers: askedSoFar(approval),
    approval,
    decision: { by: personOf(actor), at, comment: draft.reason },
    steps: [],
  };
  return storeInPlace(deps, actor, { request, formId: wish.formId });
}

/** An approver's word on access that was taken first; a verdict against it needs a reason. */
export async function review(
  deps: SetupDeps,
  { actor, click }: { readonly actor: Actor; readonly click: Click },
  verdict: ReviewVerdict,
): Promise<Request> {
  const comment = commentOf(click);
  return act(deps, { actor, action: 'review', click }, (request) => {
    const { breakGlass: taken } = request.approval;
    if (verdict === 'not-justified' && comment === undefined) {
      throw new Problem('input-not-valid', { detail: 'comment-missing' satisfies Complaint });
    }
    if (taken === undefined) {
      return undefined;
    }
    const by = personOf(actor);
    const said = {
      by,
      at: deps.clock.now(),
      verdict,
      ...(comment === undefined ? {} : { comment }),
    };
    return {
      ...request,
      approval: { ...request.approval, breakGlass: { ...taken, review: said } },
    };
  });
}
