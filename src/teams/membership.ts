import { z } from 'zod';
import type { RequestId } from '../domain/ids.ts';
import type { Locks } from '../domain/ports.ts';
import { ConnectorError } from './connector.ts';
import type { GroupCards } from './group-cards.ts';
import { cardsLockOf, type Messenger } from './messenger.ts';
import type { Place } from './rosters.ts';
import { Located, tenantOf } from './turn.ts';

export interface MembershipDeps {
  readonly allowedTenants: readonly string[] | undefined;
  /** Absent where nothing of a request is shown to a group. */
  readonly groupCards?: GroupCards | undefined;
  readonly messenger: Messenger;
  /** Keeps cards that are drawn in a turn apart from those that the engine draws; absent where there is no engine. */
  readonly locks?: Locks | undefined;
}

/** Whoever added or removed somebody is not always named by object id, and need not be. */
const Changed = Located.extend({
  membersAdded: z.array(z.unknown()).catch([]),
  membersRemoved: z.array(z.unknown()).catch([]),
});

/**
 * Takes note that somebody came to a group chat or channel, or left it. The cards of open requests there are brought up
 * to date at once for whoever came; one for which that fails waits for the next change of its request.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
 */
export async function noteMembers(deps: MembershipDeps, activity: unknown): Promise<void> {
  const changed = Changed.safeParse(activity).data;
  const place = changed && placeOf(deps, changed);
  if (changed === undefined || place === undefined || deps.groupCards === undefined) {
    return;
  }
  const { membersAdded, membersRemoved } = changed;
  if (membersAdded.length === 0 && membersRemoved.length === 0) {
    return;
  }
  const open = await deps.groupCards.changeMembers(place);
  for (const id of membersAdded.length > 0 ? open : []) {
    await tryToRefresh(deps, id);
  }
}

function placeOf(
  { allowedTenants }: MembershipDeps,
  located: z.infer<typeof Located>,
): Place | undefined {
  const { serviceUrl, conversation, channelData } = located;
  const tenantId = tenantOf(located, allowedTenants);
  if (tenantId === 'unknown' || tenantId === 'other') {
    return undefined;
  }
  return conversation.conversationType === 'personal'
    ? undefined
    : { tenantId, serviceUrl, conversationId: conversation.id, teamId: channelData?.team?.id };
}

/** What did not work is in the log already. */
async function tryToRefresh({ messenger, locks }: MembershipDeps, id: RequestId): Promise<void> {
  try {
    await (locks === undefined
      ? messenger.refreshCards({ id })
      : locks.exclusively(cardsLockOf(id), () => messenger.refreshCards({ id })));
  } catch (error) {
    if (!(error instanceof ConnectorError)) {
      throw error;
    }
  }
}
