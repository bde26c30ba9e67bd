import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { CatalogId } from '../../src/domain/ids.ts';
import type { NewNotice, Notice, NoticeContent } from '../../src/domain/notice.ts';
import { createConversationStore } from '../../src/store/conversation-store.ts';
import { createNoticeStore } from '../../src/store/notice-store.ts';
import { ada, amir, at, ben, paul, tenantId } from '../support/requests.ts';
import { storeDatabase } from '../support/store-database.ts';

let opened: Awaited<ReturnType<typeof storeDatabase>>;

before(async () => {
  opened = await storeDatabase();
});

after(() => opened.drop());

beforeEach(() => opened.database.pool.query('truncate notices, conversations'));

function deputyNotice(
  news: 'named' | 'ended' = 'named',
  changes: Partial<NewNotice> = {},
): NewNotice {
  const period = { from: at(0), until: at(90), createdAt: at(0) };
  const delegation = { tenantId, approver: ada, deputy: ben, ...period };
  const content: NoticeContent = { kind: 'deputy', news, delegation };
  return { tenantId, recipient: ben, content, madeAt: at(1), ...changes };
}

type CatalogContent = Extract<NoticeContent, { readonly kind: 'catalog' }>;

function catalogNotice(
  news: CatalogContent['news'],
  changes: Partial<CatalogContent> = {},
): NewNotice {
  const id = CatalogId.parse('cccccccc-0000-4000-8000-000000000001');
  const catalog = { id, displayName: 'Finance' };
  const role = 'catalog-owner';
  const content: CatalogContent = { kind: 'catalog', news, catalog, role, by: 'Ada', ...changes };
  return { tenantId, recipient: ben, content, madeAt: at(1) };
}

async function countNotices(): Promise<number> {
  const { rows } = await opened.database.pool.query('select id from notices');
  return rows.length;
}

function drift(...keys: readonly string[]): NewNotice {
  return { tenantId, recipient: amir, content: { kind: 'drift', keys }, madeAt: at(2) };
}

function reference(userId: typeof ben.id) {
  return {
    tenantId,
    userId,
    displayName: '',
    channelUserId: '29',
    botChannelId: '28:bot',
    conversationId: 'a:1',
    serviceUrl: 'https://smba.example/',
  };
}

/** So much real time passes for what is on record. */
async function wait(minutes: number): Promise<void> {
  await opened.database.pool.query(
    `update notices set due_at = due_at - $1 * interval '1 minute'`,
    [minutes],
  );
}

function outbox() {
  return createNoticeStore(opened.database);
}

async function putOne(notice: NewNotice): Promise<Notice> {
  const [put] = await outbox().put([notice], { graceMs: 0 });
  assert.ok(put);
  return put;
}

