import { requestStoreContract } from '../contracts/request-store.contract.ts';
import { MemoryRequestStore } from '../support/memory-request-store.ts';

requestStoreContract('The store in memory', () => {
  const store = new MemoryRequestStore();
  return Promise.resolve({ store, work: store.work, close: () => Promise.resolve() });
});
