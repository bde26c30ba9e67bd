import type { TenantId, UserId } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { Clock } from '../domain/ports.ts';
import { type Address, ConnectorError, channelOf } from './connector.ts';
import type { Delivery } from './delivery.ts';
import { inTime } from './late-answers.ts';

/** A group chat or channel of one organisation. */
export interface Place extends Address {
  readonly tenantId: TenantId;
  /** Of a channel. */
  readonly teamId?: string | undefined;
}

export interface RosterDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** How long somebody's card waits for a roster, in real milliseconds. */
  readonly rosterWithinMs?: number | undefined;
}

const keptMs = 300_000;
const unreadableMs = 60_000;
const mostPlaces = 1000;
/** More than the 25,000 members that the largest team has. */
const mostPages = 60;
const defaultWithinMs = 10_000;

interface Kept {
  readonly until: number;
  readonly teamId: string | undefined;
  /** Those who were looked for; undefined: is not there. */
  readonly people: Map<UserId, string | undefined>;
  /** Is not asked for again before. */
  unreadableUntil: number;
}

/**
 * By which ids this bot knows people in a group chat or channel, whether they have met it or not: read from the roster,
 * kept in this process for five minutes or until somebody joins or leaves, and only of those who were looked for.
 */
export class Rosters {
  readonly #deps: RosterDeps;
  readonly #kept = new Map<string, Kept>();

  constructor(deps: RosterDeps) {
    this.#deps = deps;
  }

  /**
   * The Teams ids of those of these people who are there. Undefined where the roster cannot be read for now, which is
   * believed for a minute.
   */
  async find(
    delivery: Pick<Delivery, 'members'>,
    place: Place,
    people: readonly UserId[],
  ): Promise<ReadonlyMap<UserId, string> | undefined> {
    const kept = this.#keptOf(place);
    const wanted = people.filter((id) => !kept.people.has(id));
    if (wanted.length > 0 && !(await this.#look(delivery, { place, kept, wanted }))) {
      return undefined;
    }
    const found = new Map<UserId, string>();
    for (const id of people) {
      const channelUserId = kept.people.get(id);
      if (channelUserId !== undefined) {
        found.set(id, channelUserId);
      }
    }
    return found;
  }

  /** Somebody joined or left. A team tells of all its channels at once. */
  forget({ tenantId, conversationId, teamId }: Omit<Place, 'serviceUrl'>): void {
    this.#kept.delete(keyOf({ tenantId, conversationId }));
    for (const [key, kept] of this.#kept) {
      if (teamId !== undefined && kept.teamId === teamId) {
        this.#kept.delete(key);
      }
    }
  }

  #keptOf(place: Place): Kept {
    const key = keyOf(place);
    const known = this.#kept.get(key);
    if (known !== undefined && this.#nowMs() < known.until) {
      return known;
    }
    this.#kept.delete(key);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= mostPlaces && oldest !== undefined) {
      this.#kept.delete(oldest);
    }
    const until = this.#nowMs() + keptMs;
    const kept = { until, teamId: place.teamId, people: new Map(), unreadableUntil: 0 };
    this.#kept.set(key, kept);
    return kept;
  }

  /** Whether they were looked for; what takes too long goes on and is there for the next time. */
  async #look(delivery: Pick<Delivery, 'members'>, search: Search): Promise<boolean> {
    const { kept } = search;
    if (this.#nowMs() < kept.unreadableUntil) {
      return false;
    }
    const { rosterWithinMs: answerWithinMs = defaultWithinMs } = this.#deps;
    const isRead = (await inTime({ answerWithinMs }, this.#tryToRead(delivery, search))) === true;
    if (!isRead) {
      kept.unreadableUntil = this.#nowMs() + unreadableMs;
    }
    return isRead;
  }

  async #tryToRead(delivery: Pick<Delivery, 'members'>, search: Search): Promise<boolean> {
    try {
      await read(delivery, search);
      return true;
    } catch (error) {
      if (!(error instanceof ConnectorError)) {
        throw error;
      }
      const { status, code } = error;
      const { conversationId } = search.place;
      this.#deps.log.warn({ conversationId, status, code }, 'a roster cannot be read');
      return false;
    }
  }

  #nowMs(): number {
    return this.#deps.clock.now().getTime();
  }
}

interface Search {
  readonly place: Place;
  readonly kept: Kept;
  readonly wanted: readonly UserId[];
}

/** Page by page, until everybody is found. Only people of the organisation count: an object id alone is nobody. */
async function read(
  delivery: Pick<Delivery, 'members'>,
  { place, kept, wanted }: Search,
): Promise<void> {
  const missing = new Set(wanted);
  let token: string | undefined;
  for (let page = 0; page < mostPages && missing.size > 0; page += 1) {
    const { members, continuationToken } = await delivery.members(place, token);
    for (const { tenantId, userId, channelUserId } of members) {
      if (tenantId === place.tenantId && missing.delete(userId)) {
        kept.people.set(userId, channelUserId);
      }
    }
    token = continuationToken;
    if (token === undefined) {
      break;
    }
  }
  for (const id of missing) {
    kept.people.set(id, undefined);
  }
}

function keyOf({ tenantId, conversationId }: Pick<Place, 'tenantId' | 'conversationId'>): string {
  return `${tenantId} ${channelOf(conversationId)}`;
}
