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
  const { request, formId } = draft;
  const { tenantId, beneficiary, group } = request;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const open = await deps.requests.findOpenPair(tenantId, beneficiary.id, group);
    if (open === undefined) {
      const result = await storeRequest(deps, actor, draft);
      if (!isOvertaken(result)) {
        return result;
      }
    } else if (open.state === 'awaiting-approval') {
      const ending = { current: open, next: endedBy(actor, open, request), actor: actor.id };
      const stored = await deps.requests.createInPlace(ending, request, formId);
      if (stored !== undefined) {
        return resultFor(actor, stored);
      }
    } else {
      return refuseUnderWay(open);
    }
  }
  return storeRequest(deps, actor, draft);
}

/** The open request for the same is under way already. */
export function refuseUnderWay({ id }: Request): Refused {
  return { kind: 'refused', refusals: [{ code: 'break-glass-under-way', subject: id }] };
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
