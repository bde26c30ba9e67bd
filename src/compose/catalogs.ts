import type { Graph } from '../graph/create-graph.ts';
import { type CatalogUseCases, createCatalogUseCases } from '../setup/catalogs.ts';
import type { SetupDeps } from '../setup/deps.ts';
import { createAdministrationLog } from '../store/administration-log.ts';
import type { Database } from '../store/database.ts';

/** Managing catalogs over Graph, with its audit trail in the database. */
export function composeCatalogs(
  deps: SetupDeps,
  { catalogManagement: catalogs, inventory }: Pick<Graph, 'catalogManagement' | 'inventory'>,
  database: Database,
): CatalogUseCases {
  return createCatalogUseCases({
    ...deps,
    catalogs,
    inventory,
    administration: createAdministrationLog(database),
  });
}
