import { askedNow } from '../../domain/approval.ts';
import { findStageNeeding } from '../../domain/needed-later.ts';
import type { RequestIn } from '../../domain/request.ts';
import { hasLeft, isReminded } from '../../domain/voting.ts';
import type { Words } from '../words/words.ts';
import { becauseWords, canStillDecide, findOwnVote, waitingFor } from './approval-people.ts';
import { stageName } from './approval-section.ts';
import { said } from './escape.ts';
import { explain } from './notices.ts';
import type { RequestView, StateWords } from './view.ts';
import { moment } from './when.ts';

type Asking = RequestIn<'awaiting-approval'>;

/** What the panel on top says while somebody has to decide: first what is new, then why the reader is asked. */
export function approvalState(view: RequestView, request: Asking): StateWords {
  const { words, readerId } = view;
  const { approval } = request;
  const waiting = waitingFor(words, request);
  const lines = [
    ...reminderLine(words, request, readerId),
    ...personalLines(view, request),
    ...claimLine(words, request, readerId),
    ...tooFewLine(words, request),
    ...(approval.expiresAt === undefined
      ? []
      : [words.approval.expires(moment(approval.expiresAt))]),
  ];
  const { returned } = approval;
  if (returned === undefined) {
    return { style: 'emphasis', headline: waiting, lines };
  }
  const { returned: headline, returnedBody } = words.approval;
  return {
    style: 'warning',
    headline,
    lines: [returnedBody(moment(returned.at)), waiting, ...lines],
  };
}

/** For those who are asked: whoever only waits, or gets the card for the first time, is not reminded of anything. */
function reminderLine(
  words: Words,
  { approval }: Asking,
  readerId: RequestView['readerId'],
): readonly string[] {
  const isAsked =
    readerId === undefined || askedNow(approval).some(({ person }) => person.id === readerId);
  return isAsked && isReminded(approval, readerId)
    ? [words.approval.reminder(moment(approval.stageSince))]
    : [];
}

/** Only those who can decide now are told why they are asked; others who are or were, why they cannot. */
function personalLines(
  { words, audience: { options }, readerId }: RequestView,
  request: Asking,
): readonly string[] {
  const { approval } = request;
  const vote = findOwnVote(approval, readerId);
  if (vote !== undefined) {
    return [words.approval.youApproved(moment(vote.at))];
  }
  const obstacle = obstacleLines(words, request, readerId);
  if (obstacle.length > 0) {
    return obstacle;
  }
  const because = options.includes('approve') ? becauseWords(words, approval, readerId) : undefined;
  return because === undefined ? [] : [because];
}

/** Whose approval a later stage needs, and who has left those who decide. */
function obstacleLines(
  words: Words,
  request: Asking,
  readerId: RequestView['readerId'],
): readonly string[] {
  const { approval, updatedAt } = request;
  if (readerId === undefined) {
    return [];
  }
  if (hasLeft(approval, readerId)) {
    return [words.approval.left];
  }
  const stage = findStageNeeding(approval, readerId, updatedAt);
  const index = stage === undefined ? -1 : approval.route.stages.indexOf(stage);
  return stage === undefined
    ? []
    : [words.approval.neededLater(stageName(words, request, { stage, index }))];
}

/** That those who are left cannot decide it any more. */
function tooFewLine(words: Words, { approval, updatedAt }: Asking): readonly string[] {
  const stage = approval.route.stages[approval.stage];
  return stage === undefined || canStillDecide(approval, updatedAt)
    ? []
    : [explain(words, 'nobody-can-approve', stage.name)];
}

function claimLine(
  { approval: { claimed, youClaimed } }: Words,
  { approval: { claim } }: Asking,
  readerId: RequestView['readerId'],
): readonly string[] {
  if (claim === undefined) {
    return [];
  }
  const since = moment(claim.at);
  return [
    claim.by.id === readerId ? youClaimed(since) : claimed(said(claim.by.displayName), since),
  ];
}
