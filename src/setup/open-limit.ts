import type { Actor } from '../domain/person.ts';
import type { Refusal } from '../domain/prerequisites.ts';
import type { SetupDeps } from './deps.ts';

/**
 * What stands against one more request or list of this person: as many as the organisation permits are open. A list
 * counts as one. Emergency access and trying again what has stopped are never refused for it, and count while open.
 */
export async function refuseTooMany(
  { requests, settings }: Pick<SetupDeps, 'requests' | 'settings'>,
  { tenantId, id }: Actor,
): Promise<readonly Refusal[]> {
  const { maximumOpenRequests: most } = settings;
  if (most === undefined || (await requests.countOpen(tenantId, id)) < most) {
    return [];
  }
  return [{ code: 'too-many-open-requests', subject: `${most}` }];
}

/**
 * Sends something of this person, told what stands against it by now. Counting and sending are one after another for
 * each person, so one process never sends more than permitted, however many forms come at once. Processes do not wait
 * for each other: each further one may send one more in the same moment.
 */
export function sendWithinLimit<T>(
  deps: Pick<SetupDeps, 'requests' | 'settings' | 'inTurn'>,
  actor: Actor,
  send: (refusals: readonly Refusal[]) => Promise<T>,
): Promise<T> {
  return deps.settings.maximumOpenRequests === undefined
    ? send([])
    : deps.inTurn(`open-requests/${actor.tenantId}/${actor.id}`, async () =>
        send(await refuseTooMany(deps, actor)),
      );
}
