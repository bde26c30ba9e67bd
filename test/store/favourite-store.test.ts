import { after, before } from 'node:test';
import { sql } from 'kysely';
import { createFavouriteStore } from '../../src/store/favourite-store.ts';
import { favouriteStoreContract } from '../contracts/favourite-store.contract.ts';
import { MemoryFavouriteStore } from '../support/memory-favourite-store.ts';
import { storeDatabase } from '../support/store-database.ts';

let opened: Awaited<ReturnType<typeof storeDatabase>>;

before(async () => {
  opened = await storeDatabase();
});

after(() => opened.drop());

favouriteStoreContract('The store in memory', () =>
  Promise.resolve({ store: new MemoryFavouriteStore(), close: () => Promise.resolve() }),
);

favouriteStoreContract('The store in PostgreSQL', () =>
  Promise.resolve({
    store: createFavouriteStore(opened.database),
    close: async () => {
      await sql`truncate favourites`.execute(opened.database.db);
    },
  }),
);
