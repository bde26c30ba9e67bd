import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { AdministrationEvent } from '../../src/domain/administration.ts';
import { CatalogId, TenantId } from '../../src/domain/ids.ts';
import { createAdministrationLog } from '../../src/store/administration-log.ts';
import { amir, at, ben, tenantId } from '../support/requests.ts';
import { storeDatabase } from '../support/store-database.ts';

let opened: Awaited<ReturnType<typeof storeDatabase>>;

before(async () => {
  opened = await storeDatabase();
});

after(() => opened.drop());

const catalogId = CatalogId.parse('cccccccc-0000-4000-8000-000000000001');

function event(changes: Partial<AdministrationEvent> = {}): AdministrationEvent {
  return AdministrationEvent.parse({
    tenantId,
    operationId: randomUUID(),
    by: amir.id,
    at: at(0),
    act: { kind: 'assign-role', catalogId, role: 'access-package-manager', userId: ben.id },
    outcome: { kind: 'begun' },
    ...changes,
  });
}

describe('the audit trail of catalogs', () => {
  it('keeps every line of an operation, in order, and apart from other tenants', async () => {
    const log = createAdministrationLog(opened.database);
    const begun = event();
    const { operationId } = begun;
    const done = event({ operationId, at: at(1), outcome: { kind: 'done', catalogId } });
    await log.append(begun);
    await log.append(event());
    await log.append(done);

    assert.deepEqual(await log.listOperation(tenantId, operationId), [begun, done]);
    assert.deepEqual(await log.listOperation(TenantId.parse(randomUUID()), operationId), []);
  });

  it('keeps what each kind of change was about', async () => {
    const log = createAdministrationLog(opened.database);
    const refused = { kind: 'refused', code: 'graph-refused' } as const;
    const kinds = [
      event({ act: { kind: 'create-catalog', displayName: 'Finance' }, outcome: refused }),
      event({
        act: AdministrationEvent.shape.act.parse({
          kind: 'remove-role',
          catalogId,
          role: 'catalog-owner',
          holderId: 'a group',
          assignmentId: randomUUID(),
        }),
      }),
      event({
        act: AdministrationEvent.shape.act.parse({
          kind: 'add-group',
          catalogId,
          groupId: randomUUID(),
        }),
      }),
    ];

    for (const each of kinds) {
      await log.append(each);
      assert.deepEqual(await log.listOperation(tenantId, each.operationId), [each]);
    }
  });

  it('can be changed by nobody', async () => {
    const { db } = opened.database;
    await createAdministrationLog(opened.database).append(event());

    for (const change of [
      sql`update administration_events set actor = ${ben.id}`,
      sql`delete from administration_events`,
      sql`truncate administration_events`,
    ]) {
      await assert.rejects(change.execute(db), /administration_events is append-only/);
    }
  });
});
