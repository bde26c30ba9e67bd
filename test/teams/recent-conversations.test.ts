import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { ConversationReference } from '../../src/domain/ports.ts';
import { RecentConversations } from '../../src/teams/recent-conversations.ts';
import { MemoryConversations } from '../support/memory-conversations.ts';
import { ada, rita, tenantId } from '../support/requests.ts';
import { startTeamsWorld } from '../support/teams-world.ts';

class CountingConversations extends MemoryConversations {
  writes = 0;
  isAway = false;

  override async remember(reference: ConversationReference): Promise<void> {
    this.writes += 1;
    if (this.isAway) {
      throw new Error('the store is away');
    }
    await super.remember(reference);
  }
}

describe('Where people were seen', () => {
  const reference: ConversationReference = {
    tenantId,
    userId: rita.id,
    channelUserId: '29:rita',
    displayName: 'Rita',
    conversationId: 'a:1',
    serviceUrl: 'https://smba.example/emea/',
    botChannelId: '28:bot',
    locale: 'de-DE',
    timeZone: 'Europe/Berlin',
  };
  let now: number;
  let store: CountingConversations;
  let recent: RecentConversations;

  beforeEach(() => {
    now = 0;
    store = new CountingConversations();
    recent = new RecentConversations(store, { now: () => new Date(now) });
  });

  it('is written once an hour while it stays the same', async () => {
    for (now = 0; now < 3_600_000; now += 60_000) {
      await recent.rememberUnlessRecent(reference);
    }
    assert.equal(store.writes, 1);

    await recent.rememberUnlessRecent(reference);

    assert.equal(store.writes, 2);
  });

  it('is written at once when it changes, and for each person', async () => {
    const moved = { ...reference, conversationId: 'a:2' };
    const another = { ...reference, userId: ada.id };

    for (const told of [reference, moved, another, moved, another]) {
      await recent.rememberUnlessRecent(told);
    }

    assert.equal(store.writes, 3);
    assert.deepEqual([...store.known.values()], [moved, another]);
  });

  it('is written again after this process forgot it, also while that was under way', async () => {
    await recent.rememberUnlessRecent(reference);
    const forgetting = recent.forget(tenantId, rita.id);
    await recent.rememberUnlessRecent(reference);
    await forgetting;

    await recent.rememberUnlessRecent(reference);

    assert.deepEqual(store.known.get(rita.id), reference);
    assert.equal(store.writes, 2);
  });

  it('is written again when it could not be', async () => {
    store.isAway = true;
    await assert.rejects(recent.rememberUnlessRecent(reference), /away/);
    store.isAway = false;

    await recent.rememberUnlessRecent(reference);

    assert.deepEqual(store.known.get(rita.id), reference);
  });

  it('is written when another process forgot it and the app comes back', async () => {
    await using world = await startTeamsWorld();
    await world.say(rita, 'help');
    world.conversations.known.delete(rita.id);

    await world.post(rita, { type: 'installationUpdate', action: 'add' });

    assert.equal(world.conversations.known.get(rita.id)?.displayName, rita.displayName);
  });
});
