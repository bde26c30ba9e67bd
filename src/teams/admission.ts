import type { UserId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import type { Clock, Directory } from '../domain/ports.ts';
import { isProblem } from '../domain/problem.ts';
import { explain } from './cards/notices.ts';
import { inTime } from './late-answers.ts';
import type { Turn } from './turn.ts';

type Verdict = 'member' | 'guest' | 'unknown';

const memberMs = 86_400_000;
const strangerMs = 600_000;
const most = 10_000;

interface Known {
  /** Once it is there. */
  readonly settled?: Verdict | undefined;
  readonly verdict: Promise<Verdict>;
  readonly until: number;
}

/** Who people are to the organisation, which no activity tells: asked of Microsoft Graph, kept in this process. */
export class Admission {
  readonly #directory: Pick<Directory, 'findUser'>;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #known = new Map<string, Known>();

  constructor(directory: Pick<Directory, 'findUser'>, clock: Pick<Clock, 'now'>) {
    this.#directory = directory;
    this.#clock = clock;
  }

  /**
   * Members are believed for a day, everybody else is asked for again after ten minutes. Those who ask at the same
   * moment share one answer. Throws the `graph-…` Problems, which are not kept.
   */
  admit({ tenantId, id }: Pick<Actor, 'tenantId' | 'id'>): Promise<Verdict> {
    const key = `${tenantId}:${id}`;
    const known = this.#known.get(key);
    if (known !== undefined && this.#nowMs() < known.until) {
      return known.verdict;
    }
    const verdict = this.#look(key, id);
    this.#keep(key, { verdict, until: this.#nowMs() + memberMs });
    return verdict;
  }

  /** What was found out not long ago, without asking anybody. */
  findKnown({ tenantId, id }: Pick<Actor, 'tenantId' | 'id'>): Verdict | undefined {
    const known = this.#known.get(`${tenantId}:${id}`);
    return known !== undefined && this.#nowMs() < known.until ? known.settled : undefined;
  }

  async #look(key: string, id: UserId): Promise<Verdict> {
    try {
      const user = await this.#directory.findUser(id);
      const verdict = verdictOn(user?.userType);
      const until = this.#nowMs() + (verdict === 'member' ? memberMs : strangerMs);
      this.#keep(key, { verdict: Promise.resolve(verdict), settled: verdict, until });
      return verdict;
    } catch (error) {
      this.#known.delete(key);
      throw error;
    }
  }

  #keep(key: string, known: Known): void {
    this.#known.delete(key);
    const [oldest] = this.#known.keys();
    if (this.#known.size >= most && oldest !== undefined) {
      this.#known.delete(oldest);
    }
    this.#known.set(key, known);
  }

  #nowMs(): number {
    return this.#clock.now().getTime();
  }
}

function verdictOn(userType: 'Member' | 'Guest' | undefined): Verdict {
  if (userType === undefined) {
    return 'unknown';
  }
  return userType === 'Guest' ? 'guest' : 'member';
}

export interface AdmissionDeps {
  /** Absent: nobody is looked up. */
  readonly admission?: Admission | undefined;
  /** Whether guests of the organisation are let in as members are; strangers never are. */
  readonly allowsGuests: boolean;
  /** How long a person may wait for it, in real milliseconds. */
  readonly contentWithinMs: number;
}

/** Undefined where the person may go on; else the sentence to be said instead of doing anything. */
export async function findObjection(
  { admission, allowsGuests, contentWithinMs }: AdmissionDeps,
  { actor, words }: Pick<Turn, 'actor' | 'words'>,
): Promise<string | undefined> {
  if (admission === undefined) {
    return undefined;
  }
  const { guests } = words;
  const guest = allowsGuests ? undefined : guests.refused;
  const texts = { member: undefined, guest, unknown: guests.unknown } as const;
  try {
    const verdict =
      admission.findKnown(actor) ??
      (await inTime({ answerWithinMs: contentWithinMs }, admission.admit(actor)));
    return verdict === undefined ? guests.checking : texts[verdict];
  } catch (error) {
    if (isProblem(error)) {
      return explain(words, error.code, actor.displayName);
    }
    throw error;
  }
}

/** The sentence for help, which takes no call: only for somebody who is a guest as far as is known already. */
export function findKnownObjection(
  { admission, allowsGuests }: Pick<AdmissionDeps, 'admission' | 'allowsGuests'>,
  { actor, words }: Pick<Turn, 'actor' | 'words'>,
): string | undefined {
  return !allowsGuests && admission?.findKnown(actor) === 'guest'
    ? words.guests.refused
    : undefined;
}

/** The sentence for a guest instead of a welcome. Somebody who cannot be looked up now is welcome. */
export async function findGuestObjection(
  deps: AdmissionDeps,
  turn: Pick<Turn, 'actor' | 'words'>,
): Promise<string | undefined> {
  await findObjection(deps, turn);
  return findKnownObjection(deps, turn);
}
