import { cards, type Types } from './adaptive-cards.ts';
import { withoutRefresh } from './card-payload.ts';
import { type Region, withDates } from './dates.ts';
import { element } from './dom.ts';
import type { CardOutcome } from './protocol.ts';

/** What the bot said to a click, as the renderer takes it. */
export function toResponse(
  request: Types.IActivityRequest,
  outcome: CardOutcome,
  region: Region,
): Types.ActivityResponse {
  switch (outcome.kind) {
    case 'card': {
      const card = withDates(withoutRefresh(outcome.card), region);
      return new cards.SuccessResponse(request, JSON.stringify(card));
    }
    case 'message':
      return new cards.SuccessResponse(request, JSON.stringify(outcome.text));
    case 'error':
      return new cards.ErrorResponse(
        request,
        new cards.ActivityRequestError(undefined, outcome.text),
      );
  }
}

/** A refresh happens behind the reader's back and shows no spinner. */
export function overlayFor(request: Types.IActivityRequest): HTMLElement | undefined {
  return isAutomatic(request)
    ? undefined
    : element('div', { class: 'card-busy' }, [element('span', { class: 'spinner' })]);
}

export function isAutomatic(request: Types.IActivityRequest): boolean {
  return request.trigger === cards.ActivityRequestTrigger.Automatic;
}
