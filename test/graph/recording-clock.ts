import type { Clock } from '../../src/domain/ports.ts';

/** Sleeps at once, and remembers how long it should have been. */
export class RecordingClock implements Clock {
  readonly slept: number[] = [];
  #now = Date.parse('2026-03-02T09:00:00Z');

  now(): Date {
    return new Date(this.#now);
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.slept.push(milliseconds);
    this.advance(milliseconds);
    return Promise.resolve();
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
