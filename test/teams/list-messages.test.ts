import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Approval } from '../../src/domain/approval.ts';
import type { BatchCardStore, PostedBatchCard } from '../../src/domain/batch-store.ts';
import type { BatchView } from '../../src/domain/batch-view.ts';
import { RequestId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Request } from '../../src/domain/request.ts';
import { ConnectorError } from '../../src/teams/connector.ts';
import { noLists } from '../support/no-lists.ts';
import { ada, at, paul, requestIn, rita } from '../support/requests.ts';
import { listId as id, sentList } from '../support/sent-list.ts';
import { startTeamsWorld, type TeamsWorld, wordsOf } from '../support/teams-world.ts';

const requestId = RequestId.parse('WB-7K3F2Q9X');
const cells = { who: 'rita@contoso.test', group: 'Finance Reports', duration: '30' };
const batch = sentList([{ row: 1, ...cells, days: 30, verdict: { kind: 'sent', requestId } }]);

/** The one request of the list, asking Ada and Paul. */
function asking(approval: Partial<Approval> = {}): Request {
  const request = requestIn('awaiting-approval', { id: requestId, batch: { id, row: 1 } });
  return { ...request, approval: { ...request.approval, ...approval } };
}

class MemoryBatchCards implements BatchCardStore {
  readonly rows = new Map<string, PostedBatchCard>();

  async list(): Promise<readonly PostedBatchCard[]> {
    return [...this.rows.values()];
  }

  async save(card: PostedBatchCard): Promise<void> {
    this.rows.set(`${card.recipientId} ${card.kind}`, card);
  }
}

function viewOf(request: Request | undefined): BatchView {
  const entries = batch.rows.map((row) => ({ row, request }));
  return {
    batch,
    entries,
    options: [],
    approvable: 1,
    decidable: 1,
    seenAt: at(5),
    plansHash: 'x',
  };
}

interface ListWorld extends AsyncDisposable {
  readonly world: TeamsWorld;
  cardOf(person: Person): PostedBatchCard | undefined;
  /** What was sent and updated for this state of the list, as `POST Ada` and `PUT Ada`. */
  newsOf(request: Request): Promise<readonly string[]>;
}

