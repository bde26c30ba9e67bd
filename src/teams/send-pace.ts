import type { Clock } from '../domain/ports.ts';

interface Window {
  readonly ms: number;
  readonly sends: number;
}

/** What Teams counts apart: messages sent or updated, and pages of a roster. */
export type Operation = 'send' | 'members';

/** Per bot and conversation. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit#per-bot-per-thread-limit */
const windows: Readonly<Record<Operation, readonly Window[]>> = {
  send: [
    { ms: 1000, sends: 7 },
    { ms: 2000, sends: 8 },
    { ms: 30_000, sends: 60 },
    { ms: 3_600_000, sends: 1800 },
  ],
  members: [
    { ms: 1000, sends: 14 },
    { ms: 2000, sends: 16 },
    { ms: 30_000, sends: 120 },
    { ms: 3_600_000, sends: 3600 },
  ],
};
const longestMs = 3_600_000;

/** What the way to Teams may add to one send and not to the next. */
const marginMs = 250;

/** Five of these touch any one second, so that none has more than the limit per app and tenant. */
const sliceMs = 250;
const slicesInASecond = 5;
const forgetsEveryMs = 10_000;

/** One send: when it may leave, and once it is through, when it was through, since Teams counted it before that. */
interface Send {
  at: number;
}

/**
 * When the next send may leave, or the next page of a roster be read, so that Teams need not refuse it. What this
 * process has sent is known here alone; where several run, Teams' own refusal (429) paces them, and that is kept here
 * for the whole conversation.
 */
export class SendPace {
  readonly #clock: Clock;
  readonly #sendsInSlice: number;
  readonly #conversations = new Map<string, Send[]>();
  readonly #pauses = new Map<string, number>();
  readonly #slices = new Map<number, number>();
  #forgetsAgainAt = 0;

  /** `sendsPerSecond`: to all conversations together; 50 by Teams' own limit per app and tenant, at least 5. */
  constructor(clock: Clock, { sendsPerSecond = 50 }: { readonly sendsPerSecond?: number } = {}) {
    this.#clock = clock;
    this.#sendsInSlice = Math.max(1, Math.floor(sendsPerSecond / slicesInASecond));
  }

  /** Resolves when something may be sent there, in the order of the calls; to be told when the send is through. */
  async turn(conversationId: string, operation: Operation = 'send'): Promise<() => void> {
    const key = keyOf(conversationId, operation);
    const sends = this.#sendsOf(key);
    const send: Send = { at: -1 };
    sends.push(send);
    for (;;) {
      const free = earliest(windows[operation], sends, send);
      const from = Math.max(this.#pauses.get(key) ?? 0, free);
      if (from <= send.at) {
        return () => {
          send.at = Math.max(send.at, this.#now());
        };
      }
      send.at = this.#inTenant(Math.max(from, this.#now()));
      const wait = send.at - this.#now();
      if (wait > 0) {
        await this.#clock.sleep(wait);
      }
    }
  }

  /** Teams refused this: nothing of the kind leaves for this conversation for so long, whoever wanted it. */
  pause(conversationId: string, ms: number, operation: Operation = 'send'): void {
    const key = keyOf(conversationId, operation);
    const until = this.#now() + ms;
    if (until > (this.#pauses.get(key) ?? 0)) {
      this.#pauses.set(key, until);
    }
  }

  #sendsOf(key: string): Send[] {
    this.#forget();
    const known = this.#conversations.get(key) ?? [];
    const old = this.#now() - longestMs - marginMs;
    const first = known.findIndex(({ at }) => at < 0 || at >= old);
    known.splice(0, first < 0 ? known.length : first);
    this.#conversations.set(key, known);
    return known;
  }

  #inTenant(from: number): number {
    let slice = Math.floor(from / sliceMs);
    while ((this.#slices.get(slice) ?? 0) >= this.#sendsInSlice) {
      slice += 1;
    }
    this.#slices.set(slice, (this.#slices.get(slice) ?? 0) + 1);
    return Math.max(from, slice * sliceMs);
  }

  /** What no window reaches any more; looked for now and then, since it takes a look at everything. */
  #forget(): void {
    const now = this.#now();
    if (now < this.#forgetsAgainAt) {
      return;
    }
    this.#forgetsAgainAt = now + forgetsEveryMs;
    for (const slice of this.#slices.keys()) {
      if ((slice + 1) * sliceMs < now) {
        this.#slices.delete(slice);
      }
    }
    if (this.#conversations.size < 1000) {
      return;
    }
    for (const [key, sends] of this.#conversations) {
      const lastAt = Math.max(sends.at(-1)?.at ?? 0, (this.#pauses.get(key) ?? 0) - longestMs);
      if (lastAt < now - longestMs) {
        this.#conversations.delete(key);
        this.#pauses.delete(key);
      }
    }
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

function keyOf(conversationId: string, operation: Operation): string {
  return `${operation} ${conversationId}`;
}

/** The first moment at which this send leaves every window no fuller than it may be; sends keep their order. */
function earliest(limits: readonly Window[], sends: readonly Send[], send: Send): number {
  const place = sends.lastIndexOf(send);
  const before = sends[place - 1]?.at ?? 0;
  const free = limits.map(({ ms, sends: most }) => {
    const first = sends[place - most];
    return first === undefined ? 0 : first.at + ms + marginMs;
  });
  return Math.max(before, ...free);
}
