import type { UserId } from '../domain/ids.ts';

/**
 * Forms that are being sent at this moment. The engine may want to draw a request's cards before the form's message
 * is on record as one of them; it waits here, else the requester would get a second card.
 */
export interface Submissions {
  run<T>(requester: UserId, submit: () => Promise<T>): Promise<T>;
  settled(requester: UserId): Promise<void>;
}

export function createSubmissions(): Submissions {
  const running = new Map<UserId, Set<Promise<unknown>>>();
  return {
    async run(requester, submit) {
      const submission = submit();
      const mine = running.get(requester) ?? new Set();
      running.set(requester, mine.add(submission));
      try {
        return await submission;
      } finally {
        mine.delete(submission);
        if (mine.size === 0) {
          running.delete(requester);
        }
      }
    },
    async settled(requester) {
      const mine = running.get(requester);
      if (mine !== undefined) {
        await Promise.allSettled(mine);
      }
    },
  };
}
