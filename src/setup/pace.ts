import type { Clock } from '../domain/ports.ts';

/** What the sweep leaves behind: when the proofs of those that wait for a cycle are expected. */
export interface Outlook {
  readonly expected: readonly Date[];
}

/** Once it is overdue by so much, looking often has no more to offer than looking now and then. */
const eagerForMs = 10 * 60_000;

export interface PaceOptions {
  readonly clock: Clock;
  /** Milliseconds between looks while nothing is about to happen. */
  readonly calmMs: number;
  /** Milliseconds between looks from the expected end of a cycle on, until the proof is seen. */
  readonly eagerMs: number;
}

/**
 * How often to look for proofs: seldom while none is expected, at the very moment when one is, and often from then
 * on. Never more seldom than `calmMs`, because a cycle can be run by hand at any time.
 */
export class Pace {
  readonly #options: PaceOptions;
  #outlook: Outlook = { expected: [] };

  constructor(options: PaceOptions) {
    this.#options = options;
  }

  heed(outlook: Outlook): void {
    this.#outlook = outlook;
  }

  /** Milliseconds until the next look. */
  everyMs(): number {
    const { clock, calmMs } = this.#options;
    const now = clock.now().getTime();
    const waits = this.#outlook.expected.map((moment) => this.#waitFor(moment.getTime() - now));
    return Math.min(calmMs, ...waits);
  }

  #waitFor(leftMs: number): number {
    const { calmMs, eagerMs } = this.#options;
    if (leftMs > 0) {
      return Math.max(Math.min(leftMs, calmMs), Math.min(eagerMs, calmMs));
    }
    return leftMs > -eagerForMs ? Math.min(eagerMs, calmMs) : calmMs;
  }
}
