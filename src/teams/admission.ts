import type { TenantId, UserId } from '../domain/ids.ts';
import type { Clock, Directory } from '../domain/ports.ts';
import { isProblem } from '../domain/problem.ts';
import { explain } from './cards/notices.ts';
import { inTime } from './late-answers.ts';
import type { Turn } from './turn.ts';

type Verdict = 'member' | 'guest' | 'unknown';

export interface Admission {
  /**
   * Who a person is to the organisation, which no activity tells. Members are believed for a day, everybody else for
   * ten minutes. Throws the `graph-…` Problems.
   */
  admit(person: { readonly tenantId: TenantId; readonly id: UserId }): Promise<Verdict>;
}

const memberMs = 86_400_000;
const strangerMs = 600_000;
const most = 10_000;

interface Known {
  readonly verdict: Promise<Verdict>;
  readonly until: number;
}

/** Asks Microsoft Graph once per person and keeps the answer in this process. */
export function createAdmission(
  directory: Pick<Directory, 'findUser'>,
  clock: Pick<Clock, 'now'>,
): Admission {
  const known = new Map<string, Known>();
  async function look(key: string, id: UserId): Promise<Verdict> {
    try {
      const user = await directory.findUser(id);
      const verdict = verdictOn(user?.userType);
      if (verdict !== 'member') {
        keep(key, { verdict: Promise.resolve(verdict), until: nowMs() + strangerMs });
      }
      return verdict;
    } catch (error) {
      known.delete(key);
      throw error;
    }
  }
  function nowMs(): number {
    return clock.now().getTime();
  }
  function keep(key: string, entry: Known): void {
    const [oldest] = known.keys();
    if (known.size >= most && oldest !== undefined) {
      known.delete(oldest);
    }
    known.set(key, entry);
  }
  return {
    admit({ tenantId, id }) {
      const key = `${tenantId}:${id}`;
      const before = known.get(key);
      if (before !== undefined && nowMs() < before.until) {
        return before.verdict;
      }
      known.delete(key);
      const verdict = look(key, id);
      keep(key, { verdict, until: nowMs() + memberMs });
      return verdict;
    },
  };
}

function verdictOn(userType: 'Member' | 'Guest' | undefined): Verdict {
  if (userType === undefined) {
    return 'unknown';
  }
  return userType === 'Guest' ? 'guest' : 'member';
}

export interface AdmissionDeps {
  /** Absent: guests are welcome, and nobody is looked up. */
  readonly admission?: Admission | undefined;
  /** How long a person may wait for it, in real milliseconds. */
  readonly answerWithinMs: number;
}

/** Undefined where the person may go on; else the sentence to be said instead of doing anything. */
export async function findObjection(
  { admission, answerWithinMs }: AdmissionDeps,
  { actor, words }: Pick<Turn, 'actor' | 'words'>,
): Promise<string | undefined> {
  if (admission === undefined) {
    return undefined;
  }
  const { guests } = words;
  const texts = { member: undefined, guest: guests.refused, unknown: guests.unknown } as const;
  try {
    const verdict = await inTime({ answerWithinMs }, admission.admit(actor));
    return verdict === undefined ? guests.checking : texts[verdict];
  } catch (error) {
    if (isProblem(error)) {
      return explain(words, error.code, actor.displayName);
    }
    throw error;
  }
}
