import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BatchId } from '../../src/domain/ids.ts';
import { wordsFor } from '../../src/teams/words/choose.ts';
import { noLists } from '../support/no-lists.ts';
import { at, rita, tenantId } from '../support/requests.ts';
import { startTeamsWorld, type TeamsWorld } from '../support/teams-world.ts';

const { bulk } = wordsFor('en');
const there = '19:closing@thread.v2';
const place = { conversation: { id: there, conversationType: 'groupChat', tenantId } };
const lines = 'bulk ben@contoso.test;Finance Reports;30';

/** Counts the lists that are begun. */
async function startWorld(): Promise<{ readonly world: TeamsWorld; readonly begun: unknown[] }> {
  const begun: unknown[] = [];
  const id = BatchId.parse('WL-7K3F2Q9X');
  const dates = { createdAt: at(0), updatedAt: at(0) };
  const world = await startTeamsWorld({
    lists: {
      ...noLists,
      useCases: {
        ...noLists.useCases,
        start: async (_actor, wish) => {
          begun.push(wish);
          return {
            batch: {
              id,
              tenantId,
              version: 1,
              requester: rita,
              state: 'checking',
              rows: [],
              ...dates,
            },
            entries: [],
            options: [],
            decidable: 0,
            approvable: 0,
            seenAt: at(0),
            plansHash: '',
          };
        },
      },
    },
  });
  return { world, begun };
}

function saidIn({ connector }: TeamsWorld, conversationId: string): readonly unknown[] {
  return connector.sent
    .filter((sent) => sent.conversationId === conversationId)
    .map(({ activity }) => activity.text);
}

describe('lines of a list that are sent in a group chat', () => {
  it('are answered there by a word that the card comes', async () => {
    const { world, begun } = await startWorld();
    await using _ = world;

    await world.say(rita, `<at>Writeback</at> ${lines}`, {
      ...place,
      entities: [{ type: 'mention', mentioned: { id: '28:bot' }, text: '<at>Writeback</at>' }],
    });

    assert.equal(begun.length, 1);
    assert.deepEqual(saidIn(world, there), [bulk.comesPrivately]);
    assert.deepEqual(saidIn(world, `a:${rita.id}`), []);
  });

  it('are answered by what to do first where there is no private chat', async () => {
    const { world, begun } = await startWorld();
    await using _ = world;
    world.connector.lacksApp(rita.id);

    await world.say(rita, lines, place);

    assert.equal(begun.length, 1);
    assert.deepEqual(saidIn(world, there), [bulk.comesWithApp]);
  });

  it('are not asked for a second time because Teams does not tell for now', async () => {
    const { world } = await startWorld();
    await using _ = world;
    world.connector.failNext('POST conversations', { status: 503 });

    await world.say(rita, lines, place);

    assert.deepEqual(saidIn(world, there), [bulk.comesPrivately]);
  });

  it('are answered by their card alone in the private chat', async () => {
    const { world, begun } = await startWorld();
    await using _ = world;

    await world.say(rita, lines);

    assert.equal(begun.length, 1);
    assert.deepEqual(world.connector.sent, []);
  });
});
