import type { BatchView } from '../../domain/batch-view.ts';
import type { Person } from '../../domain/person.ts';
import type { Words } from '../words/words.ts';
import type { Execute } from './elements.ts';
import type { Notice } from './view.ts';

/**
 * What a card of a list is drawn from. `base` is what is posted: it carries nothing that must be guarded; `personal`
 * is one person's view, given as the answer to a click of theirs.
 */
export interface BatchCardView {
  /** In the reader's language. */
  readonly words: Words;
  readonly view: BatchView;
  readonly audience:
    | { readonly kind: 'base'; readonly viewerIds: readonly string[] }
    | { readonly kind: 'personal' };
  /** Drawn for whoever made it, or for somebody who is asked about lines of it. */
  readonly isRequesters: boolean;
  /** Which part of the lines is shown, from 0. */
  readonly page?: number | undefined;
  /** Whoever turns a page goes on reading how it ended. */
  readonly isOutcome?: boolean | undefined;
  /** Which of the plans are shown, from 0; unfolded where the reader has turned to them. */
  readonly plansPage?: number | undefined;
  readonly notice?: Notice | undefined;
  /** Approvers who are asked and cannot be written to; for the requester. */
  readonly unreachable?: readonly Person[] | undefined;
  /** Where they add the app. */
  readonly appLink?: string | undefined;
  /** What stood in the fields when the click did not work out. */
  readonly typed?: BatchTexts | undefined;
  /** The field without which it could not. */
  readonly missing?: keyof BatchTexts | undefined;
}

export interface BatchTexts {
  readonly reason?: string | undefined;
  readonly ticket?: string | undefined;
  readonly comment?: string | undefined;
}

/** All that a button carries: which list, which part of it, when the person saw it, and a hash of what they saw. */
export function batchData(
  { batch, seenAt, plansHash }: BatchView,
  page = 0,
): NonNullable<Execute['data']> {
  return { batchId: batch.id, page, seenAt: seenAt.getTime(), plansHash };
}
