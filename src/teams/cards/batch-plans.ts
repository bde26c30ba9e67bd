import { type BatchCardView, batchData } from './batch-view.ts';
import { type Element, type Execute, execute, folded, text } from './elements.ts';
import { planSection } from './plan-section.ts';

/** Plans on one card: with the longest names still far below the limit of a message. */
const plansPerPage = 3;

/**
 * What an approver says yes to, each plan once: the lines of one group mostly change the same things. Where there are
 * more than fit, it says so and has the way to the others.
 */
export function plansFolded(card: BatchCardView): readonly Element[] {
  const { words, view, isRequesters, plansPage } = card;
  const plans = isRequesters || view.decidable === 0 ? [] : differentPlans(card);
  const pages = Math.ceil(plans.length / plansPerPage);
  const page = Math.min(plansPage ?? 0, Math.max(0, pages - 1));
  const from = page * plansPerPage;
  const shown = plans.slice(from, from + plansPerPage);
  if (shown.length === 0) {
    return [];
  }
  const { bulk } = words;
  const title =
    pages === 1 ? bulk.plans : bulk.plansOf(from + 1, from + shown.length, plans.length);
  const items = [...shown, ...paging(card, page, pages)];
  return plansPage === undefined
    ? folded('plans', title, items)
    : [text(title, { weight: 'bolder', spacing: 'medium' }), ...items];
}

/** Of the requests that wait; what is decided is no question any more. */
function differentPlans({ words, view }: BatchCardView): readonly Element[] {
  const sections = view.entries.flatMap(({ request }) =>
    request?.state === 'awaiting-approval' ? [planSection(words, request)] : [],
  );
  return [...new Map(sections.map((each) => [JSON.stringify(each), each])).values()];
}

function paging(card: BatchCardView, page: number, pages: number): readonly Element[] {
  const { previousPlans, nextPlans } = card.words.bulk;
  const actions = [
    ...(page > 0 ? [turnTo(card, previousPlans, page - 1)] : []),
    ...(page < pages - 1 ? [turnTo(card, nextPlans, page + 1)] : []),
  ];
  return actions.length === 0 ? [] : [{ type: 'ActionSet', spacing: 'medium', actions }];
}

function turnTo({ view, page }: BatchCardView, title: string, plansPage: number): Execute {
  const data = { ...batchData(view, page), plansPage };
  return execute(title, 'list-view', { data, associatedInputs: 'none' });
}
