import { ownerOf, toProblemCode } from '../../domain/advice.ts';
import type { Person } from '../../domain/person.ts';
import { textIn } from '../../domain/policy-text.ts';
import type { Problem, ProblemCode } from '../../domain/problem.ts';
import type { Request, RequestIn } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { emergencyEnd } from './break-glass-section.ts';
import { said } from './escape.ts';
import type { Notice } from './view.ts';
import { moment } from './when.ts';

/** Whose click it was, and how the request stands now. */
export interface Clicked {
  readonly request: Request;
  readonly reader: Pick<Person, 'id'>;
}

/** Why a click did not work, for the top of the card that shows how the request stands now. */
export function noticeOf(words: Words, problem: Problem, { request, reader }: Clicked): Notice {
  const hasMoved = problem.code === 'already-decided' || problem.code === 'request-changed';
  if (hasMoved && 'decision' in request) {
    const { by, at } = request.decision;
    const { approvedBefore, deniedBefore, approvedYourself, deniedYourself } = words.notices;
    const isDenied = request.state === 'denied';
    if (by.id === reader.id) {
      // A second click in the same moment.
      const decided = isDenied ? deniedYourself : approvedYourself;
      return { style: 'warning', text: decided(moment(at)) };
    }
    const decidedBefore = isDenied ? deniedBefore : approvedBefore;
    return { style: 'warning', text: decidedBefore(said(by.displayName), moment(at)) };
  }
  return { style: 'warning', text: explain(words, problem.code, subjectOf(problem, request)) };
}

/** Why a request could not be cancelled, which says first that nothing was. */
export function notCancelled(words: Words, problem: Problem, clicked: Clicked): Notice {
  const { request } = clicked;
  const { approved, denied, emergency, over, notYours } = words.notices.notCancelled;
  if (problem.code === 'not-allowed') {
    return { style: 'warning', text: notYours(said(request.requester.displayName)) };
  }
  if (problem.code !== 'already-decided') {
    return noticeOf(words, problem, clicked);
  }
  const end = emergencyEnd(request);
  if (end !== undefined) {
    return { style: 'warning', text: emergency(moment(end)) };
  }
  if (!('decision' in request)) {
    return { style: 'warning', text: over };
  }
  const { by, at } = request.decision;
  const told = request.state === 'denied' ? denied : approved;
  return { style: 'warning', text: told(said(by.displayName), moment(at)) };
}

/** A problem in one passage: what happened, what it means, who can mend it. Escaped. */
export function explain(words: Words, code: ProblemCode, subject: string): string {
  const { happened, next } = words.advice[code];
  const about =
    code === 'input-not-valid'
      ? complaintText(words, subject)
      : said(textIn(subject, words.language), 160);
  return passage(happened(about), next, menderText(words, code, next));
}

/** Why a request has stopped. Escaped. */
export function explainFailure(words: Words, request: RequestIn<'failed'>): string {
  const code = toProblemCode(request.code);
  const { happened, whenFailed } = words.advice[code];
  const subject = subjectOf({ code, detail: request.detail }, request);
  if (whenFailed === undefined) {
    return explain(words, code, subject);
  }
  const { next } = whenFailed;
  const what = (whenFailed.happened ?? happened)(said(subject, 160));
  return passage(what, next, menderText(words, code, next));
}

function passage(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** Who can mend it, unless that is the reader, nobody, or said already. */
function menderText({ owners, notices, habits }: Words, code: ProblemCode, next: string): string {
  const owner = ownerOf(code);
  const isNamed = next.toLocaleLowerCase(habits).includes(owners[owner].toLocaleLowerCase(habits));
  return owner === 'you' || owner === 'nobody' || isNamed ? '' : notices.mender(owners[owner]);
}

export function complaintText({ complaints }: Words, complaint: string): string {
  return new Map(Object.entries(complaints)).get(complaint) ?? complaints.other;
}

/** Problems whose detail is what their advice names: a stage, a group of approvers, the words of a rule. */
const speaksForItself: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'input-not-valid',
  'nobody-can-approve',
  'too-many-approvers',
  'needed-later',
  'refused-by-policy',
  'reason-not-accepted',
  'ticket-not-accepted',
  'duration-too-long',
]);

/** The thing a problem is about, as its advice names it. */
function subjectOf({ code, detail }: Pick<Problem, 'code' | 'detail'>, request: Request): string {
  if (speaksForItself.has(code)) {
    return detail;
  }
  if (code.startsWith('user-') || code === 'already-member' || code === 'open-request-exists') {
    return request.beneficiary.displayName;
  }
  return code.startsWith('access-package-')
    ? request.plan.accessPackage.displayName
    : request.plan.group.displayName;
}
