import type { AppInstaller, InstallAttempts } from '../domain/app-installer.ts';
import type { Log } from '../domain/log.ts';
import type { Clock } from '../domain/ports.ts';
import { isProblem, isTransient } from '../domain/problem.ts';
import type { Recipient } from './delivery.ts';

/** Makes the bot known to people who never had the app. */
export interface Introductions {
  /**
   * True when the person has the app now; false when nothing can be done, which the log tells. Throws the transient
   * `graph-…` Problems, after which the same call may be made again at once.
   */
  introduce(recipient: Recipient): Promise<boolean>;
  /**
   * The person's chat as Graph names it, which the channel takes too; undefined where Graph knows none or refuses.
   * Throws the transient `graph-…` Problems.
   */
  findChat(recipient: Recipient): Promise<string | undefined>;
}

export interface IntroductionDeps {
  readonly installer: AppInstaller;
  readonly attempts: InstallAttempts;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

export function createIntroductions(deps: IntroductionDeps): Introductions {
  return {
    introduce: (recipient) => introduce(deps, recipient),
    findChat: (recipient) =>
      unlessRefused(deps, recipient, () => deps.installer.findChat(recipient.userId)),
  };
}

async function introduce(deps: IntroductionDeps, recipient: Recipient): Promise<boolean> {
  const { installer, attempts, clock, log } = deps;
  if (!(await attempts.claim(recipient, clock.now()))) {
    return false;
  }
  const { userId } = recipient;
  const outcome = await unlessRefused(deps, recipient, () => installer.install(userId));
  if (outcome !== undefined) {
    log.info({ userId, outcome }, 'the app was to be installed for a person');
  }
  if (outcome === 'blocked-by-policy') {
    recipient.tell?.('not-permitted');
  }
  return outcome === 'installed' || outcome === 'already-installed';
}

async function unlessRefused<T>(
  { attempts, log }: IntroductionDeps,
  recipient: Recipient,
  ask: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    const { userId } = recipient;
    log.warn({ userId, code: error.code }, 'the app cannot be installed for a person');
    if (isTransient(error)) {
      await attempts.release(recipient);
      throw error;
    }
    return undefined;
  }
}
