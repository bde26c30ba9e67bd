import type { Clock } from '../domain/ports.ts';

/** What a verdict is about, whole: another token, service URL or channel is another question. */
export interface Question {
  readonly authorization: string;
  readonly serviceUrl: string;
  readonly channelId: string;
}

/** Teams shows the same token again and again; once believed, it is believed for a minute, and never beyond its end. */
export class Verdicts<T> {
  readonly #time: Pick<Clock, 'now'>;
  readonly #kept = new Map<string, { readonly verdict: T; readonly until: number }>();

  constructor(time: Pick<Clock, 'now'>) {
    this.#time = time;
  }

  find(question: Question): T | undefined {
    const key = keyOf(question);
    const kept = this.#kept.get(key);
    if (kept === undefined || this.#time.now().getTime() < kept.until) {
      return kept?.verdict;
    }
    this.#kept.delete(key);
    return undefined;
  }

  /** `expiresAt` is the end of the token, in milliseconds of the epoch. */
  keep(question: Question, verdict: T, expiresAt: number): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= most && oldest !== undefined) {
      this.#kept.delete(oldest);
    }
    const until = Math.min(expiresAt, this.#time.now().getTime() + keptMs);
    this.#kept.set(keyOf(question), { verdict, until });
  }
}

const keptMs = 60_000;
const most = 1000;

function keyOf({ authorization, serviceUrl, channelId }: Question): string {
  return JSON.stringify([authorization, serviceUrl, channelId]);
}
