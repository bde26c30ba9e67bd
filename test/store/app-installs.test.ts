import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createInstallAttempts } from '../../src/store/app-installs.ts';
import { createConversationStore } from '../../src/store/conversation-store.ts';
import { ada, at, ben, paul, tenantId } from '../support/requests.ts';
import { storeDatabase } from '../support/store-database.ts';

const dayInMinutes = 24 * 60;
let opened: Awaited<ReturnType<typeof storeDatabase>>;

before(async () => {
  opened = await storeDatabase();
});

after(() => opened.drop());

describe('Attempts to install the app', () => {
  it('are claimed by one of many, and again a day later', async () => {
    const attempts = createInstallAttempts(opened.database);
    const person = { tenantId, userId: ada.id };

    const claims = await Promise.all(
      Array.from({ length: 20 }, () => attempts.claim(person, at(0))),
    );

    assert.equal(claims.filter(Boolean).length, 1);
    assert.equal(await attempts.claim(person, at(dayInMinutes - 1)), false);
    assert.equal(await attempts.claim(person, at(dayInMinutes)), true);
    assert.equal(await attempts.claim(person, at(dayInMinutes + 1)), false);
  });

  it('may be made again at once when they came to nothing that lasts', async () => {
    const attempts = createInstallAttempts(opened.database);
    const person = { tenantId, userId: ben.id };
    await attempts.claim(person, at(0));

    await attempts.release(person);

    assert.equal(await attempts.claim(person, at(1)), true);
  });

  it('are not made for somebody who had the app once', async () => {
    const attempts = createInstallAttempts(opened.database);
    await createConversationStore(opened.database).claimWelcome(tenantId, paul.id);

    assert.equal(await attempts.claim({ tenantId, userId: paul.id }, at(0)), false);
  });
});
