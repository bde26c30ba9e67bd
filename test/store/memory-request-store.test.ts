import { openRequestsContract } from '../contracts/open-requests.contract.ts';
import { requestStoreContract, type StoreUnderTest } from '../contracts/request-store.contract.ts';
import { MemoryRequestStore } from '../support/memory-request-store.ts';

requestStoreContract('The store in memory', open);
openRequestsContract('The store in memory', open);

function open(): Promise<StoreUnderTest> {
  const store = new MemoryRequestStore();
  return Promise.resolve({ store, work: store.work, close: () => Promise.resolve() });
}
