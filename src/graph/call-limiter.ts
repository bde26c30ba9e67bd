import type { Clock } from '../domain/ports.ts';

export interface CallLimit {
  readonly calls: number;
  readonly withinMs: number;
}

/** Lets calls through in the order of their coming, never more than so many within any such time of the clock. */
export class CallLimiter {
  readonly #clock: Clock;
  readonly #limit: CallLimit;
  readonly #admitted: number[] = [];
  #last: Promise<void> = Promise.resolve();

  constructor(clock: Clock, limit: CallLimit) {
    this.#clock = clock;
    this.#limit = limit;
  }

  /** Resolves when the next call may be made; asked once for each attempt, since a refused one counts as well. */
  admit(): Promise<void> {
    this.#last = this.#last.then(() => this.#wait());
    return this.#last;
  }

  async #wait(): Promise<void> {
    const { calls, withinMs } = this.#limit;
    for (;;) {
      const now = this.#clock.now().getTime();
      const [oldest] = this.#admitted;
      if (oldest === undefined || this.#admitted.length < calls || now - oldest > withinMs) {
        this.#admitted.push(now);
        this.#admitted.splice(0, this.#admitted.length - calls);
        return;
      }
      await this.#clock.sleep(oldest + withinMs + 1 - now);
    }
  }
}
