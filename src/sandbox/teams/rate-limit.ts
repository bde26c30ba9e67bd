/** How a throttled Teams answers: not at all, with a bare 429 (as it mostly does), or with Retry-After. */
export type RateLimit = 'off' | 'bare' | 'with-retry-after';

const windows = [
  { seconds: 1, operations: 7 },
  { seconds: 2, operations: 8 },
  { seconds: 30, operations: 60 },
] as const;

/** Counts sends per bot and conversation (msteams-docs bots/how-to/rate-limit.md), in real time. */
export class RateLimiter {
  limit: RateLimit = 'off';
  readonly #sends = new Map<string, number[]>();

  /** Takes one operation; says how many seconds to wait when there is none left. */
  take(conversationId: string): { readonly waitSeconds?: number } {
    if (this.limit === 'off') {
      return {};
    }
    const now = performance.now() / 1000;
    const sends = (this.#sends.get(conversationId) ?? []).filter((at) => now - at < 30);
    this.#sends.set(conversationId, sends);
    for (const { seconds, operations } of windows) {
      if (sends.filter((at) => now - at < seconds).length >= operations) {
        return { waitSeconds: seconds };
      }
    }
    sends.push(now);
    return {};
  }
}
