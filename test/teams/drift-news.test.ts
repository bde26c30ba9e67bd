import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createConversationStore } from '../../src/store/conversation-store.ts';
import { createNoticeStore } from '../../src/store/notice-store.ts';
import { createUndeliveredStore } from '../../src/store/undelivered-store.ts';
import { lintCard } from '../support/card-lint.ts';
import { driftRows } from '../support/card-samples/drift.ts';
import { ada, amir, ben, tenantId } from '../support/requests.ts';
import { storeDatabase } from '../support/store-database.ts';
import { startTeamsWorld, type TeamsWorld, wordsOf } from '../support/teams-world.ts';

const [added, moved] = driftRows;

interface Watch extends AsyncDisposable {
  readonly teams: TeamsWorld;
  /** Names and kinds, as administrators read them. */
  undelivered(): Promise<readonly string[]>;
  /** The real time after which what was not delivered is tried again. */
  later(): Promise<void>;
}

/** The bot on a real database. */
async function startWatch(): Promise<Watch> {
  const opened = await storeDatabase();
  const { database } = opened;
  const list = createUndeliveredStore(database);
  const teams = await startTeamsWorld({
    conversations: createConversationStore(database),
    notices: createNoticeStore(database),
    undelivered: list,
  });
  return {
    teams,
    undelivered: async () =>
      (await list.listUndelivered(tenantId, 50)).map(
        ({ recipient, kind }) => `${recipient.displayName} ${kind}`,
      ),
    later: async () => {
      await database.pool.query(`update notices set due_at = now() where not waits`);
    },
    [Symbol.asyncDispose]: async () => {
      await teams[Symbol.asyncDispose]();
      await opened.drop();
    },
  };
}

function sentTo({ teams }: Watch, { id }: typeof ada): readonly unknown[] {
  return teams.connector.sent
    .filter(({ conversationId }) => conversationId === `a:${id}`)
    .map(({ activity }) => activity.attachments?.[0]?.content);
}

describe('news of drift', () => {
  it('go to administrators as a whole and to each owner for their groups', async () => {
    assert.ok(added !== undefined && moved !== undefined);
    await using watch = await startWatch();
    const rows = [added, { ...moved, owners: [ben] }];
    watch.teams.useCases.drift = rows;

    await watch.teams.tellDrift(rows);
    await watch.teams.sendNotices();

    assert.match(wordsOf(sentTo(watch, amir)), /2 new differences.*Mallory.*Elsewhere/);
    assert.match(wordsOf(sentTo(watch, ada)), /One new difference.*Mallory/);
    assert.doesNotMatch(wordsOf(sentTo(watch, ben)), /Mallory/);
    assert.deepEqual([amir, ada, ben].flatMap((who) => sentTo(watch, who)).flatMap(lintCard), []);
  });

  it('wait for who has not the app, and come once when they write, as things stand then', async () => {
    assert.ok(added !== undefined && moved !== undefined);
    await using watch = await startWatch();
    watch.teams.useCases.drift = driftRows;
    watch.teams.connector.lacksApp(ada.id);

    await watch.teams.tellDrift([added]);
    await watch.teams.sendNotices();
    await watch.teams.tellDrift([moved]);
    await watch.teams.sendNotices();
    const missing = await watch.undelivered();
    await watch.teams.say(ada, 'help');
    await watch.teams.sendNotices();
    await watch.teams.sendNotices();

    assert.deepEqual(missing, ['Ada Approver drift']);
    const cards = sentTo(watch, ada).filter((card) => wordsOf(card).includes('difference'));
    assert.equal(cards.length, 1);
    assert.match(wordsOf(cards), /2 new differences.*Mallory.*Elsewhere/);
    assert.equal(sentTo(watch, amir).length, 2, 'once for each look');
    assert.deepEqual(await watch.undelivered(), []);
  });

  it('are not told late where the differences are mended', async () => {
    await using watch = await startWatch();
    watch.teams.useCases.drift = driftRows;
    watch.teams.connector.lacksApp(ada.id);
    await watch.teams.tellDrift(driftRows);
    await watch.teams.sendNotices();

    watch.teams.useCases.drift = [];
    await watch.teams.say(ada, 'help');
    await watch.teams.sendNotices();

    assert.doesNotMatch(wordsOf(sentTo(watch, ada)), /difference/);
    assert.deepEqual(await watch.undelivered(), []);
  });

  it('are sent again where the channel did not take them, and to nobody else', async () => {
    await using watch = await startWatch();
    watch.teams.useCases.drift = driftRows;
    watch.teams.connector.failNext(`POST conversations/a:${ada.id}`, { status: 500 });
    await watch.teams.tellDrift(driftRows);
    await watch.teams.sendNotices();
    const atFirst = sentTo(watch, ada).length;

    await watch.later();
    await watch.teams.sendNotices();

    assert.equal(atFirst, 0);
    assert.deepEqual([sentTo(watch, ada).length, sentTo(watch, amir).length], [1, 1]);
    assert.deepEqual(watch.teams.log.messages('warn'), [
      'a notice was not delivered and will be tried again',
    ]);
  });
});
