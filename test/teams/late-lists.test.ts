import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PostedBatchCard } from '../../src/domain/batch-store.ts';
import type { BatchView } from '../../src/domain/batch-view.ts';
import { Problem } from '../../src/domain/problem.ts';
import { becomesTrue } from '../support/eventually.ts';
import type { SentActivity } from '../support/fake-connector.ts';
import { noLists } from '../support/no-lists.ts';
import { requestIn, rita, tenantId } from '../support/requests.ts';
import { listId as id, sentLines, viewOfSent } from '../support/sent-list.ts';
import { startTeamsWorld, type TeamsWorld, wordsOf } from '../support/teams-world.ts';

/** A list of thirty requests that wait for approval. */
function listOf(version: number): BatchView {
  const entries = sentLines(30, () => 'awaiting-approval');
  return viewOfSent(entries, { version, reason: `Closing ${version}` });
}

interface ListWorld extends AsyncDisposable {
  readonly world: TeamsWorld;
  /** Rita clicks, hears that it takes long, and the work goes on; resolves to the first thing that comes then. */
  lateAnswer(action: object, extra?: object): Promise<SentActivity>;
}

/** Rita's own card of the list is the message `m1`. Each look finds the next of these views; orders are refused. */
async function startList(views: readonly BatchView[] = [listOf(3)]): Promise<ListWorld> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const own: PostedBatchCard = {
    batchId: id,
    recipientId: rita.id,
    kind: 'list',
    activityId: 'm1',
  };
  const coming = [...views];
  const useCases = {
    ...noLists.useCases,
    view: async () => {
      await promise;
      const [next = listOf(3)] = coming.length > 1 ? coming.splice(0, 1) : coming;
      return next;
    },
    order: async () => {
      await promise;
      throw new Problem('request-changed', { detail: id });
    },
  };
  const cards = { list: async () => [own], save: async () => undefined };
  const lists = { ...noLists, cards, useCases };
  const world = await startTeamsWorld({ lists, answerWithinMs: 60, contentWithinMs: 60 });
  const find = world.useCases.find.bind(world.useCases);
  world.useCases.find = async (actor, requestId) => {
    await promise;
    return find(actor, requestId);
  };
  await world.post(rita, { type: 'conversationUpdate' });
  return {
    world,
    async lateAnswer(action, extra = { replyToId: 'm1' }) {
      const answer = await world.click(rita, action, extra);
      assert.match(String(answer.value), /^I am still working on this/);
      resolve();
      await becomesTrue(() => world.connector.sent.length > 0);
      const [sent] = world.connector.sent;
      assert.ok(sent !== undefined);
      return sent;
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

const turnPage = { verb: 'list-view', data: { batchId: id, page: 1, seenAt: 0 } };
const data = { ...turnPage.data, page: 0 };

describe('a page of a list that comes too late to be seen', () => {
  it('is turned on the message, and stays turned when a client asks for its view', async () => {
    await using list = await startList();

    const { method, activityId, activity } = await list.lateAnswer(turnPage);

    assert.deepEqual([method, activityId], ['PUT', 'm1']);
    const words = wordsOf(activity);
    assert.match(words, /page 2 of 2.*Person Number 30/);
    assert.match(words, /"refresh":\{"action":\{[^}]*"verb":"list-view","data":\{[^}]*"page":1,/);
  });

  it('is drawn again where the list changes while it is', async () => {
    await using list = await startList([listOf(3), listOf(4)]);
    const { sent } = list.world.connector;

    assert.match(wordsOf(await list.lateAnswer(turnPage)), /Closing 3/);

    await becomesTrue(() => sent.length > 1);
    assert.match(wordsOf(sent[1]), /Closing 4/);
    assert.deepEqual(
      sent.map(({ activityId }) => activityId),
      ['m1', 'm1'],
    );
  });

  it('comes as a new message where the message is that of something else', async () => {
    await using list = await startList();

    const { method, conversationId, activity } = await list.lateAnswer(turnPage, {
      replyToId: 'another',
    });

    assert.deepEqual([method, conversationId], ['POST', `a:${rita.id}`]);
    assert.match(wordsOf(activity), /page 2 of 2.*Person Number 30/);
  });

  it('comes into the private chat where others see the message', async () => {
    await using list = await startList();
    const conversation = { id: '19:group', conversationType: 'groupChat', tenantId };

    const sent = await list.lateAnswer(turnPage, { replyToId: 'm1', conversation });

    assert.deepEqual([sent.method, sent.conversationId], ['POST', `a:${rita.id}`]);
  });
});

describe('a click on a list that was refused too late to be seen', () => {
  it('is told in the private chat, with the reason', async () => {
    await using list = await startList();

    const { method, activity } = await list.lateAnswer({ verb: 'list-approve', data });

    assert.equal(method, 'POST');
    assert.match(wordsOf(activity), /Your click on WL-7K3F2Q9X took a while and was not counted/);
    assert.equal(activity.text, undefined);
  });

  it('is told too when only the comment is missing', async () => {
    await using list = await startList();

    const { activity } = await list.lateAnswer({ verb: 'list-deny', data });

    assert.match(wordsOf(activity), /Your click on WL-7K3F2Q9X took a while.*comment/i);
  });
});

describe("a line of a list's own card that was opened too late to be seen", () => {
  it('comes as a message of its own, and the list stays', async () => {
    await using list = await startList();
    const request = list.world.useCases.put(
      requestIn('awaiting-approval', { batch: { id, row: 1 } }),
    );

    const view = { verb: 'view', data: { requestId: request.id, version: 1 } };
    const sent = await list.lateAnswer(view);

    assert.deepEqual([sent.method, sent.conversationId], ['POST', `a:${rita.id}`]);
    assert.match(wordsOf(sent), new RegExp(request.id));
  });
});
