import type { BatchUseCases } from '../../src/setup/batches/batch-use-cases.ts';
import type { ListOptions } from '../../src/teams/teams-bot.ts';

function unknown(): Promise<never> {
  return Promise.reject(new Error('there are no lists in this world'));
}

const useCases: BatchUseCases = {
  start: unknown,
  view: unknown,
  send: unknown,
  discard: unknown,
  checkAgain: unknown,
  order: unknown,
  namesOf: async () => new Map(),
  previewRoutes: unknown,
  refusedLines: unknown,
  listMine: async () => [],
  viewsFor: () => new Map(),
};

/** For worlds in which nobody makes a list of requests. */
export const noLists: ListOptions = {
  useCases,
  batches: { get: unknown, listRequests: unknown },
  cards: { list: async () => [], save: unknown },
};
