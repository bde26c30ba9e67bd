import { Chatter } from './chat.ts';
import type { Outside } from './journey.ts';
import { askInChat, openApproval } from './request-by-chat.ts';
import type { Stopwatch } from './stopwatch.ts';

/**
 * Takes one request as far as the wait for the sync, runs a cycle, and resolves to the milliseconds by this watch from the
 * end of its export, when Active Directory shows the member, to the card in the requester's chat.
 */
export async function measureFollowUp(
  outside: Outside,
  newGroupName: string,
  start: () => Stopwatch,
): Promise<number> {
  const { rita, id } = await askInChat(outside.teams, { newGroupName });
  const { approver, message, view } = await openApproval(outside.teams, id);
  await approver.click(message, view, { title: /^Approve/ });
  await rita.findCard(new RegExp(`${id}[^]*Waiting for the sync`));
  outside.connect.startCycle();
  await outside.connect.idle();
  const sinceVisible = start();
  await new Chatter(outside.teams, 'rita').findCard(new RegExp(`${newGroupName}[^]*CN=Group_`));
  return sinceVisible();
}
