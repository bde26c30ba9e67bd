import type { AdministrationAct, AdministrationEvent } from '../domain/administration.ts';
import type { CatalogId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import { isProblem } from '../domain/problem.ts';
import type { CatalogDeps } from './catalogs.ts';

export interface Operation {
  readonly actor: Actor;
  readonly operationId: string;
  readonly act: AdministrationAct;
}

/** Does the work between two lines of the audit trail. */
export async function audited<T>(
  deps: CatalogDeps,
  operation: Operation,
  work: () => Promise<{ readonly value: T; readonly catalogId: CatalogId }>,
): Promise<T> {
  await append(deps, operation, { kind: 'begun' });
  try {
    const { value, catalogId } = await work();
    await append(deps, operation, { kind: 'done', catalogId });
    return value;
  } catch (error) {
    if (isProblem(error)) {
      await append(deps, operation, { kind: 'refused', code: error.code });
    }
    throw error;
  }
}

async function append(
  { administration, clock, log }: CatalogDeps,
  { actor: { tenantId, id: by }, operationId, act }: Operation,
  outcome: AdministrationEvent['outcome'],
): Promise<void> {
  await administration.append({ tenantId, operationId, by, at: clock.now(), act, outcome });
  log.info({ by, operationId, act: act.kind, outcome: outcome.kind }, 'administration');
}
