import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { becomesTrue } from '../support/eventually.ts';
import { ada, requestIn, rita } from '../support/requests.ts';
import { startTeamsWorld, type TeamsWorld, wordsOf } from '../support/teams-world.ts';

const id = requestIn('awaiting-approval').id;
const view = { verb: 'view', data: { requestId: id, version: 1 } };

function updates({ connector }: TeamsWorld): readonly (string | undefined)[] {
  return connector.sent.filter(({ method }) => method === 'PUT').map((sent) => sent.activityId);
}

describe('the answer to a click in the private chat', () => {
  it('becomes the message, so that it is there after the chat is opened anew', async () => {
    await using world = await startTeamsWorld();

    await world.click(ada, { verb: 'end-deputy', data: {} }, { replyToId: 'm1' });

    await becomesTrue(() => world.connector.sent.length > 0);
    assert.deepEqual(updates(world), ['m1']);
    assert.match(wordsOf(world.connector.sent[0]?.activity), /nobody decides for you but yourself/);
  });

  it('makes a list the card of the request that was opened, which follows it from then on', async () => {
    await using world = await startTeamsWorld();
    world.useCases.put(requestIn('awaiting-approval', { id }));
    await world.post(rita, { type: 'conversationUpdate' });

    await world.click(rita, view, { replyToId: 'list' });
    await becomesTrue(() => world.connector.sent.length > 0);
    world.useCases.put(requestIn('confirmed', { id, version: 7 }));
    await world.messenger.refreshCards({ id });

    const shown = world.connector.sent.filter(({ activityId }) => activityId === 'list');
    // Where the click is still being written down the newer state is drawn by both, and looks the same.
    const [first, ...later] = shown.map(({ activity }) => String(activity.summary));
    assert.match(first ?? '', /waiting for approval/);
    assert.notDeepEqual(later, []);
    assert.ok(later.every((summary) => summary.includes('in Active Directory')));
  });

  it('changes no message where only a client asks by itself', async () => {
    await using world = await startTeamsWorld();
    world.useCases.put(requestIn('awaiting-approval', { id }));

    await world.post(rita, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: 'm1',
      value: { action: { type: 'Action.Execute', ...view }, trigger: 'automatic' },
    });

    await delay(50);
    assert.deepEqual(updates(world), []);
  });
});

describe('the card that "status" gives', () => {
  it('follows the request; of several the newest does', async () => {
    await using world = await startTeamsWorld();
    world.useCases.put(requestIn('awaiting-approval', { id }));
    await world.say(rita, `status ${id}`);
    await world.say(rita, `status ${id}`);
    const [row] = world.cards.rows.filter(({ kind }) => kind === 'status');

    world.useCases.put(requestIn('confirmed', { id, version: 7 }));
    await world.messenger.refreshCards({ id });

    assert.equal(world.cards.rows.filter(({ kind }) => kind === 'status').length, 1);
    assert.deepEqual(updates(world), [row?.activityId]);
  });

  it('is not sent again to somebody who has removed it', async () => {
    await using world = await startTeamsWorld();
    world.useCases.put(requestIn('delivering', { id }));
    await world.say(ada, `status ${id}`);
    const sent = world.connector.sent.filter(
      ({ conversationId }) => conversationId === `a:${ada.id}`,
    );
    world.useCases.put(requestIn('awaiting-membership', { id, version: 7 }));
    world.connector.failNext('PUT', { status: 404, code: 'ActivityNotFoundInConversation' });

    await world.messenger.refreshCards({ id });

    const now = world.connector.sent.filter(
      ({ conversationId }) => conversationId === `a:${ada.id}`,
    );
    assert.deepEqual(
      now.filter(({ method }) => method === 'POST').length,
      sent.filter(({ method }) => method === 'POST').length,
    );
  });
});
