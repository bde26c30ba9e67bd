import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BatchView } from '../../src/domain/batch-view.ts';
import { BatchId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import { wordsFor } from '../../src/teams/words/choose.ts';
import { noLists } from '../support/no-lists.ts';
import { ada, amir, at, ben, requestIn, rita, tenantId } from '../support/requests.ts';
import { startTeamsWorld, type TeamsWorld, wordsOf } from '../support/teams-world.ts';

const { chat } = wordsFor('en');
const reason = 'A private reason';
const places = [
  { conversation: { id: '19:closing@thread.v2', conversationType: 'groupChat', tenantId } },
  { conversation: { id: '19:c@thread.tacv2;messageid=1', conversationType: 'channel', tenantId } },
];
const aboutRequests =
  'claim unclaim deny cancel justified again favourite-keep-asked sync-now attest approve'.split(
    ' ',
  );
const onForms = [
  'new-request submit-request preview-route back-to-form break-glass confirm-break-glass',
  'name-deputy end-deputy list-form list-check catalog-list catalog-new favourite-list',
].flatMap((verbs) => verbs.split(' '));
const aboutLists = 'list-view list-send list-approve list-correct list-cancel'.split(' ');
const batchId = BatchId.parse('WL-7K3F2Q9X');

function listOf(requester: Person): BatchView {
  const dates = { createdAt: at(0), updatedAt: at(0) };
  return {
    batch: { id: batchId, tenantId, version: 1, requester, state: 'checking', rows: [], ...dates },
    entries: [],
    options: [],
    decidable: 0,
    approvable: 0,
    seenAt: at(0),
    plansHash: '',
  };
}

/** A world with a list of Rita's, in which these people have the app. */
async function startWorld(...people: readonly Person[]): Promise<TeamsWorld> {
  const useCases = { ...noLists.useCases, view: async () => listOf(rita) };
  const world = await startTeamsWorld({ lists: { ...noLists, useCases } });
  for (const person of people) {
    await world.post(person, { type: 'conversationUpdate' });
  }
  return world;
}

/** What was sent to this conversation: the sentence, or `card` or `changed card`. */
function sentTo({ connector }: TeamsWorld, conversationId: string): readonly string[] {
  return connector.sent
    .filter((sent) => sent.conversationId === conversationId)
    .map(({ method, activity }) => activity.text ?? (method === 'PUT' ? 'changed card' : 'card'));
}

for (const place of places) {
  const { id: there, conversationType } = place.conversation;

  describe(`a click of an old client in a ${conversationType}`, () => {
    it('is answered in the private chat, where nobody else reads it', async () => {
      await using world = await startWorld(ada, rita, ben);
      const { id: requestId } = world.useCases.put(requestIn('awaiting-approval', { reason }));
      const data = { requestId, version: 1 };

      await world.say(ada, '', { ...place, value: { verb: 'view', ...data }, replyToId: 'm1' });
      await world.say(ada, '', { ...place, value: { verb: 'deny', ...data }, replyToId: 'm1' });
      await world.say(rita, '', { ...place, value: { verb: 'why', ...data }, replyToId: 'm1' });
      await world.say(ben, '', { ...place, value: { verb: 'view', ...data }, replyToId: 'm1' });

      assert.deepEqual(
        sentTo(world, there),
        Array.from({ length: 4 }, () => chat.sentPrivately),
      );
      assert.deepEqual(sentTo(world, `a:${ada.id}`), ['card', 'card']);
      assert.deepEqual(sentTo(world, `a:${rita.id}`), ['card']);
      assert.deepEqual(sentTo(world, `a:${ben.id}`), ['card']);
      assert.match(wordsOf(world.connector.sent[0]), /A private reason.*"verb":"approve"/);
    });

    it('says what to do where there is no private chat', async () => {
      await using world = await startWorld();
      world.connector.lacksApp(ada.id);
      const { id: requestId } = world.useCases.put(requestIn('awaiting-approval', { reason }));

      await world.say(ada, '', { ...place, value: { verb: 'view', requestId, version: 1 } });

      assert.deepEqual(sentTo(world, there), [chat.addMeFirst]);
      assert.doesNotMatch(wordsOf(world.connector.sent), /private reason/);
    });

    it('shows no card to the others, whatever the button', async () => {
      await using world = await startWorld(ada, amir, rita);
      const waiting = world.useCases.put(requestIn('awaiting-approval', { reason }));
      const failed = world.useCases.put(requestIn('failed', { reason }));
      const formId = 'ffffffff-0000-4000-8000-000000000001';
      const list = { batchId, page: 0, seenAt: at(0).getTime() };
      const clicks = aboutRequests.map((verb) => ({
        verb,
        requestId: waiting.id,
        version: 1,
        comment: 'No',
      }));
      const forms = onForms.map((verb) => ({ verb, formId, page: 0, reason }));
      const lists = aboutLists.map((verb) => ({ verb, ...list }));
      const retry = { verb: 'retry', requestId: failed.id, version: 1 };
      for (const value of [...clicks, retry, ...forms, ...lists]) {
        for (const person of [rita, ada, amir]) {
          await world.say(person, '', { ...place, value, replyToId: 'm1' });
        }
      }

      const seen = sentTo(world, there);
      assert.equal(seen.length, 3 * (clicks.length + forms.length + lists.length + 1));
      assert.deepEqual(
        seen.filter((text) => text === 'card' || text === 'changed card'),
        [],
      );
      assert.ok(seen.every((text) => !text.includes(reason)));
      assert.ok(seen.includes(chat.onlyPrivately));
    });
  });
}
