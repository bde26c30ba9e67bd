import { rowsIn } from '../../domain/batch.ts';
import type { BatchOption } from '../../domain/batch-authority.ts';
import type { RequestState } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { type BatchCardView, batchData } from './batch-view.ts';
import {
  type Action,
  type Element,
  type Execute,
  execute,
  type TextInput,
  text,
} from './elements.ts';
import { limits } from './limits.ts';

type Entries = BatchCardView['view']['entries'];

export interface BatchOffers {
  readonly inputs: readonly Element[];
  readonly actions: readonly Action[];
  /** Whether this reader can do anything. */
  readonly isOffered: boolean;
}

/**
 * The fields and buttons of a reader's own view. What is done seldom stands above on a line of its own: more than two
 * buttons in a row do not fit on a narrow screen.
 */
export function offersOf(card: BatchCardView): BatchOffers {
  const refused = buttons(card, ['correct', 'check-again']);
  const seldom = buttons(card, ['cancel']);
  const isPersonal = card.audience.kind === 'personal';
  return {
    inputs: isPersonal ? [...setOf(refused), ...setOf(seldom), ...marked(card)] : [],
    actions: buttons(card, ['send', 'approve', 'deny', 'retry', 'discard']),
    isOffered: card.view.options.length > 0,
  };
}

/** Opens a form and changes nothing, so it may stand where everybody sees it. */
export function correctButton(card: BatchCardView): readonly Action[] {
  return buttons(card, ['correct']);
}

function buttons(card: BatchCardView, order: readonly BatchOption[]): readonly Action[] {
  return order
    .filter((option) => card.view.options.includes(option))
    .map((option) => button(card, option));
}

function setOf(actions: readonly Action[]): readonly Element[] {
  return actions.length === 0 ? [] : [{ type: 'ActionSet', spacing: 'medium', actions }];
}

function marked(card: BatchCardView): readonly Element[] {
  const { mark } = card.words.form;
  return inputsFor(card).flatMap((input) =>
    input.id === card.missing
      ? [input, text(mark, { color: 'attention', size: 'small', spacing: 'none' })]
      : [input],
  );
}

function inputsFor({
  view: { options, batch },
  words: { bulk },
  typed,
}: BatchCardView): readonly TextInput[] {
  if (options.includes('send')) {
    const needsTicket = batch.state === 'draft' && batch.rules.tickets.length > 0;
    return [
      {
        ...field('reason', bulk.reason, typed?.reason ?? batch.reason),
        placeholder: bulk.reasonHint,
        isMultiline: true,
      },
      ...(needsTicket
        ? [
            {
              ...field('ticket', bulk.ticket, typed?.ticket ?? batch.ticket),
              placeholder: bulk.ticketHint,
            },
          ]
        : []),
    ];
  }
  return options.includes('deny')
    ? [{ ...field('comment', bulk.comment, typed?.comment), isMultiline: true }]
    : [];
}

/** Not `isRequired`: with "Send nothing" and "Check again" beside it the client would ask for it in vain. */
function field(
  id: 'reason' | 'ticket' | 'comment',
  label: string,
  value: string | undefined,
): TextInput {
  const maxLength = id === 'ticket' ? longestTicket : limits[id];
  const spacing = 'medium';
  return {
    type: 'Input.Text',
    id,
    label,
    maxLength,
    spacing,
    ...(value === undefined ? {} : { value }),
  };
}

const longestTicket = 100;

function button(card: BatchCardView, option: BatchOption): Action {
  const style = styles[option];
  return execute(titleOf(card, option), `list-${option}`, {
    data: batchData(card.view, card.page),
    ...(style === undefined ? {} : { style }),
  });
}

const styles: Readonly<Partial<Record<BatchOption, Execute['style']>>> = {
  send: 'positive',
  approve: 'positive',
  deny: 'destructive',
};

function titleOf({ words: { bulk }, view }: BatchCardView, option: BatchOption): string {
  switch (option) {
    case 'send':
      return bulk.send(rowsIn(view.batch, 'good').length);
    case 'discard':
      return bulk.discard;
    case 'correct':
      return bulk.correct;
    case 'check-again':
      return view.batch.state === 'sent' ? bulk.checkRefusedAgain : bulk.checkAgain;
    case 'approve':
      return approveTitle(bulk, view);
    case 'deny':
      return bulk.denyAll(view.decidable);
    case 'cancel':
      return cancelTitle(bulk, view.entries);
    case 'retry':
      return bulk.retryFailed(countIn(view.entries, 'failed'));
  }
}

/** Those that a later stage needs the reader for can be denied alone. */
function approveTitle(
  { approveAll, approveSome }: Words['bulk'],
  { approvable, decidable }: BatchCardView['view'],
): string {
  return approvable === decidable ? approveAll(approvable) : approveSome(approvable, decidable);
}

function cancelTitle(bulk: Words['bulk'], entries: Entries): string {
  const undecided = countIn(entries, 'awaiting-approval');
  const sent = entries.filter(({ request }) => request !== undefined).length;
  return undecided === sent ? bulk.cancelAll : bulk.cancelUndecided(undecided);
}

function countIn(entries: Entries, state: RequestState): number {
  return entries.filter(({ request }) => request?.state === state).length;
}
