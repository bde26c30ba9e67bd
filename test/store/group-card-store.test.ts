import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { GroupCard } from '../../src/domain/group-card.ts';
import { createGroupCardStore } from '../../src/store/group-card-store.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { requestIn, tenantId } from '../support/requests.ts';
import { storeDatabase } from '../support/store-database.ts';

const now = new Date('2026-11-25T10:00:00Z');
const begun: GroupCard = {
  tenantId,
  formId: 'rita/1',
  conversationId: '19:c@thread.tacv2;messageid=1',
  serviceUrl: 'https://smba.example/emea/',
  locale: 'de-DE',
};
let opened: Awaited<ReturnType<typeof storeDatabase>>;

before(async () => {
  opened = await storeDatabase();
});

after(() => opened.drop());

describe('The store of cards in groups', () => {
  it('finds where a request was begun by its form, and keeps the card', async () => {
    const cards = createGroupCardStore(opened.database);
    const requests = createRequestStore(opened.database, new RecordingQueue());
    const { id } = await requests.create(requestIn('awaiting-approval'), begun.formId);
    assert.equal(await cards.findFor(id), undefined);

    await cards.begin(begun, now);
    await cards.begin({ ...begun, conversationId: '19:other' }, now);
    assert.deepEqual(await cards.findFor(id), begun);
    const posted = { ...begun, activityId: 'm1', contentHash: 'h1' };
    assert.equal(await cards.replace(begun, posted), true);
    assert.deepEqual(await cards.findFor(id), posted);

    await cards.forgetConversation(tenantId, '19:elsewhere@thread.tacv2');
    assert.deepEqual(await cards.findFor(id), posted);
    await cards.forgetConversation(tenantId, '19:c@thread.tacv2');
    assert.equal(await cards.findFor(id), undefined);
    assert.equal(await cards.replace(posted, posted), false);
    assert.equal(await cards.findFor(id), undefined, 'what is forgotten stays forgotten');
  });

  it('takes one of two changes of the same card, and knows which messages are cards', async () => {
    const cards = createGroupCardStore(opened.database);
    const card = { ...begun, formId: 'twice', conversationId: '19:twice' };
    await cards.begin(card, now);
    const attempted = { ...card, attemptedAt: now };
    await cards.replace(card, attempted);

    const taken = await Promise.all([
      cards.replace(attempted, { ...attempted, activityId: 'm8' }),
      cards.replace(attempted, { ...attempted, activityId: 'm9' }),
    ]);

    assert.equal(taken.filter(Boolean).length, 1);
    const known = await Promise.all(['m8', 'm9'].map((id) => cards.isPosted(card, id)));
    assert.deepEqual(known, taken);
    assert.equal(await cards.isPosted({ ...card, conversationId: '19:elsewhere' }, 'm8'), false);
    await cards.forget(card);
  });

  it('drops the notes of forms that nobody sent', async () => {
    const cards = createGroupCardStore(opened.database);
    await cards.begin({ ...begun, formId: 'old' }, now);
    const posted = { ...begun, formId: 'posted' };
    await cards.begin(posted, now);
    await cards.replace(posted, { ...posted, activityId: 'm2' });

    await cards.begin({ ...begun, formId: 'new' }, new Date(now.getTime() + 31 * 86_400_000));

    const rows = await opened.database.db.selectFrom('group_cards').select('form_id').execute();
    assert.deepEqual(rows.map(({ form_id }) => form_id).toSorted(), ['new', 'posted']);
  });

  it('lists the open requests with a card in a chat, or in any channel of a team', async () => {
    const cards = createGroupCardStore(opened.database);
    const requests = createRequestStore(opened.database, new RecordingQueue());
    const team = '19:team@thread.tacv2';
    const places = {
      thread: { conversationId: '19:x@thread.tacv2;messageid=1', teamId: team },
      sameChannel: { conversationId: '19:x@thread.tacv2;messageid=2', teamId: team },
      otherChannel: { conversationId: '19:y@thread.tacv2;messageid=3', teamId: team },
      otherTeam: { conversationId: '19:z@thread.tacv2;messageid=4', teamId: '19:other' },
      chat: { conversationId: '19:chat@thread.v2' },
    };
    const ids: Record<string, string> = {};
    for (const [index, [name, place]] of Object.entries(places).entries()) {
      const group = { kind: 'new' as const, displayName: name, mailNickname: name };
      const createdAt = new Date(now.getTime() + index);
      const request = requestIn('awaiting-approval', { group, createdAt });
      const card = { ...begun, formId: name, teamId: undefined, ...place };
      await cards.begin(card, now);
      await requests.create(request, name);
      assert.ok(await cards.replace(card, { ...card, activityId: `m-${name}` }));
      ids[name] = request.id;
    }
    const group = { kind: 'new' as const, displayName: 'U', mailNickname: 'U' };
    const [unposted, over] = [requestIn('awaiting-approval', { group }), requestIn('denied')];
    await cards.begin({ ...begun, ...places.chat, formId: 'unposted' }, now);
    await requests.create(unposted, 'unposted');
    const past = { ...begun, ...places.chat, formId: 'over' };
    await cards.begin(past, now);
    await requests.create(over, 'over');
    assert.ok(await cards.replace(past, { ...past, activityId: 'm-over' }));

    const inTeam = await cards.listOpenIn({ tenantId, conversationId: team, teamId: team }, 10);
    const newest = await cards.listOpenIn({ tenantId, conversationId: team, teamId: team }, 1);
    const inChannel = await cards.listOpenIn({ tenantId, conversationId: '19:x@thread.tacv2' }, 10);
    const inChat = await cards.listOpenIn({ tenantId, ...places.chat }, 10);

    assert.deepEqual(inTeam, [ids['otherChannel'], ids['sameChannel'], ids['thread']]);
    assert.deepEqual(newest, [ids['otherChannel']]);
    assert.deepEqual(inChannel, [ids['sameChannel'], ids['thread']]);
    assert.deepEqual(inChat, [ids['chat']]);
  });
});
