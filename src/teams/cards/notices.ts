import { adviceFor, toProblemCode } from '../../domain/advice.ts';
import type { Problem, ProblemCode } from '../../domain/problem.ts';
import type { Request, RequestIn } from '../../domain/request.ts';
import { texts } from '../texts.ts';
import { said } from './escape.ts';
import type { Notice } from './view.ts';
import { moment } from './when.ts';

/** Why a click did not work, for the top of the card that shows how the request stands now. */
export function noticeOf(problem: Problem, request: Request): Notice {
  const hasMoved = problem.code === 'already-decided' || problem.code === 'request-changed';
  if (hasMoved && 'decision' in request) {
    const who = said(request.decision.by.displayName);
    const { approvedBefore, deniedBefore } = texts.notices;
    const words = request.state === 'denied' ? deniedBefore : approvedBefore;
    return { style: 'warning', text: words(who, moment(request.decision.at)) };
  }
  return { style: 'warning', text: explain(problem.code, subjectOf(problem, request)) };
}

/** A problem in one passage: what happened, what it means, who can mend it. Escaped. */
export function explain(code: ProblemCode, subject: string): string {
  const { happened, next, owner } = adviceFor(code, said(subject, 160));
  const isNamed = next.toLowerCase().includes(owner);
  const mender = isNamed ? '' : texts.notices.mender(owner);
  return [happened, next, mender].filter((part) => part !== '').join(' ');
}

/** Why a request has stopped. Escaped. */
export function explainFailure(request: RequestIn<'failed'>): string {
  const code = toProblemCode(request.code);
  return explain(code, subjectOf({ code, detail: request.detail }, request));
}

/** The thing a problem is about, as its advice names it. */
function subjectOf({ code, detail }: Pick<Problem, 'code' | 'detail'>, request: Request): string {
  if (code === 'input-not-valid') {
    return detail;
  }
  if (code.startsWith('user-') || code === 'already-member' || code === 'open-request-exists') {
    return request.beneficiary.displayName;
  }
  return code.startsWith('access-package-')
    ? request.plan.accessPackage.displayName
    : request.plan.group.displayName;
}
