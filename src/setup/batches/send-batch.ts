import { findTextComplaint } from '../../domain/approval-policy.ts';
import type { Batch, BatchIn } from '../../domain/batch.ts';
import type { BatchView } from '../../domain/batch-view.ts';
import type { Actor } from '../../domain/person.ts';
import { Problem } from '../../domain/problem.ts';
import { longestReason, longestTicket } from '../form-input.ts';
import { sendWithinLimit } from '../open-limit.ts';
import type { BatchUseCases } from './batch-use-cases.ts';
import { change, view } from './change-batch.ts';
import { complain } from './complain.ts';
import type { BatchDeps } from './deps.ts';

/**
 * From here on the list makes requests of its good lines. Refused while its maker has as much open as is permitted: the
 * list stays as it is and can be sent later.
 */
export async function sendBatch(
  deps: BatchDeps,
  actor: Actor,
  click: Parameters<BatchUseCases['send']>[1],
): Promise<BatchView> {
  const reason = click.reason.trim();
  const ticket = click.ticket?.trim() ?? '';
  try {
    return await sendWithinLimit(deps, actor, ([tooMany]) => {
      if (tooMany !== undefined) {
        throw new Problem(tooMany.code, { detail: tooMany.subject });
      }
      return change(deps, { actor, click, option: 'send' }, (batch) => {
        if (batch.state !== 'draft') {
          return undefined;
        }
        refuseWords(batch, { reason, ticket });
        const { ticket: _typedBefore, ...rest } = batch;
        return { ...rest, state: 'sending', reason, ...(ticket === '' ? {} : { ticket }) };
      });
    });
  } catch (error) {
    const after = await view(deps, actor, click.batchId);
    if (after.batch.requester.id === actor.id && wasSent(after.batch)) {
      return after;
    }
    throw error;
  }
}

/** The same click again changes nothing. */
function wasSent({ state }: Batch): boolean {
  return state === 'sending' || state === 'sent';
}

/** Told at the click, so that not every line is refused one after another for the same words. */
function refuseWords(
  { rules }: BatchIn<'draft'>,
  { reason, ticket }: { readonly reason: string; readonly ticket: string },
): void {
  if (reason === '' || reason.length > longestReason) {
    throw complain(reason === '' ? 'reason-missing' : 'reason-too-long');
  }
  if (ticket.length > longestTicket) {
    throw complain('ticket-too-long');
  }
  const aboutReason = rules.reasons.find((rule) => findTextComplaint(rule, reason) !== undefined);
  if (aboutReason !== undefined) {
    throw new Problem('reason-not-accepted', { detail: aboutReason.message });
  }
  const aboutTicket = rules.tickets.find(
    (rule) => ticket === '' || findTextComplaint(rule, ticket) !== undefined,
  );
  if (aboutTicket !== undefined) {
    throw new Problem('ticket-not-accepted', { detail: aboutTicket.message });
  }
}
