import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { CatalogManagement } from '../../src/domain/catalog-management.ts';
import type { Catalog } from '../../src/domain/entitlement.ts';
import { GroupId } from '../../src/domain/ids.ts';
import type { Locks } from '../../src/domain/ports.ts';
import { groups } from '../../src/sandbox/seed.ts';
import { type CatalogUseCases, createCatalogUseCases } from '../../src/setup/catalogs.ts';
import type { GraphWorldOptions } from './graph-world.ts';
import { type JudgedGraph, judgedGraph } from './judged-graph.ts';
import { MemoryAdministrationLog } from './memory-administration-log.ts';
import { type SetupWorld, setupWorld } from './setup-world.ts';

/** Managing catalogs over the sandbox's Graph, every exchange judged. */
export interface CatalogWorld extends AsyncDisposable {
  readonly setup: SetupWorld;
  readonly catalogs: CatalogUseCases;
  readonly audit: MemoryAdministrationLog;
  /** The seeded catalog: Ada owns it, Ben manages its access packages. */
  readonly finance: Catalog;
  /** Changes of Graph so far, reads left out. */
  writes(): readonly string[];
}

/** One holder of each name at a time, in this process. */
function oneByOne(): Locks {
  const last = new Map<string, Promise<unknown>>();
  return {
    exclusively(name, work) {
      const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
      last.set(name, mine);
      return mine;
    },
  };
}

/** Disposal fails when a request or an answer was not as Microsoft describes it. */
export async function catalogWorld(
  options: Pick<GraphWorldOptions, 'lags' | 'speed'> & {
    /** Stands before Graph's catalogs. */
    readonly around?: (catalogs: CatalogManagement) => CatalogManagement;
  } = {},
): Promise<CatalogWorld> {
  const { around = (catalogs) => catalogs, ...world } = options;
  let judge: JudgedGraph | undefined;
  const setup = await setupWorld({
    ...world,
    origin: async (origin) => {
      judge = await judgedGraph(origin);
      return judge.origin;
    },
  });
  const audit = new MemoryAdministrationLog();
  const { catalogManagement, inventory } = setup.graph;
  const catalogs = createCatalogUseCases({
    ...setup.deps,
    locks: oneByOne(),
    catalogs: around(catalogManagement),
    inventory,
    administration: audit,
  });
  const finance = await catalogManagement.findCatalog('Finance');
  assert.ok(finance);
  return {
    setup,
    catalogs,
    audit,
    finance,
    writes: () => setup.graph.writes(),
    [Symbol.asyncDispose]: async () => {
      await judge?.close();
      await setup[Symbol.asyncDispose]();
      assert.deepEqual(judge?.errors(), []);
    },
  };
}

/** The object id of a group of the sandbox. */
export function groupOf(displayName: string): GroupId {
  const group = groups.find((each) => each.displayName === displayName);
  assert.ok(group, `no group is called ${displayName}`);
  return GroupId.parse(group.objectId);
}

export function newForm(): string {
  return randomUUID();
}
