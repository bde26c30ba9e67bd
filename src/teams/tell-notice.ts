import type { Activity } from 'botbuilder';
import type { NewNotice, Notice, NoticeOutbox } from '../domain/notice.ts';
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

/** In one try a chat may be opened and a message sent, of which each may take a quarter of a minute. */
const graceMs = 60_000;

/**
 * Writes to somebody in their own chat, in the language in which they last wrote. False when they cannot be reached;
 * then it is sent as soon as they can be. Throws `ConnectorError` when it did not work for now, after which it is
 * tried again by itself. Nothing is said, and true, where somebody never heard of what is over now.
 */
export async function tellNotice(
  deps: NoticeDeps,
  wish: Omit<NewNotice, 'madeAt'>,
): Promise<boolean> {
  const notice = { ...wish, madeAt: deps.clock.now() };
  const draw = drawNotice(notice.content, []);
  if (deps.notices === undefined) {
    return send(deps, { notice, draw }, { since: notice.madeAt });
  }
  const [kept] = await deps.notices.put([notice], { graceMs });
  return kept === undefined || sendNotice({ ...deps, notices: deps.notices }, kept, draw);
}

/** Sends what is on record, and puts on record what came of it; as `tellNotice`. */
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
