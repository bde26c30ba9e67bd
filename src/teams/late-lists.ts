import type { BatchView } from '../domain/batch-view.ts';
import { unreachableIn } from './cards/batch-unreachable.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { cardActivity } from './connector.ts';
import type { ChatDeps } from './deps.ts';
import { drawUntilNewest } from './draw-until-newest.ts';
import { postedBatchCard } from './personal-batch-card.ts';
import type { Turn } from './turn.ts';

interface Late {
  readonly view: BatchView;
  readonly shown: NonNullable<Parameters<typeof postedBatchCard>[2]>;
  /** Nothing of the list was changed, so that nothing else brings its card. */
  readonly isLook: boolean;
}

type Clicked = Turn & { readonly replyToId: string };

/**
 * Makes up for a view of a list that came too late to be seen: on the list's own card in the private chat. Where the
 * message is another one, resolves to what is sent into the private chat.
 */
export async function showListLate(
  deps: ChatDeps,
  turn: Turn,
  late: Late,
): Promise<AdaptiveCard | undefined> {
  const { replyToId } = turn;
  const posted = await deps.batchCards.list(late.view.batch.id);
  const isOwn = turn.isPersonal && posted.some(({ activityId }) => activityId === replyToId);
  if (replyToId === undefined || !isOwn) {
    return draw(deps, turn, late);
  }
  if (late.isLook) {
    await drawOnCard(deps, { ...turn, replyToId }, late);
  }
  return undefined;
}

async function drawOnCard(deps: ChatDeps, turn: Clicked, late: Late): Promise<void> {
  const delivery = deps.deliveryFrom(turn.address.serviceUrl);
  const message = { address: turn.address, activityId: turn.replyToId };
  await drawUntilNewest(late.view, {
    show: async (view) =>
      delivery.update(message, cardActivity(await draw(deps, turn, { ...late, view }))),
    read: () => deps.batches.view(turn.actor, late.view.batch.id),
    isSame,
  });
}

async function draw(
  { batchCards, appLink }: ChatDeps,
  turn: Turn,
  { view, shown }: Late,
): Promise<AdaptiveCard> {
  const unreachable = unreachableIn(view, await batchCards.list(view.batch.id));
  return postedBatchCard(turn, view, { ...shown, unreachable, appLink });
}

/** But for the moment of looking. */
function isSame(one: BatchView, other: BatchView): boolean {
  const seenAt = undefined;
  return JSON.stringify({ ...one, seenAt }) === JSON.stringify({ ...other, seenAt });
}
