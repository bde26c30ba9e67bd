import type { Request } from '../../domain/request.ts';
import { texts } from '../texts.ts';
import { type AdaptiveCard, type Container, card, execute, heading, text } from './elements.ts';
import { said } from './escape.ts';
import { requestData } from './request-actions.ts';
import { moment } from './when.ts';

/** Newest first; each line opens its request. */
export function requestListCard(requests: readonly Request[]): AdaptiveCard {
  const words = texts.list;
  const lines = requests.slice(0, 10).map(line);
  const closing = requests.length === 0 ? words.empty : words.hint;
  return card({
    fallbackText: words.summary,
    body: [heading(words.title), ...lines, text(closing, { isSubtle: true, spacing: 'medium' })],
  });
}

function line(request: Request): Container {
  const { id, beneficiary, plan, state, createdAt } = request;
  const person = said(beneficiary.displayName, 60);
  const open = texts.list.open(id);
  return {
    type: 'Container',
    separator: true,
    spacing: 'medium',
    selectAction: execute(open, 'view', { data: requestData(request), tooltip: open }),
    items: [
      text(said(plan.group.displayName), { weight: 'bolder' }),
      text(texts.list.line(person, texts.listStates[state]), { spacing: 'none' }),
      text(`${id} · ${moment(createdAt)}`, { size: 'small', isSubtle: true, spacing: 'none' }),
    ],
  };
}
