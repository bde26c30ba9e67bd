import { type Connector, ConnectorError } from './connector.ts';
import type { Operation, SendPace } from './send-pace.ts';

/** After a refusal that does not say how long to wait; doubled with each that follows. */
const firstPauseMs = 1000;
const longestPauseMs = 300_000;

/** The same connector within the limits of Teams; a conversation that Teams refused for now waits as a whole. */
export function pacedConnector(connector: Connector, pace: SendPace): Connector {
  const refusals = new Map<string, number>();

  async function paced<T>(
    place: string,
    send: () => Promise<T>,
    operation: Operation = 'send',
  ): Promise<T> {
    // The threads of a channel share its limit.
    const [conversationId = ''] = place.split(';messageid=');
    const key = `${operation} ${conversationId}`;
    const isThrough = await pace.turn(conversationId, operation);
    try {
      const result = await send();
      refusals.delete(key);
      return result;
    } catch (error) {
      if (error instanceof ConnectorError && error.status === 429) {
        const count = refusals.get(key) ?? 0;
        refusals.set(key, count + 1);
        const pauseMs = error.retryAfterMs ?? firstPauseMs * 2 ** count;
        pace.pause(conversationId, Math.min(pauseMs, longestPauseMs), operation);
      }
      throw error;
    } finally {
      isThrough();
    }
  }

  return {
    post: (address, activity) =>
      paced(address.conversationId, () => connector.post(address, activity)),
    update: (address, activityId, activity) =>
      paced(address.conversationId, () => connector.update(address, activityId, activity)),
    open: (person, serviceUrl) => paced(person.userId, () => connector.open(person, serviceUrl)),
    members: (address, continuationToken) =>
      paced(address.conversationId, () => connector.members(address, continuationToken), 'members'),
  };
}
