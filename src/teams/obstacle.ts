import type { PostedCard, Unreachable } from '../domain/posted-card.ts';
import type { ProblemCode } from '../domain/problem.ts';

type Undeliverable = Pick<
  PostedCard,
  'undeliverable' | 'undeliverableSince' | 'undeliverableBecause'
>;

/** What stood in the way, and since when something does. */
export interface Obstacle {
  readonly since: Date | undefined;
  because?: Unreachable | undefined;
}

/** The last one counts: what stands in the way after everything else was tried. */
export function noteIn(obstacle: Obstacle): (because: Unreachable | undefined) => void {
  return (because) => {
    obstacle.because = because;
  };
}

/** What goes on record of a card that did not arrive. */
export function undeliverableBy({ since, because }: Obstacle, now: Date): Undeliverable {
  return {
    undeliverable: 'person-not-reachable' satisfies ProblemCode,
    undeliverableSince: since ?? now,
    ...(because === undefined ? {} : { undeliverableBecause: because }),
  };
}

/** The card without that, once it has arrived. */
export function asReached<Card extends Undeliverable>(card: Card): Omit<Card, keyof Undeliverable> {
  const {
    undeliverable: _code,
    undeliverableSince: _since,
    undeliverableBecause: _because,
    ...row
  } = card;
  return row;
}