describe('notices on their way, in PostgreSQL', () => {
  it('belong to whoever put them for a while, and to one of those who ask after that', async () => {
    const [put] = await outbox().put([deputyNotice()], { graceMs: 60_000 });

    const early = await outbox().claimDue(9);
    await wait(2);
    const claimed = await Promise.all([1, 2, 3].map(() => outbox().claimDue(9)));

    assert.deepEqual(early, []);
    assert.deepEqual(claimed.flat(), [{ ...put, tries: 1 }]);
  });

  it('are due again when whoever claimed them has died, later each time', async () => {
    await putOne(deputyNotice());
    const [first] = await outbox().claimDue(9);

    const meanwhile = await outbox().claimDue(9);
    await wait(1.1);
    const [second] = await outbox().claimDue(9);
    await wait(1.1);
    const soon = await outbox().claimDue(9);
    await wait(1.1);
    const [third] = await outbox().claimDue(9);

    assert.deepEqual([meanwhile, soon], [[], []]);
    assert.deepEqual([first?.tries, second?.tries, third?.tries], [1, 2, 3]);
  });

  it('wait for a reader who cannot be written to, and are due when they can', async () => {
    await putOne(deputyNotice());
    await putOne(deputyNotice('named', { recipient: paul }));
    for (const notice of await outbox().claimDue(9)) {
      await outbox().hold(notice, { since: at(2) });
    }
    await wait(600);

    const inVain = await outbox().claimDue(9);
    await createConversationStore(opened.database).remember(reference(ben.id));
    const claimed = await outbox().claimDue(9);
    await outbox().release(tenantId, paul.id);
    const released = await outbox().claimDue(9);

    assert.deepEqual(inVain, []);
    assert.deepEqual(
      claimed.map(({ recipient }) => recipient),
      [ben],
    );
    assert.deepEqual(
      released.map(({ recipient }) => recipient),
      [paul],
    );
  });

  it('are left alone by whoever tried before somebody else did', async () => {
    await putOne(deputyNotice());
    const [slow] = await outbox().claimDue(9);
    await wait(2);
    const [quick] = await outbox().claimDue(9);
    assert.ok(slow && quick);

    await outbox().hold(slow, { since: at(2) });
    await wait(600);
    const again = await outbox().claimDue(9);

    assert.equal(again.length, 1, 'it does not wait for its reader');
    await outbox().settle(quick);
    await wait(600);
    assert.deepEqual(await outbox().claimDue(9), []);
  });

  it('are not told of what is over when nobody heard that it began', async () => {
    await outbox().hold(await putOne(deputyNotice()), { since: at(2) });

    const ended = await outbox().put([deputyNotice('ended')], { graceMs: 0 });
    const other = await outbox().put([deputyNotice('ended', { recipient: paul })], { graceMs: 0 });

    assert.deepEqual(ended, []);
    assert.equal(other.length, 1);
    await createConversationStore(opened.database).remember(reference(ben.id));
    assert.deepEqual(
      (await outbox().claimDue(9)).map(({ recipient }) => recipient),
      [paul],
    );
  });

  it('of one role on a catalog stand for the older one, of another beside it', async () => {
    const first = catalogNotice('given');
    const newer = catalogNotice('given', { by: 'Amir' });
    const manager = catalogNotice('given', { role: 'access-package-manager' });
    await outbox().hold(await putOne(first), { since: at(2) });
    await outbox().hold(await putOne(manager), { since: at(2) });

    await putOne(newer);

    const { rows } = await opened.database.pool.query<{ readonly by: string }>(
      `select notice->'content'->>'by' as by, missed_since from notices order by 1`,
    );
    assert.deepEqual(rows, [
      { by: 'Ada', missed_since: at(2) },
      { by: 'Amir', missed_since: at(2) },
    ]);
  });

  it('that were announced give way to the same once it has come about, and to the next try', async () => {
    const given = catalogNotice('given');
    await outbox().announce(given, { graceMs: 0 });
    await outbox().announce(given, { graceMs: 0 });
    assert.equal(await countNotices(), 1);

    await putOne(given);

    assert.equal((await outbox().claimDue(9)).length, 1);
    assert.equal(await countNotices(), 1);
  });

  it('that are announced take nothing from one that waits', async () => {
    const waiting = await putOne(catalogNotice('given'));
    await outbox().hold(waiting, { since: at(1) });

    await outbox().announce(catalogNotice('taken'), { graceMs: 0 });

    const [due] = await outbox().claimDue(9);
    assert.ok(due?.content.kind === 'catalog');
    assert.equal(due.content.news, 'taken');
    await outbox().settle(due);
    await outbox().release(tenantId, ben.id);
    assert.deepEqual(
      (await outbox().claimDue(9)).map(({ id }) => id),
      [waiting.id],
    );
  });

  it('of drift take along what was never told', async () => {
    await outbox().hold(await putOne(drift('one', 'two')), { since: at(2) });

    const merged = await putOne(drift('two', 'three'));

    assert.deepEqual(merged.content, { kind: 'drift', keys: ['one', 'two', 'three'] });
    assert.equal((await outbox().claimDue(9)).length, 1);
  });

  it('of a period that is over are forgotten', async () => {
    await putOne(deputyNotice());
    await putOne(drift('one'));

    await outbox().dropOver(at(90));

    assert.deepEqual(
      (await outbox().claimDue(9)).map(({ content }) => content.kind),
      ['drift'],
    );
  });

  it('are put down all or none', async () => {
    const broken = { ...drift('two'), tenantId: tenantId.slice(1) } as unknown as NewNotice;

    await assert.rejects(outbox().put([drift('one'), broken], { graceMs: 0 }));

    assert.deepEqual(await outbox().claimDue(9), []);
  });
});
