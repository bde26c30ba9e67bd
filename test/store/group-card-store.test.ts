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
    await cards.save(posted);
    assert.deepEqual(await cards.findFor(id), posted);

    await cards.forgetConversation(tenantId, '19:elsewhere@thread.tacv2');
    assert.deepEqual(await cards.findFor(id), posted);
    await cards.forgetConversation(tenantId, '19:c@thread.tacv2');
    assert.equal(await cards.findFor(id), undefined);
    await cards.save(posted);
    assert.equal(await cards.findFor(id), undefined, 'what is forgotten stays forgotten');
  });

  it('drops the notes of forms that nobody sent', async () => {
    const cards = createGroupCardStore(opened.database);
    await cards.begin({ ...begun, formId: 'old' }, now);
    await cards.begin({ ...begun, formId: 'posted' }, now);
    await cards.save({ ...begun, formId: 'posted', activityId: 'm2' });

    await cards.begin({ ...begun, formId: 'new' }, new Date(now.getTime() + 31 * 86_400_000));

    const rows = await opened.database.db.selectFrom('group_cards').select('form_id').execute();
    assert.deepEqual(rows.map(({ form_id }) => form_id).toSorted(), ['new', 'posted']);
  });
});
