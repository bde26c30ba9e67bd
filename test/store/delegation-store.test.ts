import { after, before } from 'node:test';
import { sql } from 'kysely';
import { createDelegationStore } from '../../src/store/delegation-store.ts';
import { delegationStoreContract } from '../contracts/delegation-store.contract.ts';
import { MemoryDelegationStore } from '../support/memory-delegation-store.ts';
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
      await sql`truncate delegations`.execute(opened.database.db);
    },
  }),
);
