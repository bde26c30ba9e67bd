import type { Journal } from '../journal.ts';
import { people } from '../seed.ts';

/** Who has the app in their Teams, by object id. */
export interface PersonalApps {
  has(userId: string): boolean;
  install(userId: string): void;
}

const collection = 'graph.personal-apps';

/** For a world without Teams: Graph remembers it itself. */
export function rememberedApps(journal: Journal): PersonalApps {
  const without = new Set(people.filter((one) => one.withoutApp).map((one) => one.objectId));
  return {
    has: (userId) => journal.get<boolean>(collection, userId) ?? !without.has(userId),
    install: (userId) => journal.put(collection, userId, true),
  };
}
