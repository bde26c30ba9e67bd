import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { paul, requestIn, rita } from '../support/requests.ts';
import { startTeamsWorld, type TeamsWorld, wordsOf } from '../support/teams-world.ts';

const install = { type: 'installationUpdate', action: 'add' };

function welcomesIn({ connector }: TeamsWorld): readonly string[] {
  return connector.sent
    .filter((sent) => wordsOf(sent).includes('Hello, I am Writeback'))
    .map(({ conversationId }) => conversationId);
}

describe('the welcome', () => {
  it('is tried again where Teams asks for that, and said once', async () => {
    await using world = await startTeamsWorld();
    world.connector.failNext('POST', { status: 502 }, { status: 429 });

    const first = await world.post(rita, install);
    await world.post(rita, install);

    assert.equal(first.status, 200);
    assert.deepEqual(welcomesIn(world), [`a:${rita.id}`]);
  });

  for (const { title, faults } of [
    { title: 'Teams is busy', faults: Array.from({ length: 4 }, () => ({ status: 429 })) },
    { title: 'the chat is refused', faults: [{ status: 403, code: 'BotDisabledByAdmin' }] },
  ]) {
    it(`is said the next time when it could not be because ${title}`, async () => {
      await using world = await startTeamsWorld();
      world.connector.failNext('POST', ...faults);

      await world.post(rita, install);
      assert.deepEqual(welcomesIn(world), []);
      await world.post(rita, install);

      assert.deepEqual(welcomesIn(world), [`a:${rita.id}`]);
    });
  }

  for (const status of ['silence', 500] as const) {
    it(`is not repeated after ${status}, since it may have arrived`, async () => {
      await using world = await startTeamsWorld();
      world.connector.failNext('POST', { status, afterTheFact: true });

      await world.post(rita, install);
      await world.post(rita, install);

      assert.deepEqual(welcomesIn(world), [`a:${rita.id}`]);
    });
  }

  it('is not lost where the app was installed for somebody whose chat is not there yet', async () => {
    await using world = await startTeamsWorld({
      installing: {
        attempts: { claim: async () => true, release: async () => {} },
        installer: { install: async () => 'installed', findChat: async () => 'a:chat' },
      },
    });
    await world.post(rita, { type: 'conversationUpdate' });
    world.connector.lacksApp(paul.id);
    const gone = { status: 404, code: 'ConversationNotFound' };
    world.connector.failNext('POST conversations/a:chat', gone, gone);
    const { id } = world.useCases.put(requestIn('awaiting-approval', { approvers: [paul] }));
    await world.messenger.refreshCards({ id });
    assert.deepEqual(welcomesIn(world), []);

    await world.post(paul, install);

    assert.deepEqual(welcomesIn(world), [`a:${paul.id}`]);
  });
});
