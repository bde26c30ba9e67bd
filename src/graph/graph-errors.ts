import { Problem, type ProblemCode } from '../domain/problem.ts';
import {
  type GraphCall,
  type GraphOperation,
  isRepeatable,
  leastPermissions,
} from './graph-call.ts';
import { type GraphFailure, GraphRefusal, type GraphSilence } from './graph-failure.ts';

const defaultWaitMs = 10_000;

/** Those for which looking again later is the right answer. */
const passing: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'graph-throttled',
  'graph-unreachable',
  'graph-outcome-unknown',
  'not-visible-yet',
]);

/** Codes that mean the same wherever Graph says them. */
const byCode: Readonly<Record<string, ProblemCode>> = {
  authorization_requestdenied: 'graph-permission-missing',
  invalidauthenticationtoken: 'graph-credentials-refused',
  insufficient_claims: 'graph-credentials-refused',
  nolicense: 'licence-missing',
  nogovernancesku: 'licence-missing',
  callernotresourceowner: 'not-resource-owner',
  resourcenotfoundinoriginsystem: 'not-visible-yet',
  request_resourcenotfound: 'not-visible-yet',
  targetnotfound: 'not-visible-yet',
  rolenotfound: 'not-visible-yet',
  accesspackagenotfound: 'access-package-not-found',
  policynotfound: 'access-package-does-not-fit',
  accesspackageassignmentpolicynotfound: 'access-package-does-not-fit',
};

/** What a refusal means for one operation alone; looked at first. */
const byOperation: Partial<
  Record<GraphOperation, (refusal: GraphRefusal) => ProblemCode | undefined>
> = {
  'create-group': whyNotCreated,
  'enable-writeback': ({ status }) => (status === 400 ? 'writeback-refused' : undefined),
  // The resource's own id is wrong or not known yet: the catalog has to be read again.
  'add-member-role': ({ code }) => (code === 'ResourceNotFound' ? 'not-visible-yet' : undefined),
  // The service gives no code of its own to "there is one already": whoever looks again will see it.
  'request-assignment': ({ status, message }) =>
    status === 400 && isAssignedAlready.test(message) ? 'not-visible-yet' : undefined,
  'get-assignment-request': ({ status, code }) =>
    status === 404 && code !== undefined ? 'not-visible-yet' : undefined,
};

const isAssignedAlready = /already an existing open request|already ha(s|ve)\b.*\bassignment/i;

/** Turns whatever went wrong between us and Graph into the Problem that says what it means. */
export function toProblem(failure: GraphFailure, call: GraphCall): Problem {
  return failure instanceof GraphRefusal ? fromRefusal(failure, call) : fromSilence(failure, call);
}

function fromRefusal(refusal: GraphRefusal, call: GraphCall): Problem {
  const code = codeOf(refusal, call);
  const wanted = code === 'graph-permission-missing' ? `, needs ${needs(call)}` : '';
  const said = refusal.message === '' ? 'no explanation' : refusal.message.slice(0, 500);
  return new Problem(code, {
    detail: `${call.operation}${wanted}: ${refusal.status} ${said}`,
    cause: refusal,
    ...waitFor(code, refusal.retryAfterMs),
  });
}

function codeOf(refusal: GraphRefusal, call: GraphCall): ProblemCode {
  const special =
    byOperation[call.operation]?.(refusal) ?? byCode[(refusal.code ?? '').toLowerCase()];
  if (special !== undefined && refusal.status < 500 && refusal.status !== 429) {
    return special;
  }
  return codeOfStatus(refusal.status, call);
}

function codeOfStatus(status: number, call: GraphCall): ProblemCode {
  if (status === 401) {
    return 'graph-credentials-refused';
  }
  if (status === 403) {
    return 'graph-permission-missing';
  }
  if (status === 429) {
    return 'graph-throttled';
  }
  if (status >= 500) {
    return isRepeatable(call) ? 'graph-unreachable' : 'graph-outcome-unknown';
  }
  return 'graph-refused';
}

function fromSilence(silence: GraphSilence, call: GraphCall): Problem {
  const code = codeOfSilence(silence, call);
  return new Problem(code, {
    detail: `${call.operation}: ${silence.message}`,
    cause: silence,
    ...waitFor(code, undefined),
  });
}

function codeOfSilence(silence: GraphSilence, call: GraphCall): ProblemCode {
  switch (silence.kind) {
    case 'no-token':
      return 'graph-credentials-refused';
    case 'not-sent':
    case 'token-unreachable':
      return 'graph-unreachable';
    case 'timeout':
    case 'network':
      return isRepeatable(call) ? 'graph-unreachable' : 'graph-outcome-unknown';
  }
}

/** The message is read only where a name conflict comes without details: Graph documents nothing else for it. */
function whyNotCreated(refusal: GraphRefusal): ProblemCode | undefined {
  const named = refusal.conflicts.some((target) => /^(mailNickname|proxyAddresses)$/i.test(target));
  if (
    refusal.status === 400 &&
    (named || /property (mailNickname|proxyAddresses)/i.test(refusal.message))
  ) {
    return 'group-name-taken';
  }
  return refusal.status === 422 ? 'group-name-not-allowed' : undefined;
}

/** Adding a group to a catalog is allowed to those who may change the group. */
function needs(call: GraphCall): string {
  const least = leastPermissions[call.operation];
  return call.operation === 'add-resource' ? `${least} and Group.ReadWrite.All` : least;
}

function waitFor(code: ProblemCode, asked: number | undefined): { readonly retryAfterMs?: number } {
  return passing.has(code) ? { retryAfterMs: asked ?? defaultWaitMs } : {};
}
