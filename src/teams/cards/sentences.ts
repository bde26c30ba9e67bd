import type { UserId } from '../../domain/ids.ts';
import { findStageNeeding } from '../../domain/needed-later.ts';
import type { Proof, Request, RequestState } from '../../domain/request.ts';
import { isReviewReminded } from '../../domain/review.ts';
import { hasLeft, isReminded } from '../../domain/voting.ts';
import type { Words } from '../words/words.ts';
import { saidPlain } from './escape.ts';

/** One line for notifications, screen readers and clients without cards. Plain text. */
export function requestSentence(words: Words, request: Request): string {
  const person = saidPlain(request.beneficiary.displayName, 60);
  const group = saidPlain(request.plan.group.displayName, 60);
  const { sentence, forWhom } = words.request;
  return sentence(request.id, forWhom(person, group), words.listStates[request.state]);
}

/** What this approver's notification says. Plain text. */
export function approvalSentence(words: Words, request: Request, readerId?: UserId): string {
  if (request.approval.breakGlass !== undefined) {
    const who = saidPlain(request.requester.displayName, 60);
    const notice = words.breakGlass.notice(who, requestSentence(words, request));
    return isReviewReminded(request, readerId) ? words.breakGlass.reminds(notice) : notice;
  }
  if (request.state !== 'awaiting-approval' || isLeftToOthers(request, readerId)) {
    return requestSentence(words, request);
  }
  const requester = saidPlain(request.requester.displayName, 60);
  const { asks, asksFor } = words.request;
  const asked = asksFor(asks(requester), requestSentence(words, request));
  const { returned } = request.approval;
  if (isReminded(request.approval, readerId)) {
    return words.approval.reminds(asked);
  }
  return returned === undefined ? asked : words.approval.returns(asked);
}

function isLeftToOthers({ approval, updatedAt }: Request, readerId: UserId | undefined): boolean {
  return (
    readerId !== undefined &&
    (hasLeft(approval, readerId) || findStageNeeding(approval, readerId, updatedAt) !== undefined)
  );
}

/** How a request ended. Plain text. */
export function outcomeSentence(words: Words, request: Request): string {
  const person = saidPlain(request.beneficiary.displayName, 60);
  const group = saidPlain(request.plan.group.displayName, 60);
  return outcomeTitle(words, request, { person, group });
}

/** The same for a heading; the names come escaped for where it stands. */
export function outcomeTitle(
  words: Words,
  request: Request,
  { person, group }: { readonly person: string; readonly group: string },
): string {
  return request.state === 'confirmed'
    ? confirmedTitle(words, request.proof)(person, group)
    : words.outcome[titles[request.state]](group);
}

/** A request that had an outcome and has none any more is being tried again. */
const titles = {
  denied: 'denied',
  expired: 'expired',
  failed: 'failed',
  'awaiting-approval': 'retrying',
  cancelled: 'retrying',
  'setting-up': 'retrying',
  delivering: 'retrying',
  'awaiting-membership': 'retrying',
  'awaiting-sync': 'retrying',
} as const satisfies Readonly<Record<Exclude<RequestState, 'confirmed'>, string>>;

/** Only what Active Directory itself has shown is told as a fact. */
function confirmedTitle(
  { outcome }: Words,
  { kind }: Proof,
): (person: string, group: string) => string {
  return kind === 'ldap' ? outcome.confirmed : outcome.attested;
}
