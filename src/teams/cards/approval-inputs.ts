import type { Request } from '../../domain/request.ts';
import { counted } from '../words/counting.ts';
import { type ChoiceInput, type Element, text } from './elements.ts';
import { limits, offeredDays } from './limits.ts';
import type { RequestView } from './view.ts';
import { durationWords } from './when.ts';

/** The value of the duration field that leaves the duration as it is. */
export const asAsked = 'as-asked';

/** The fields that go along with Approve, Deny and a review; only on a personal view that has those buttons. */
export function approvalInputs(view: RequestView): readonly Element[] {
  const { audience } = view;
  if (audience.kind === 'base') {
    return [];
  }
  const { options } = audience;
  return [
    ...(options.includes('approve') ? durationInput(view) : []),
    ...(options.includes('deny') ? denialInputs(view) : []),
    ...(options.includes('justified')
      ? [commentInput(view, view.words.breakGlass.reviewComment)]
      : []),
  ];
}

function denialInputs(view: RequestView): readonly Element[] {
  const { form, request } = view.words;
  const mark = text(form.mark, { color: 'attention', size: 'small', spacing: 'none' });
  return [commentInput(view, request.comment), ...(view.isCommentMissing === true ? [mark] : [])];
}

function commentInput({ words, comment }: RequestView, label: string): Element {
  return {
    type: 'Input.Text',
    id: 'comment',
    label,
    placeholder: words.request.commentHint,
    isMultiline: true,
    maxLength: limits.comment,
    spacing: 'medium',
    ...(comment === undefined ? {} : { value: comment }),
  };
}

/** An approver may give less than was asked for, never more. */
function durationInput({ words, request, maximumDays }: RequestView): readonly ChoiceInput[] {
  const shorter = shorterThan(request, maximumDays);
  if (shorter.length === 0) {
    return [];
  }
  const { duration, asAsked: whole } = words.approval;
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'days',
      label: duration,
      style: 'compact',
      choices: [
        { title: whole(durationWords(words, request.duration)), value: asAsked },
        ...shorter.map((days) => ({ title: counted(words, days, 'day'), value: `${days}` })),
      ],
      value: asAsked,
      spacing: 'medium',
    },
  ];
}

function shorterThan({ duration }: Request, maximumDays = 365): readonly number[] {
  switch (duration.kind) {
    case 'hours':
      return [];
    case 'days':
      return offeredDays.filter((days) => days < duration.days);
    case 'no-expiration':
      return offeredDays.filter((days) => days <= maximumDays);
  }
}
