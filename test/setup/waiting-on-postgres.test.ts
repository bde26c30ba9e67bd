import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Approval } from '../../src/domain/approval.ts';
import { RequestId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Request } from '../../src/domain/request.ts';
import type { SetupDeps } from '../../src/setup/deps.ts';
import { listWaiting } from '../../src/setup/waiting.ts';
import { undecidedQuery } from '../../src/store/request-lists.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { ada, at, ben, paul, requestIn, tenantId } from '../support/requests.ts';
import { actorOf, type SetupWorld, setupWorld } from '../support/setup-world.ts';
import { storeDatabase } from '../support/store-database.ts';

let opened: Awaited<ReturnType<typeof storeDatabase>>;
let world: SetupWorld;
let deps: SetupDeps;

before(async () => {
  [opened, world] = await Promise.all([storeDatabase(), setupWorld()]);
  deps = { ...world.deps, requests: createRequestStore(opened.database, new RecordingQueue()) };
});

after(async () => {
  await world[Symbol.asyncDispose]();
  await opened.drop();
});

afterEach(() => sql`delete from requests`.execute(opened.database.db));

/** So many requests that wait for these people since one minute after the other, with ids in this order. */
function waiting(
  count: number,
  people: readonly Person[],
  changes: (index: number) => Partial<Approval>,
): readonly Request[] {
  const { approval, ...request } = requestIn('awaiting-approval', { approvers: people });
  const approvers = people.map((person) => ({ person, because: { kind: 'named' as const } }));
  const stages = [{ name: 'Approval', approvers, need: people.length }];
  const route = { ...approval.route, stages };
  return Array.from({ length: count }, (_, index) => ({
    ...request,
    id: RequestId.parse(`WB-${String(index).padStart(8, '0')}`),
    approval: { ...approval, stageSince: at(index), route, ...changes(index) },
  }));
}

/** Only reading is tried here, so they come in as fast as can be. */
async function store(requests: readonly Request[], name = ''): Promise<void> {
  await opened.database.db
    .insertInto('requests')
    .values(
      requests.map((request) => ({
        id: name + request.id,
        tenant_id: tenantId,
        version: 1,
        state: request.state,
        requester_id: request.requester.id,
        beneficiary_id: request.beneficiary.id,
        group_key: name + request.id,
        form_id: name + request.id,
        data: JSON.stringify(request),
        created_at: request.createdAt,
        updated_at: request.updatedAt,
        due_at: null,
      })),
    )
    .execute();
}

async function waitingFor(person: Person, limit: number): Promise<readonly string[]> {
  return (await listWaiting(deps, actorOf(person), limit)).map(({ id }) => id);
}

describe('what waits among many requests, in PostgreSQL', () => {
  it('begins with the longest waiting, however many there are', async () => {
    const requests = waiting(500, [ada, paul], (index) => ({ stageSince: at(-index) }));
    await store(requests);

    const listed = await waitingFor(ada, 20);

    const longest = requests.slice(-20).toReversed();
    assert.deepEqual(
      listed,
      longest.map(({ id }) => id),
    );
  });

  it('is found without reading what waits for others', async () => {
    await store(waiting(500, [ada, paul], () => ({})));
    await store(
      waiting(2000, [paul, ben], () => ({})),
      'other ',
    );
    const { db } = opened.database;
    await sql`analyze requests`.execute(db);

    const query = undecidedQuery(db, { tenantId, approverId: ada.id }, { now: at(60), limit: 100 });
    const plan = JSON.stringify(await query.explain('json', sql`analyze`));

    assert.match(plan, /requests_asking/);
    assert.doesNotMatch(plan, /Seq Scan/);
  });

  it('holds the few that are left to decide of many that the person has approved', async () => {
    const requests = waiting(500, [ada, paul], (index) =>
      index < 497 ? { votes: [{ stage: 0, by: ada, at: at(1), planHash: 'not-yet' }] } : {},
    );
    await store(requests);

    assert.deepEqual(
      await waitingFor(ada, 20),
      requests.slice(-3).map(({ id }) => id),
    );
    assert.equal((await waitingFor(paul, 20)).length, 20);
    assert.deepEqual(await waitingFor(ben, 20), []);
  });

  it('holds the few for which many make no room that only the rules keep from being decided', async () => {
    // Whom Ada stands in for has approved: no store looks at that.
    const deputy = { kind: 'deputy' as const, of: paul, until: new Date('9999-01-01') };
    const requests = waiting(500, [ada, paul, ben], (index) => {
      const { approval } = requestIn('awaiting-approval');
      const approvers = [
        { person: paul, because: { kind: 'named' as const } },
        { person: ada, because: deputy },
        { person: ben, because: { kind: 'named' as const } },
      ];
      const stages = [{ name: 'Approval', approvers, need: 2 }];
      const votes = [{ stage: 0, by: paul, at: at(1), planHash: 'not-yet' }];
      return { route: { ...approval.route, stages }, votes: index < 497 ? votes : [] };
    });
    await store(requests);

    assert.deepEqual(
      await waitingFor(ada, 20),
      requests.slice(-3).map(({ id }) => id),
    );
  });
});
