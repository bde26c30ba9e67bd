import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../domain/ports.ts';
import type { Journal } from './journal.ts';

/** Time that runs `speed` times as fast as the wall clock and stands still while the sandbox is off. */
export class SandboxClock implements Clock {
  readonly #speed: number;
  #startedAt: number;
  #skipping = new AbortController();
  readonly #realStart: number;

  /** `speed` 60 makes a 30-minute sync interval pass in 30 seconds. The journal keeps time from running backwards over a restart. */
  constructor(options: { readonly speed: number; readonly journal?: Journal }) {
    this.#speed = options.speed;
    this.#realStart = performance.now();
    const last = options.journal?.get<string>('clock', 'last');
    const wall = new Date().getTime();
    this.#startedAt = Math.max(wall, last === undefined ? 0 : Date.parse(last));
  }

  get speed(): number {
    return this.#speed;
  }

  now(): Date {
    return new Date(this.#milliseconds());
  }

  /** Sleeps the given milliseconds of sandbox time. */
  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    const end = this.#milliseconds() + milliseconds;
    let left = milliseconds;
    do {
      await this.#sleepUntilSkip(left / this.#speed, signal);
      left = end - this.#milliseconds();
    } while (left > 0);
  }

  /** Lets time jump forward; whoever sleeps until then wakes. */
  skip(milliseconds: number): void {
    this.#startedAt += milliseconds;
    this.#skipping.abort();
    this.#skipping = new AbortController();
  }

  async #sleepUntilSkip(realMs: number, signal: AbortSignal | undefined): Promise<void> {
    const skipping = this.#skipping.signal;
    const either = signal === undefined ? skipping : AbortSignal.any([signal, skipping]);
    try {
      await delay(realMs, undefined, { signal: either });
    } catch (error) {
      if (signal?.aborted === true || !skipping.aborted) {
        throw error;
      }
    }
  }

  #milliseconds(): number {
    return this.#startedAt + (performance.now() - this.#realStart) * this.#speed;
  }

  /** Writes the present sandbox time down; call it now and then. */
  record(journal: Journal): void {
    journal.put('clock', 'last', this.now().toISOString());
  }
}
