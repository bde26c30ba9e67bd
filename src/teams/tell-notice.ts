import type { Activity } from 'botbuilder';
import type { TenantId } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import type { Clock, ConversationStore } from '../domain/ports.ts';
import type { MissedNotices, NoticeKind } from '../domain/undelivered.ts';
import type { Delivery } from './delivery.ts';
import { noteIn, type Obstacle } from './obstacle.ts';
import { wordsFor } from './words/choose.ts';
import type { Words } from './words/words.ts';

export interface NoticeDeps {
  readonly delivery: Pick<Delivery, 'reach' | 'post'>;
  readonly conversations: Pick<ConversationStore, 'find'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Absent where nothing is kept of what was not delivered. */
  readonly missed?: MissedNotices | undefined;
}

export interface Notice {
  readonly tenantId: TenantId;
  readonly to: Pick<Person, 'id' | 'displayName'>;
  readonly kind: NoticeKind;
  readonly draw: (words: Words) => Partial<Activity>;
}

/**
 * Writes to somebody in their own chat, in the language in which they last wrote. False when they cannot be reached,
 * which goes on record for administrators. Throws `ConnectorError` when it did not work for now.
 */
export async function tellNotice(deps: NoticeDeps, notice: Notice): Promise<boolean> {
  const { tenantId, to, kind } = notice;
  const since = deps.clock.now();
  const obstacle: Obstacle = { since };
  if (await send(deps, notice, obstacle)) {
    await deps.missed?.forget(tenantId, to.id, kind);
    return true;
  }
  const { id, displayName } = to;
  const { because } = obstacle;
  await deps.missed?.note({ tenantId, recipient: { id, displayName }, kind, since, because });
  return false;
}

async function send(
  { delivery, conversations }: NoticeDeps,
  { tenantId, to, draw }: Notice,
  obstacle: Obstacle,
): Promise<boolean> {
  const recipient = { tenantId, userId: to.id, tell: noteIn(obstacle) };
  const address = await delivery.reach(recipient);
  if (address === undefined) {
    return false;
  }
  const reference = await conversations.find(tenantId, to.id);
  return (await delivery.post(recipient, address, draw(wordsFor(reference?.locale)))) !== undefined;
}
