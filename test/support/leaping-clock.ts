import type { Clock } from '../../src/domain/ports.ts';

/** A clock that can be put forward, for a product whose world goes on in its own time. */
export class LeapingClock implements Clock {
  readonly #clock: Clock;
  #leaptMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  leap(hours: number): void {
    this.#leaptMs += hours * 3_600_000;
  }

  now(): Date {
    return new Date(this.#clock.now().getTime() + this.#leaptMs);
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return this.#clock.sleep(milliseconds, signal);
  }
}
