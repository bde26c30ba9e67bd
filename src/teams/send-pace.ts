import type { Clock } from '../domain/ports.ts';

interface Window {
  readonly ms: number;
  readonly sends: number;
}

/** Per bot and conversation. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit#per-bot-per-thread-limit */
const windows: readonly Window[] = [
  { ms: 1000, sends: 7 },
  { ms: 2000, sends: 8 },
  { ms: 30_000, sends: 60 },
  { ms: 3_600_000, sends: 1800 },
];
const longestMs = 3_600_000;

/** What the way to Teams may add to one send and not to the next. */
const marginMs = 250;

/** Five of these touch any one second, so that no second has more than 50: the limit per app and tenant. */
const tenantSlice: Window = { ms: 250, sends: 10 };

/** One send: when it may leave, and once it is through, when it was through, since Teams counted it before that. */
interface Send {
  at: number;
}

/**
 * When the next send may leave, so that Teams need not refuse it. What this process has sent is known here alone;
 * where several run, Teams' own refusal (429) paces them, and that is kept here for the whole conversation.
 */
export class SendPace {
  readonly #clock: Clock;
  readonly #conversations = new Map<string, Send[]>();
  readonly #pauses = new Map<string, number>();
  readonly #slices = new Map<number, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Resolves when something may be sent there, in the order of the calls; to be told when the send is through. */
  async turn(conversationId: string): Promise<() => void> {
    const sends = this.#sendsOf(conversationId);
    const send: Send = { at: -1 };
    sends.push(send);
    for (;;) {
      const from = Math.max(this.#pauses.get(conversationId) ?? 0, earliest(sends, send));
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

  /** Teams refused a send: nothing leaves for this conversation for so long, whoever wanted to send it. */
  pause(conversationId: string, ms: number): void {
    const until = this.#now() + ms;
    if (until > (this.#pauses.get(conversationId) ?? 0)) {
      this.#pauses.set(conversationId, until);
    }
  }

  #sendsOf(conversationId: string): Send[] {
    this.#forget();
    const known = this.#conversations.get(conversationId) ?? [];
    const old = this.#now() - longestMs - marginMs;
    const first = known.findIndex(({ at }) => at < 0 || at >= old);
    known.splice(0, first < 0 ? known.length : first);
    this.#conversations.set(conversationId, known);
    return known;
  }

  #inTenant(from: number): number {
    let slice = Math.floor(from / tenantSlice.ms);
    while ((this.#slices.get(slice) ?? 0) >= tenantSlice.sends) {
      slice += 1;
    }
    this.#slices.set(slice, (this.#slices.get(slice) ?? 0) + 1);
    return Math.max(from, slice * tenantSlice.ms);
  }

  /** What no window reaches any more. */
  #forget(): void {
    const now = this.#now();
    for (const slice of this.#slices.keys()) {
      if ((slice + 1) * tenantSlice.ms < now) {
        this.#slices.delete(slice);
      }
    }
    if (this.#conversations.size < 1000) {
      return;
    }
    for (const [id, sends] of this.#conversations) {
      if ((sends.at(-1)?.at ?? 0) < now - longestMs && (this.#pauses.get(id) ?? 0) < now) {
        this.#conversations.delete(id);
        this.#pauses.delete(id);
      }
    }
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

/** The first moment at which this send leaves every window no fuller than it may be; sends keep their order. */
function earliest(sends: readonly Send[], send: Send): number {
  const place = sends.lastIndexOf(send);
  const before = sends[place - 1]?.at ?? 0;
  const free = windows.map(({ ms, sends: most }) => {
    const first = sends[place - most];
    return first === undefined ? 0 : first.at + ms + marginMs;
  });
  return Math.max(before, ...free);
}
