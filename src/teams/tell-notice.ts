import type { Activity } from 'botbuilder';
import type { Log } from '../domain/log.ts';
import { type NewNotice, type Notice, type NoticeOutbox, noticeGraceMs } from '../domain/notice.ts';
import type { Clock, ConversationStore } from '../domain/ports.ts';
import { ConnectorError } from './connector-error.ts';
import type { Delivery } from './delivery.ts';
import { type DrawNotice, drawNotice } from './draw-notice.ts';
import { noteIn, type Obstacle } from './obstacle.ts';
import { wordsForReader } from './words/choose.ts';

export interface NoticeDeps {
  readonly delivery: Pick<Delivery, 'reach' | 'post'>;
  readonly conversations: Pick<ConversationStore, 'find'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Absent where nothing is kept of what was not delivered. */
  readonly notices?: NoticeOutbox | undefined;
  /** For people of whom no language is known. */
  readonly defaultLanguage?: string | undefined;
}

/**
 * Puts on record what somebody will be told, before that comes about. Whoever does not get as far as telling it leaves
 * it to `sendDueNotices`, which asks first whether it is so.
 */
export async function announceNotice({ notices }: NoticeDeps, notice: NewNotice): Promise<void> {
  await notices?.announce(notice, { graceMs: noticeGraceMs });
}

/**
 * Tells somebody what has come about, as `tellKept`. Nothing is said, and true, where they never heard of what is over
 * by it.
 */
export async function tellNotice(deps: NoticeDeps, notice: NewNotice): Promise<boolean> {
  const kept =
    deps.notices === undefined
      ? [{ ...notice, id: '', tries: 0 }]
      : await deps.notices.put([notice], { graceMs: noticeGraceMs });
  const [first] = kept;
  return first === undefined || tellKept(deps, first);
}

/**
 * Writes to somebody in their own chat what is on record for them, in the language in which they last wrote. False
 * when they cannot be reached; then it is sent as soon as they can be. Throws `ConnectorError` when it did not work for
 * now, after which it is tried again by itself.
 */
export async function tellKept(deps: NoticeDeps, notice: Notice): Promise<boolean> {
  const { notices } = deps;
  const draw = drawNotice(notice.content, []);
  return notices === undefined
    ? send(deps, { notice, draw }, { since: notice.madeAt })
    : sendNotice({ ...deps, notices }, notice, draw);
}

/** For whoever acts and does not wait for a second try: whether the notice has arrived; what has not comes by itself. */
export async function toldByNow(
  log: Log,
  { recipient }: NewNotice,
  telling: Promise<boolean>,
): Promise<boolean> {
  try {
    return await telling;
  } catch (error) {
    if (!(error instanceof ConnectorError)) {
      throw error;
    }
    log.warn({ userId: recipient.id, status: error.status }, 'somebody could not be told for now');
    return false;
  }
}

/** Sends what is on record, and puts on record what came of it; as `tellKept`. */
export async function sendNotice(
  deps: NoticeDeps & { readonly notices: NoticeOutbox },
  notice: Notice,
  draw: DrawNotice,
): Promise<boolean> {
  const { notices, clock } = deps;
  const since = clock.now();
  const obstacle: Obstacle = { since };
  if (await send(deps, { notice, draw }, obstacle)) {
    await notices.settle(notice);
    await notices.release(notice.tenantId, notice.recipient.id);
    return true;
  }
  await notices.hold(notice, { since, because: obstacle.because });
  return false;
}

async function send(
  { delivery, conversations, defaultLanguage }: NoticeDeps,
  { notice, draw }: { readonly notice: NewNotice; readonly draw: DrawNotice },
  obstacle: Obstacle,
): Promise<boolean> {
  const { tenantId, recipient: person } = notice;
  const { id: userId, preferredLanguage } = person;
  const recipient = { tenantId, userId, preferredLanguage, tell: noteIn(obstacle) };
  const address = await delivery.reach(recipient);
  if (address === undefined) {
    return false;
  }
  const reference = await conversations.find(tenantId, person.id);
  const activity: Partial<Activity> = draw(wordsForReader(reference, person, defaultLanguage));
  return (await delivery.post(recipient, address, activity)) !== undefined;
}
