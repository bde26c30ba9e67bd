import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { createDelegationStore } from '../../src/store/delegation-store.ts';
import { delegationStoreContract } from '../contracts/delegation-store.contract.ts';
import { MemoryDelegationStore } from '../support/memory-delegation-store.ts';
import { ada, at, ben, tenantId } from '../support/requests.ts';
import { storeDatabase } from '../support/store-database.ts';

let opened: Awaited<ReturnType<typeof storeDatabase>>;

before(async () => {
  opened = await storeDatabase();
});

after(() => opened.drop());

delegationStoreContract('The store in memory', () =>
  Promise.resolve({ store: new MemoryDelegationStore(), close: () => Promise.resolve() }),
);

delegationStoreContract('The store in PostgreSQL', () =>
  Promise.resolve({
    store: createDelegationStore(opened.database),
    close: async () => {
      await sql`truncate delegations, notices`.execute(opened.database.db);
    },
  }),
);

describe('a change of delegations in PostgreSQL', () => {
  it('is not made where nobody could be told of it', async () => {
    const store = createDelegationStore(opened.database);
    const delegation = {
      tenantId,
      approver: ada,
      deputy: ben,
      from: at(10),
      until: at(20),
      createdAt: at(0),
    };
    const noNews = new Error('no news');

    const failed = store.save(delegation, () => {
      throw noNews;
    });

    await assert.rejects(failed, noNews);
    assert.deepEqual(await store.listFor(tenantId, ada.id), []);
  });
});
