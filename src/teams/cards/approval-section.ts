import { type ApprovalStage, askedNow, type Vote } from '../../domain/approval.ts';
import type { Request } from '../../domain/request.ts';
import { isInForce, pendingApprovers } from '../../domain/voting.ts';
import type { Words } from '../words/words.ts';
import { namesOf, peopleOf } from './approval-people.ts';
import { type Color, type Element, row, section, text } from './elements.ts';
import { said, saidList } from './escape.ts';
import { moment } from './when.ts';

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
  const stages = route.stages.flatMap((stage, index) =>
    stageLines(words, request, { stage, index }),
  );
  return [
    section(words.approval.title, [
      ...stages,
      row(words.approval.rule, said(route.rule), 'medium'),
    ]),
  ];
}

interface Numbered {
  readonly stage: ApprovalStage;
  readonly index: number;
}

type StageState = 'done' | 'asked' | 'later' | 'ended';

function stageLines(words: Words, request: Request, numbered: Numbered): readonly Element[] {
  const { stage, index } = numbered;
  const { route, votes } = request.approval;
  const own = votes.filter((vote) => vote.stage === index);
  const state = stateOf(request, index);
  const { marks, stage: title, given } = words.approval;
  const name =
    route.stages.length > 1
      ? title(index + 1, route.stages.length, said(stage.name))
      : said(stage.name);
  const need = given(new Set(own.map(({ by }) => by.id)).size, stage.need);
  const line = (words_: string): Element => text(words_, { size: 'small', spacing: 'none' });
  return [
    {
      type: 'ColumnSet',
      spacing: index === 0 ? 'small' : 'medium',
      columns: [
        {
          type: 'Column',
          width: '20px',
          items: [text(marks[state], { color: colors[state], weight: 'bolder' })],
        },
        {
          type: 'Column',
          width: 'stretch',
          items: [
            text(name, { isSubtle: state === 'later' }),
            ...(state === 'later'
              ? []
              : [text(need, { size: 'small', isSubtle: true, spacing: 'none' })]),
            ...own.map((vote) => line(voteWords(words, vote))),
            ...peopleLines(words, request, numbered).map(line),
          ],
        },
      ],
    },
  ];
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
  const { approval, updatedAt } = request;
  if (index > approval.stage) {
    const { comesLater } = words.approval;
    return stateIsOver(request) ? [] : [comesLater(list(words, namesOf(peopleOf(stage, false))))];
  }
  const isOver = request.state === 'expired';
  if (index < approval.stage || !(isOver || request.state === 'awaiting-approval')) {
    return [];
  }
  const silent = namesOf(pendingApprovers(approval, updatedAt).map(({ person }) => person));
  const { unanswered, neverAnswered, escalated } = words.approval;
  const further = stage.escalation?.approvers ?? [];
  return [
    ...(silent.length === 0 ? [] : [(isOver ? neverAnswered : unanswered)(list(words, silent))]),
    ...(approval.escalatedAt === undefined || further.length === 0
      ? []
      : [
          escalated(
            list(words, namesOf(peopleOf({ ...stage, approvers: further }, false))),
            moment(approval.escalatedAt),
          ),
        ]),
    ...deputyLines(words, request),
  ];
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
              moment(because.until),
            ),
          ]
        : [],
    );
}

function stateIsOver({ state }: Request): boolean {
  return state !== 'awaiting-approval';
}

function list(words: Words, names: readonly string[]): string {
  return saidList(words, names, 'and');
}