/** A list whose first cards are out. */
async function startList(): Promise<ListWorld> {
  const cards = new MemoryBatchCards();
  let requests: readonly Request[] = [];
  const world = await startTeamsWorld({
    lists: {
      cards,
      batches: { get: async () => batch, listRequests: async () => requests },
      useCases: {
        ...noLists.useCases,
        viewsFor: (_batch, known, people) =>
          new Map(people.map((person) => [person.id, viewOf(known[0])])),
        view: async () => viewOf(requests[0]),
      },
    },
  });
  for (const person of [ada, paul, rita]) {
    await world.post(person, { type: 'conversationUpdate' });
  }
  async function newsOf(request: Request): Promise<readonly string[]> {
    const before = world.connector.sent.length;
    requests = [request];
    await world.batchMessenger.refreshCards(id);
    return world.connector.sent.slice(before).map(({ method, conversationId }) => {
      const person = [ada, paul, rita].find((each) => conversationId === `a:${each.id}`);
      return `${method} ${person?.displayName.split(' ')[0]}`;
    });
  }
  assert.deepEqual(await newsOf(asking()), ['POST Ada', 'POST Paul', 'POST Rita']);
  return {
    world,
    cardOf: (person) => cards.rows.get(`${person.id} approval`),
    newsOf,
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

const reminded = asking({ reminders: { sent: 1, lastAt: at(30) } });

const listView = { verb: 'list-view', data: { batchId: id, page: 0, seenAt: 0 } };

/** Ada's reminder arrives, and nobody tells the bot; resolves to the id that it got. */
async function loseReminderOf(list: ListWorld): Promise<string | undefined> {
  const { connector } = list.world;
  connector.failNext(`POST conversations/a:${ada.id}`, {
    status: 'silence',
    afterTheFact: true,
  });
  await assert.rejects(list.newsOf(reminded), ConnectorError);
  return connector.sent.findLast(
    ({ conversationId, method }) => conversationId === `a:${ada.id}` && method === 'POST',
  )?.activityId;
}

describe('messages about a list', () => {
  it('turn the older one into a pointer at each reminder, once', async () => {
    await using list = await startList();
    const first = list.cardOf(ada)?.activityId;

    const news = await list.newsOf(reminded);
    const again = await list.newsOf(reminded);

    assert.deepEqual(news.slice(0, 4), ['POST Ada', 'PUT Ada', 'POST Paul', 'PUT Paul']);
    assert.deepEqual(again, []);
    const pointer = list.world.connector.sent.findLast(
      ({ conversationId }) => conversationId === `a:${ada.id}`,
    );
    assert.equal(pointer?.activityId, first);
    assert.match(
      wordsOf(pointer),
      /WL-7K3F2Q9X from .*There is a newer message about this list further down.*"verb":"list-view"/,
    );
    assert.notEqual(list.cardOf(ada)?.activityId, first);
    assert.equal(list.cardOf(ada)?.replaces, undefined);
  });

  it('are taken for the card where the answer was lost, once they ask for a view', async () => {
    await using list = await startList();
    const first = list.cardOf(ada)?.activityId;
    const lost = await loseReminderOf(list);

    await list.world.click(ada, listView, { replyToId: lost });
    const news = await list.newsOf(reminded);

    assert.deepEqual(news.slice(0, 2), ['PUT Ada', 'PUT Ada']);
    assert.equal(list.cardOf(ada)?.activityId, lost);
    const pointer = list.world.connector.sent.find(
      ({ activityId, method }) => activityId === first && method === 'PUT',
    );
    assert.match(wordsOf(pointer), /There is a newer message about this list/);
  });

  it('point to the one that came after them where both arrived', async () => {
    await using list = await startList();
    const lost = await loseReminderOf(list);
    await list.newsOf(reminded);
    const second = list.cardOf(ada)?.activityId;

    await list.world.click(ada, listView, { replyToId: lost });
    const news = await list.newsOf(reminded);

    assert.deepEqual(news, ['PUT Ada']);
    const pointer = list.world.connector.sent.at(-1);
    assert.equal(pointer?.activityId, lost);
    assert.match(wordsOf(pointer), /There is a newer message about this list/);
    assert.notEqual(second, lost);
    assert.equal(list.cardOf(ada)?.activityId, second);
  });

  it('do the same at another stage', async () => {
    await using list = await startList();
    const { route } = asking().approval;
    const stages = [...route.stages, ...route.stages];

    const news = await list.newsOf(asking({ stage: 1, route: { ...route, stages } }));

    assert.deepEqual(news.slice(0, 4), ['POST Ada', 'PUT Ada', 'POST Paul', 'PUT Paul']);
  });

  it('are none at another stage for whoever has approved the one before, where nobody approves twice', async () => {
    await using list = await startList();
    const { route } = asking().approval;
    const stages = [...route.stages, ...route.stages];
    const votes = [{ stage: 0, by: ada, at: at(5), planHash: 'x' }];

    const news = await list.newsOf(
      asking({ stage: 1, votes, route: { ...route, distinctApprovers: true, stages } }),
    );

    assert.deepEqual(
      news.filter((each) => each.startsWith('POST')),
      ['POST Paul'],
    );
  });

  it('arrive also when the older one cannot be updated for now, which is done later', async () => {
    await using list = await startList();
    const first = list.cardOf(ada)?.activityId;
    list.world.connector.failNext(`PUT conversations/a:${ada.id}`, { status: 500 });
    const before = list.world.connector.sent.length;

    await assert.rejects(list.newsOf(reminded), { name: 'ConnectorError' });
    const arrived = list.world.connector.sent
      .slice(before)
      .filter(({ method }) => method === 'POST');
    const later = await list.newsOf(reminded);

    assert.deepEqual(
      arrived.map(({ conversationId }) => conversationId),
      [`a:${ada.id}`, `a:${paul.id}`],
    );
    assert.deepEqual(later, ['PUT Ada']);
    assert.equal(list.world.connector.sent.at(-1)?.activityId, first);
  });

  it('let an older one be that is gone', async () => {
    await using list = await startList();
    list.world.connector.failNext('PUT', { status: 404, code: 'ActivityNotFoundInConversation' });

    await list.newsOf(reminded);

    assert.deepEqual(await list.newsOf(reminded), []);
  });

  it('lose no older one when the send was interrupted before its record', async () => {
    await using list = await startList();
    const first = list.cardOf(ada)?.activityId;
    list.world.connector.failNext(`POST conversations/a:${ada.id}`, { status: 500 });
    await assert.rejects(list.newsOf(reminded));

    const news = await list.newsOf(reminded);

    assert.deepEqual(news, ['POST Ada', 'PUT Ada']);
    assert.equal(list.world.connector.sent.at(-1)?.activityId, first);
  });

  it('put on record since when and why somebody cannot be reached, until they are', async () => {
    await using list = await startList();
    const blocked = { status: 403, code: 'ConversationBlockedByUser' };
    list.world.connector.failNext(`POST conversations/a:${paul.id}`, blocked);

    await list.newsOf(reminded);
    const card = list.cardOf(paul);
    await list.world.post(paul, { type: 'conversationUpdate' });
    await list.newsOf(reminded);

    assert.equal(card?.undeliverable, 'person-not-reachable');
    assert.equal(card?.undeliverableBecause, 'blocked');
    assert.deepEqual(card?.undeliverableSince, list.world.clock.now());
    const { undeliverable, undeliverableSince, undeliverableBecause } = list.cardOf(paul) ?? {};
    assert.deepEqual(
      [undeliverable, undeliverableSince, undeliverableBecause],
      [undefined, undefined, undefined],
    );
  });
});
