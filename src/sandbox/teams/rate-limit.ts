import type { Clock } from '../../domain/ports.ts';

/** How a throttled Teams answers: not at all, with a bare 429 (as it mostly does), or with Retry-After. */
export type RateLimit = 'off' | 'bare' | 'with-retry-after';

/** What is counted apart: messages of the bot, and its looks at who is there. */
export type Operation = 'send' | 'members';

const windows = {
  send: [
    { seconds: 1, operations: 7 },
    { seconds: 2, operations: 8 },
    { seconds: 30, operations: 60 },
    { seconds: 3600, operations: 1800 },
  ],
  members: [
    { seconds: 1, operations: 14 },
    { seconds: 2, operations: 16 },
    { seconds: 30, operations: 120 },
    { seconds: 3600, operations: 3600 },
  ],
} as const;
const longest = 3600;

/** Counts operations per bot and conversation (msteams-docs bots/how-to/rate-limit.md), by the clock of the world. */
export class RateLimiter {
  limit: RateLimit = 'off';
  readonly #clock: Clock;
  readonly #taken = new Map<string, number[]>();
  #refused = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How many operations have been refused so far. */
  get refused(): number {
    return this.#refused;
  }

  /** Takes one operation; says how many seconds to wait when there is none left. */
  take(conversationId: string, operation: Operation): { readonly waitSeconds?: number } {
    if (this.limit === 'off') {
      return {};
    }
    const now = this.#clock.now().getTime() / 1000;
    const key = `${operation} ${conversationId}`;
    const taken = (this.#taken.get(key) ?? []).filter((at) => now - at < longest);
    this.#taken.set(key, taken);
    for (const { seconds, operations } of windows[operation]) {
      if (taken.filter((at) => now - at < seconds).length >= operations) {
        this.#refused += 1;
        return { waitSeconds: seconds };
      }
    }
    taken.push(now);
    return {};
  }
}
