import type { Request } from '../domain/request.ts';
import type { ChatDeps } from './deps.ts';
import type { Turn } from './turn.ts';

/** The form's message is from now on the requester's card; the messenger brings it up to date for every device. */
export async function adoptForm(
  { cards }: Pick<ChatDeps, 'cards'>,
  turn: Turn,
  request: Request,
): Promise<void> {
  const recipientId = turn.actor.id;
  const posted = await cards.list(request.id);
  const isThere = posted.some(
    (card) => card.kind === 'request' && card.recipientId === recipientId,
  );
  if (!isThere && turn.replyToId !== undefined) {
    const { replyToId: activityId, address } = turn;
    await cards.save({
      requestId: request.id,
      recipientId,
      kind: 'request',
      activityId,
      ...address,
    });
  }
}
