import type { BatchStore } from '../../domain/batch-store.ts';
import type { SetupDeps } from '../deps.ts';

export interface BatchDeps extends SetupDeps {
  readonly batches: BatchStore;
}
