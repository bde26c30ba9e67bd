import type { Clock } from '../../src/domain/ports.ts';
import { at } from './requests.ts';

/**
 * A clock that stands still while somebody works and jumps to the next moment that anybody waits for as soon as
 * nobody does, so that no load of the machine changes what time it is.
 */
export class StillClock implements Clock {
  readonly #sleepers = new Map<() => void, number>();
  #now = at(0).getTime();
  #working = 0;

  now(): Date {
    return new Date(this.#now);
  }

  async sleep(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#sleepers.set(resolve, this.#now + milliseconds);
    this.#jumpWhenIdle();
    await promise;
  }

  /** The clock stands still until this is done. */
  async whileStill<T>(work: () => Promise<T>): Promise<T> {
    this.#working += 1;
    try {
      return await work();
    } finally {
      this.#working -= 1;
      this.#jumpWhenIdle();
    }
  }

  /** After whatever is ready to run has run. */
  #jumpWhenIdle(): void {
    setImmediate(() => {
      if (this.#working > 0 || this.#sleepers.size === 0) {
        return;
      }
      this.#now = Math.max(this.#now, Math.min(...this.#sleepers.values()));
      for (const [wake, due] of this.#sleepers) {
        if (due <= this.#now) {
          this.#sleepers.delete(wake);
          wake();
        }
      }
    });
  }
}
