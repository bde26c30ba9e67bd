import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { GroupCard } from '../../src/domain/group-card.ts';
import type { RequestId } from '../../src/domain/ids.ts';
import { createGroupCardStore } from '../../src/store/group-card-store.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { ConnectorError } from '../../src/teams/connector.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { ada, at, requestIn, tenantId } from '../support/requests.ts';
import { storeDatabase } from '../support/store-database.ts';
import { startTeamsWorld, type TeamsWorld } from '../support/teams-world.ts';

let opened: Awaited<ReturnType<typeof storeDatabase>>;

before(async () => {
  opened = await storeDatabase();
});

after(() => opened.drop());

interface Race extends AsyncDisposable {
  readonly world: TeamsWorld;
  readonly chat: string;
  readonly id: RequestId;
  /** In the next such moment Ada sees this message, or the one that is about to be stored. */
  readonly sees: (posted?: string) => void;
  /** Methods and messages in the group chat. */
  readonly inChat: () => readonly (readonly [string, string])[];
}

/** A request that was begun in a group, of whose card Ada's client asks for a view before such a change is stored. */
async function startRace(name: string, isMoment: (next: GroupCard) => boolean): Promise<Race> {
  const store = createGroupCardStore(opened.database);
  const clicks: ((posted: string | undefined) => Promise<unknown>)[] = [];
  const world = await startTeamsWorld({
    groupCardStore: {
      ...store,
      replace: async (current, next) => {
        if (isMoment(next)) {
          await clicks.pop()?.(next.activityId);
        }
        return store.replace(current, next);
      },
    },
  });
  const chat = `19:${name}@thread.v2`;
  const { serviceUrl } = world.connector;
  const group = { kind: 'new' as const, displayName: name, mailNickname: name };
  const request = requestIn('awaiting-approval', { group });
  await store.begin({ tenantId, formId: name, serviceUrl, conversationId: chat }, at(0));
  await createRequestStore(opened.database, new RecordingQueue()).create(request, name);
  const { id } = world.useCases.put(request);
  const view = { verb: 'view', data: { requestId: id, version: 1 } };
  const conversation = { id: chat, conversationType: 'groupChat', tenantId };
  return {
    world,
    chat,
    id,
    sees: (posted) => {
      clicks.push((known) => world.click(ada, view, { conversation, replyToId: posted ?? known }));
    },
    inChat: () =>
      world.connector.sent
        .filter(({ conversationId }) => conversationId === chat)
        .map(({ method, activityId }) => [method, activityId]),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

describe('a card in a group that somebody sees while it is sent', () => {
  it('stays the card where its answer is not here yet', async () => {
    await using race = await startRace('early', ({ activityId }) => activityId !== undefined);
    const { world, id } = race;
    race.sees();

    await world.messenger.refreshCards({ id });
    await world.messenger.refreshCards({ id });

    assert.deepEqual(
      race.inChat().map(([method]) => method),
      ['POST'],
    );
  });

  it('is brought up to date at once where it turns up while another is about to be sent', async () => {
    await using race = await startRace('late', ({ activityId }) => activityId === undefined);
    const { world, chat, id } = race;
    const fault = { status: 'silence', afterTheFact: true } as const;
    world.connector.failNext(`POST conversations/${chat}`, fault);
    await assert.rejects(world.messenger.refreshCards({ id }), ConnectorError);
    const [[, lost] = ['', '']] = race.inChat();
    race.sees(lost);

    await world.messenger.refreshCards({ id });

    assert.deepEqual(race.inChat(), [
      ['POST', lost],
      ['PUT', lost],
    ]);
  });
});
