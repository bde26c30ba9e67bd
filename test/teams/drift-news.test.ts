import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { UserId } from '../../src/domain/ids.ts';
import { ConnectorError } from '../../src/teams/connector.ts';
import type { Delivery } from '../../src/teams/delivery.ts';
import { tellDrift } from '../../src/teams/drift-news.ts';
import { lintCard } from '../support/card-lint.ts';
import { driftRows } from '../support/card-samples/drift.ts';
import { MemoryConversations } from '../support/memory-conversations.ts';
import { MemoryMissedNotices } from '../support/memory-missed-notices.ts';
import { ada, amir, at, ben, tenantId } from '../support/requests.ts';
import { SilentLog } from '../support/silent-log.ts';
import { wordsOf } from '../support/teams-world.ts';

const [added, moved] = driftRows;

/** Chats that take everything, but for those who have not the app or whose chat is out of order. */
function chats(trouble: { readonly absent?: UserId; readonly broken?: readonly UserId[] } = {}) {
  const told = new Map<UserId, unknown>();
  const delivery: Delivery = {
    reach: async ({ userId, tell }) => {
      if (userId === trouble.absent) {
        tell?.('no-app');
        return undefined;
      }
      return { serviceUrl: '', conversationId: userId };
    },
    post: async ({ userId }, _address, activity) => {
      if (trouble.broken?.includes(userId) === true) {
        throw new ConnectorError(
          { status: 503, code: undefined, retryAfterMs: undefined },
          undefined,
        );
      }
      told.set(userId, activity.attachments?.[0]?.content);
      return 'm1';
    },
    update: () => Promise.resolve('updated'),
    members: () => Promise.resolve({ members: [] }),
  };
  const missed = new MemoryMissedNotices();
  const shared = { conversations: new MemoryConversations(), log: new SilentLog(), missed };
  const clock = { now: () => at(5) };
  return { told, missed, deps: { ...shared, delivery, clock, administrators: [amir.id] } };
}

describe('news of drift', () => {
  it('go to administrators as a whole and to each owner for their groups', async () => {
    assert.ok(added !== undefined && moved !== undefined);
    const { told, deps } = chats();

    await tellDrift(deps, [added, { ...moved, owners: [ben] }]);

    assert.deepEqual(new Set(told.keys()), new Set([amir.id, ada.id, ben.id]));
    assert.match(wordsOf(told.get(amir.id)), /2 new differences.*Mallory.*Elsewhere/);
    assert.match(wordsOf(told.get(ada.id)), /One new difference.*Mallory/);
    assert.doesNotMatch(wordsOf(told.get(ben.id)), /Mallory/);
    assert.deepEqual([...told.values()].flatMap(lintCard), []);
  });

  it('leave out who has not the app, which is on record until they are told', async () => {
    const { told, missed, deps } = chats({ absent: ada.id });
    const reachable = chats();

    await tellDrift(deps, driftRows);

    assert.deepEqual([...told.keys()], [amir.id]);
    assert.deepEqual(missed.rows, [
      { tenantId, recipient: ada, kind: 'drift', since: at(5), because: 'no-app' },
    ]);
    await tellDrift({ ...reachable.deps, missed }, driftRows);
    assert.deepEqual(missed.rows, []);
  });

  it('are told again later only when nobody could be told', async () => {
    const some = chats({ broken: [ada.id] });
    const none = chats({ broken: [ada.id, amir.id] });

    await tellDrift(some.deps, driftRows);

    await assert.rejects(tellDrift(none.deps, driftRows), ConnectorError);
    assert.deepEqual([...some.told.keys()], [amir.id]);
  });
});
