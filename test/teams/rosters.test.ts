import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Delivery } from '../../src/teams/delivery.ts';
import { RosterPage } from '../../src/teams/roster-page.ts';
import { Rosters } from '../../src/teams/rosters.ts';
import { ada, at, paul, rita, tenantId } from '../support/requests.ts';
import { SilentLog } from '../support/silent-log.ts';

const place = { tenantId, serviceUrl: 'http://127.0.0.1/', conversationId: '19:a@thread.v2' };
const everybody = [ada, paul, rita].map(({ id }) => ({ id: `29:${id}`, objectId: id, tenantId }));

/** Rosters whose time is told, and a Teams that answers when it is let. */
function scene() {
  const time = { minutes: 0 };
  const gate = { open: Promise.resolve() };
  const reads = { count: 0 };
  const delivery: Pick<Delivery, 'members'> = {
    members: async () => {
      reads.count += 1;
      await gate.open;
      return RosterPage.parse({ members: everybody });
    },
  };
  const clock = { now: () => at(time.minutes) };
  const rosters = new Rosters({ clock, log: new SilentLog(), rosterWithinMs: 20 });
  return {
    time,
    gate,
    reads,
    find: () => rosters.find(delivery, place, [ada.id]),
    rosters,
    delivery,
  };
}

describe('rosters of group chats and channels', () => {
  it('are kept for five minutes, but for people who were not looked for', async () => {
    const { time, reads, find, rosters, delivery } = scene();
    await find();
    time.minutes = 4;

    await find();
    assert.equal(reads.count, 1);
    const both = await rosters.find(delivery, place, [ada.id, rita.id]);
    assert.equal(reads.count, 2);
    assert.deepEqual(
      [...(both ?? [])],
      [
        [ada.id, `29:${ada.id}`],
        [rita.id, `29:${rita.id}`],
      ],
    );
    time.minutes = 5;
    await find();
    assert.equal(reads.count, 3);
  });

  it('keep nobody waiting for long, and are there the next time', async () => {
    const { gate, reads, find } = scene();
    const { promise, resolve } = Promise.withResolvers<void>();
    gate.open = promise;

    const late = await find();
    const meanwhile = await find();
    resolve();
    await new Promise(setImmediate);
    const next = await find();

    assert.equal(late, undefined);
    assert.equal(meanwhile, undefined);
    assert.equal(next?.get(ada.id), `29:${ada.id}`);
    assert.equal(reads.count, 1);
  });

  it('that could not be read are asked for again after a minute', async () => {
    const { time, gate, reads, find } = scene();
    gate.open = new Promise(() => undefined);
    assert.equal(await find(), undefined);
    gate.open = Promise.resolve();
    time.minutes = 1;

    assert.ok(await find());
    assert.equal(reads.count, 2);
  });

  it('that were being read when somebody left are not believed', async () => {
    const { gate, reads, find, rosters } = scene();
    const { promise, resolve } = Promise.withResolvers<void>();
    gate.open = promise;
    const reading = find();
    rosters.forget(place);
    resolve();
    await reading;

    await find();

    assert.equal(reads.count, 2);
  });
});

describe('a page of a roster', () => {
  it('tells of people by either name of their object id, and of nobody who has none', () => {
    const { members, continuationToken } = RosterPage.parse({
      members: [
        { id: '29:a', aadObjectId: ada.id, tenantId },
        { id: '29:p', objectId: paul.id, aadObjectId: null, tenantId },
        { id: '29:anonymous', tenantId, userRole: 'anonymous' },
        { id: '29:r', objectId: rita.id, tenantId: '29:no-tenant' },
        { id: '28:bot' },
        null,
      ],
      continuationToken: '',
    });

    assert.deepEqual(members, [
      { tenantId, userId: ada.id, channelUserId: '29:a' },
      { tenantId, userId: paul.id, channelUserId: '29:p' },
    ]);
    assert.equal(continuationToken, undefined);
  });
});
