import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../domain/ports.ts';
import type { Journal } from './journal.ts';

/** Time that runs `speed` times as fast as the wall clock and stands still while the sandbox is off. */
export class SandboxClock implements Clock {
  readonly #speed: number;
  readonly #startedAt: number;
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
    return new Date(this.#startedAt + (performance.now() - this.#realStart) * this.#speed);
  }

  /** Sleeps the given milliseconds of sandbox time. */
  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    await delay(milliseconds / this.#speed, undefined, { signal });
  }

  /** Writes the present sandbox time down; call it now and then. */
  record(journal: Journal): void {
    journal.put('clock', 'last', this.now().toISOString());
  }
}
