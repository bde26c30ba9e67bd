import type { Clock } from '../domain/ports.ts';
import type { ProvisioningEvent } from '../domain/provisioning.ts';

export interface EventPollerOptions {
  readonly clock: Clock;
  /** Everything since then, in any order; lines may come late and more than once. */
  readonly read: (since: Date) => Promise<readonly ProvisioningEvent[]>;
}

/** Lines are not looked at more often than this. */
const freshForMs = 10_000;
/** A line may appear so long after what it tells of, so that much is read again. */
const lateByMs = 15 * 60_000;
/** Older lines are not kept, nor asked for. */
const keptForMs = 24 * 60 * 60_000;

interface Round {
  since: number;
  readonly done: Promise<void>;
}

/** One look at the log for everybody who asks meanwhile; each look reads only what can be new. */
export class EventPoller {
  readonly #options: EventPollerOptions;
  readonly #events = new Map<string, ProvisioningEvent>();
  #coveredSince: number | undefined;
  #lookedAt = 0;
  #waiting: Round | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(options: EventPollerOptions) {
    this.#options = options;
  }

  /** Oldest first. */
  async listSince(since: Date): Promise<readonly ProvisioningEvent[]> {
    await this.#join(since.getTime());
    const found = [...this.#events.values()].filter(({ at }) => at >= since);
    return found.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  }

  /** Who comes before a round begins is part of it. */
  #join(since: number): Promise<void> {
    if (this.#waiting !== undefined) {
      this.#waiting.since = Math.min(this.#waiting.since, since);
      return this.#waiting.done;
    }
    const done = this.#last.catch(() => {}).then(() => this.#begin());
    this.#waiting = { since, done };
    this.#last = done;
    return done;
  }

  async #begin(): Promise<void> {
    const now = this.#options.clock.now().getTime();
    const wanted = Math.max(this.#waiting?.since ?? now, now - keptForMs);
    this.#waiting = undefined;
    const isCovered = this.#coveredSince !== undefined && this.#coveredSince <= wanted;
    if (isCovered && now - this.#lookedAt < freshForMs) {
      return;
    }
    await this.#look(isCovered ? this.#lookedAt - lateByMs : wanted, now);
    this.#coveredSince = isCovered ? this.#coveredSince : wanted;
  }

  async #look(from: number, now: number): Promise<void> {
    const events = await this.#options.read(new Date(from));
    for (const event of events) {
      this.#events.set(`${event.id} ${event.userId ?? ''}`, event);
    }
    this.#lookedAt = now;
    this.#forgetOld(now - keptForMs);
  }

  #forgetOld(before: number): void {
    for (const [key, { at }] of this.#events) {
      if (at.getTime() < before) {
        this.#events.delete(key);
      }
    }
  }
}
