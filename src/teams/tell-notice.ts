import type { Activity } from 'botbuilder';
import { type NewNotice, type Notice, type NoticeOutbox, noticeGraceMs } from '../domain/notice.ts';
import type { Clock, ConversationStore } from '../domain/ports.ts';
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
 * Puts on record what somebody will be told, before that comes about. Nothing where they never heard of what is over
 * by it. Whoever does not send it leaves it to `sendDueNotices`, which asks first whether it is so.
 */
export async function recordNotice(
  { notices, clock }: Pick<NoticeDeps, 'notices' | 'clock'>,
  wish: Omit<NewNotice, 'madeAt'>,
): Promise<readonly Notice[]> {
  const notice = { ...wish, madeAt: clock.now() };
  return notices === undefined
    ? [{ ...notice, id: '', tries: 0 }]
    : notices.put([notice], { graceMs: noticeGraceMs });
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
