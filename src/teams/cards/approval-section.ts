import { type ApprovalStage, askedNow, isBuiltIn, type Vote } from '../../domain/approval.ts';
import { awaitedApprovers } from '../../domain/needed-later.ts';
import { textIn } from '../../domain/policy-text.ts';
import type { Request } from '../../domain/request.ts';
import { isInForce } from '../../domain/voting.ts';
import type { Words } from '../words/words.ts';
import { namesOf, peopleOf } from './approval-people.ts';
import { type Color, type ColumnSet, type Element, row, section, text } from './elements.ts';
import { said, saidList } from './escape.ts';
import { lastDayOf, moment } from './when.ts';

/**
 * The way to the decision: every stage with who approved, who has not answered and who comes later. Once it is
 * decided it stays as the record where more than one person had a part in it.
 */
export function approvalSection(words: Words, request: Request): readonly Element[] {
  const { route, votes, breakGlass } = request.approval;
  const isOpen = request.state === 'awaiting-approval';
  const hasStory = route.stages.length > 1 || votes.length > 1;
  if (breakGlass !== undefined || !(isOpen || request.state === 'expired' || hasStory)) {
    return [];
  }
  const stages = route.stages.map((stage, index) => stageLines(words, request, { stage, index }));
  return [
    section(words.approval.title, [
      ...stages,
      ...(isBuiltIn(route) ? [] : [row(words.approval.rule, said(route.rule), 'medium')]),
    ]),
  ];
}

interface Numbered {
  readonly stage: ApprovalStage;
  readonly index: number;
}

type StageState = 'done' | 'asked' | 'later' | 'ended';

function stageLines(words: Words, request: Request, numbered: Numbered): ColumnSet {
  const { index } = numbered;
  const state = stateOf(request, index);
  const mark = text(words.approval.marks[state], { color: colors[state], weight: 'bolder' });
  const name = isBuiltIn(request.approval.route)
    ? []
    : [text(stageName(words, request, numbered), { isSubtle: state === 'later' })];
  const lines = [
    ...votesLines(words, request, numbered),
    ...peopleLines(words, request, numbered),
  ].map((line) => text(line, { size: 'small', spacing: 'none' }));
  return {
    type: 'ColumnSet',
    spacing: index === 0 ? 'small' : 'medium',
    columns: [
      { type: 'Column', width: '20px', items: [mark] },
      { type: 'Column', width: 'stretch', items: [...name, ...lines] },
    ],
  };
}

/** "Stage 2 of 3: Security" where there are several. Escaped. */
export function stageName(
  words: Words,
  { approval }: Pick<Request, 'approval'>,
  { stage, index }: Numbered,
): string {
  const name = said(textIn(stage.name, words.language));
  const count = approval.route.stages.length;
  return count > 1 ? words.approval.stage(index + 1, count, name) : name;
}

function votesLines(
  words: Words,
  { approval }: Request,
  { stage, index }: Numbered,
): readonly string[] {
  if (index > approval.stage) {
    return [];
  }
  const votes = approval.votes.filter((vote) => vote.stage === index);
  const given = new Set(votes.map(({ by }) => by.id)).size;
  return [words.approval.given(given, stage.need), ...votes.map((vote) => voteWords(words, vote))];
}

const colors: Readonly<Record<StageState, Color>> = {
  done: 'good',
  asked: 'accent',
  later: 'default',
  ended: 'attention',
};

function stateOf({ state, approval }: Request, index: number): StageState {
  if (index < approval.stage) {
    return 'done';
  }
  const isOpen = state === 'awaiting-approval';
  if (index > approval.stage) {
    return 'later';
  }
  if (isOpen) {
    return 'asked';
  }
  return state === 'denied' || state === 'cancelled' || state === 'expired' ? 'ended' : 'done';
}

function voteWords({ approval, request }: Words, vote: Vote): string {
  const who = said(vote.by.displayName);
  const at = moment(vote.at);
  const line =
    vote.onBehalfOf === undefined
      ? approval.voted(who, at)
      : approval.votedFor(who, said(vote.onBehalfOf.displayName), at);
  return vote.comment === undefined
    ? line
    : approval.votedWith(line, request.quoted(said(vote.comment, 200)));
}

function peopleLines(
  words: Words,
  request: Request,
  { stage, index }: Numbered,
): readonly string[] {
  const { approval, state } = request;
  const isOpen = state === 'awaiting-approval';
  if (isOpen && index > approval.stage) {
    return [words.approval.comesLater(list(words, namesOf(peopleOf(stage))))];
  }
  return index === approval.stage && (isOpen || state === 'expired')
    ? [
        ...silentLine(words, request),
        ...escalatedLine(words, request, stage),
        ...deputyLines(words, request),
      ]
    : [];
}

function silentLine(words: Words, { state, approval, updatedAt }: Request): readonly string[] {
  const { unanswered, neverAnswered } = words.approval;
  const silent = namesOf(awaitedApprovers(approval, updatedAt).map(({ person }) => person));
  const line = state === 'expired' ? neverAnswered : unanswered;
  return silent.length === 0 ? [] : [line(list(words, silent))];
}

function escalatedLine(
  words: Words,
  { approval: { escalatedAt } }: Request,
  { escalation }: ApprovalStage,
): readonly string[] {
  if (escalatedAt === undefined || escalation === undefined || escalation.approvers.length === 0) {
    return [];
  }
  const names = list(words, namesOf(peopleOf(escalation)));
  return [words.approval.escalated(names, moment(escalatedAt))];
}

function deputyLines(words: Words, { approval, updatedAt }: Request): readonly string[] {
  return askedNow(approval)
    .filter((seat) => isInForce(seat, updatedAt))
    .slice(0, 6)
    .flatMap(({ person, because }) =>
      because.kind === 'deputy'
        ? [
            words.approval.standsIn(
              said(person.displayName),
              said(because.of.displayName),
              lastDayOf(words, because),
            ),
          ]
        : [],
    );
}

function list(words: Words, names: readonly string[]): string {
  return saidList(words, names, 'and');
}
