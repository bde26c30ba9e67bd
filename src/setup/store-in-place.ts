import type { Actor } from '../domain/person.ts';
import type { Request, RequestIn } from '../domain/request.ts';
import type { SetupDeps } from './deps.ts';
import { resultFor, storeRequest } from './submit.ts';
import type { Refused, SubmitResult } from './use-cases.ts';
import { personOf } from './votes.ts';

/** As many changes of the other request can come in between. */
const attempts = 10;

interface Draft {
  readonly request: Request;
  readonly formId: string;
}

/**
 * Stores access that is taken first. A request for the same group and person that nobody has decided ends with that,
 * both or neither; what is approved gives the same and is not replaced.
 */
export async function storeInPlace(
  deps: SetupDeps,
  actor: Actor,
  draft: Draft,
): Promise<SubmitResult> {
  const { tenantId, beneficiary, group } = draft.request;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const open = await deps.requests.findOpenPair(tenantId, beneficiary.id, group);
    const result = await storeBeside(deps, actor, { ...draft, open });
    if (result !== undefined) {
      return result;
    }
  }
  return storeRequest(deps, actor, draft);
}

/** The open request for the same is approved already. */
export function refuseUnderWay({ id }: Request): Refused {
  return { kind: 'refused', refusals: [{ code: 'break-glass-under-way', subject: id }] };
}

/** Undefined when somebody was faster with the other request. */
async function storeBeside(
  deps: SetupDeps,
  actor: Actor,
  { open, ...draft }: Draft & { readonly open: Request | undefined },
): Promise<SubmitResult | undefined> {
  if (open === undefined) {
    const result = await storeRequest(deps, actor, draft);
    return isOvertaken(result) ? undefined : result;
  }
  if (open.state !== 'awaiting-approval') {
    return refuseUnderWay(open);
  }
  const { request, formId } = draft;
  const next = endedBy(actor, open, request);
  const ending = { current: open, next, actor: actor.id };
  const stored = await deps.requests.createInPlace(ending, request, formId);
  return stored && resultFor(actor, stored);
}

function isOvertaken(result: SubmitResult): boolean {
  return (
    result.kind === 'refused' && result.refusals.some(({ code }) => code === 'open-request-exists')
  );
}

function endedBy(
  actor: Actor,
  open: RequestIn<'awaiting-approval'>,
  { id: replacedBy, createdAt: at }: Request,
): RequestIn<'cancelled'> {
  return { ...open, state: 'cancelled', by: personOf(actor), at, replacedBy, updatedAt: at };
}
