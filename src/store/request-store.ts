import type { Kysely } from 'kysely';
import type { RequestId, TenantId, UserId } from '../domain/ids.ts';
import { Problem } from '../domain/problem.ts';
import { followUps, Request } from '../domain/request.ts';
import type { RequestStore } from '../domain/request-store.ts';
import { type Advances, createAdvances } from './advances.ts';
import type { Database } from './database.ts';
import { loadTogether } from './load-together.ts';
import { countOpen } from './open-count.ts';
import { findOpenPair, isFormTaken, isOpenPairTaken, toOpenRequestExists } from './open-pair.ts';
import {
  findAsking,
  findDue,
  findIn,
  findNewest,
  findToDecide,
  findToReview,
  findUnreviewedOf,
} from './request-lists.ts';
import type { Tables } from './tables.ts';
import type { WorkQueue } from './work-queue.ts';
import { type Advance, toCreation, toReplacement } from './write-change.ts';

type Db = Kysely<Tables>;

/** The requests in PostgreSQL. Each change is written together with its audit row and its follow-ups, in one statement. */
export function createRequestStore(database: Database, queue: WorkQueue): RequestStore {
  const { db } = database;
  const advances = createAdvances(database, queue);
  const find = loadTogether((keys: readonly Key[]) => findAll(database, keys));
  return {
    create: (request, formId) => create({ database, queue }, request, formId),
    find: (tenantId, id) => find({ tenantId, id }),
    createInPlace: (ending, request, formId) =>
      createInPlace({ database, queue }, ending, { request, formId }),
    findOpenPair: (tenantId, beneficiaryId, group) =>
      findOpenPair(db, { tenantId, beneficiaryId, group }),
    get: (id) => get(db, id),
    findByForm: (tenantId, formId) => findByForm(db, tenantId, formId),
    listFor: (tenantId, userId, limit) => findNewest(db, { tenantId, userId, limit }),
    countOpen: (tenantId, requesterId) => countOpen(db, tenantId, requesterId),
    listIn: (states, limit, after) => findIn(db, states, { limit, after }),
    listDue: (now, limit) => findDue(db, now, limit),
    postpone: (current, dueAt) => postpone(db, current, dueAt),
    listAsking: (tenantId, approverId, page) => findAsking(db, { tenantId, approverId }, page),
    listToDecide: (tenantId, approverId, page) => findToDecide(db, { tenantId, approverId }, page),
    listToReview: (tenantId, approverId, limit) =>
      findToReview(db, { tenantId, approverId }, limit),
    findUnreviewedOf: (tenantId, requesterId) => findUnreviewedOf(db, tenantId, requesterId),
    advance: (current, next, actor) => advance(advances, { current, next, actor }),
  };
}

interface Deps {
  readonly database: Database;
  readonly queue: WorkQueue;
}

async function create(
  { database, queue }: Deps,
  request: Request,
  formId: string,
): Promise<Request> {
  const { pool, db } = database;
  try {
    const work = [followUps(undefined, request)];
    const made = await queue.write(pool, toCreation(request, formId), work);
    return made.size > 0 ? request : await getByForm(db, request.tenantId, formId);
  } catch (error) {
    if (!isOpenPairTaken(error)) {
      throw error;
    }
    // The same form twice at once can meet this index before the one on the form.
    const stored = await findByForm(db, request.tenantId, formId);
    if (stored !== undefined) {
      return stored;
    }
    throw toOpenRequestExists(request, error);
  }
}

async function createInPlace(
  { database, queue }: Deps,
  { current, next, actor }: Pick<Advance, 'current' | 'next'> & { readonly actor: UserId },
  { request, formId }: { readonly request: Request; readonly formId: string },
): Promise<Request | undefined> {
  const { pool, db } = database;
  const given = { ...next, version: current.version + 1 };
  const ended = Request.parse(given);
  const change = toReplacement({ current, given, next: ended, actor }, request, formId);
  try {
    const work = [followUps(undefined, request), followUps(current, ended)];
    return (await queue.write(pool, change, work)).size > 0 ? request : undefined;
  } catch (error) {
    if (isFormTaken(error)) {
      return getByForm(db, request.tenantId, formId);
    }
    throw isOpenPairTaken(error) ? toOpenRequestExists(request, error) : error;
  }
}

async function advance(
  advances: Advances,
  { current, next, actor }: Pick<Advance, 'current' | 'next' | 'actor'>,
): Promise<Request | undefined> {
  const given = { ...next, version: current.version + 1 };
  // Parsing leaves out what the new state does not have.
  const request = Request.parse(given);
  try {
    return (await advances.make({ current, given, next: request, actor })) ? request : undefined;
  } catch (error) {
    throw isOpenPairTaken(error) ? toOpenRequestExists(request, error) : error;
  }
}

async function postpone(
  db: Db,
  { id, version }: Request,
  dueAt: Date | undefined,
): Promise<boolean> {
  const row = await db
    .updateTable('requests')
    .set({ due_at: dueAt ?? null })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

interface Key {
  readonly tenantId: TenantId;
  readonly id: RequestId;
}

/** Named, so that each connection parses and plans it once: every click begins with it. */
const findStatement = {
  name: 'find-requests',
  text: `
    select asked.place::integer, requests.data
    from unnest($1::uuid[], $2::text[]) with ordinality as asked (tenant_id, id, place)
    join requests on requests.id = asked.id and requests.tenant_id = asked.tenant_id`,
};

async function findAll(
  { reads }: Database,
  keys: readonly Key[],
): Promise<readonly (Request | undefined | Error)[]> {
  const rows = await reads.read<{ readonly place: number; readonly data: unknown }>({
    ...findStatement,
    values: [keys.map(({ tenantId }) => tenantId), keys.map(({ id }) => id)],
  });
  const found = new Map(rows.map(({ place, data }) => [place, toRequest(data)]));
  return keys.map((_, index) => found.get(index + 1));
}

/** One that cannot be read must not keep others from theirs. */
function toRequest(data: unknown): Request | Error {
  const read = Request.safeParse(data);
  return read.success ? read.data : read.error;
}

async function get(db: Db, id: RequestId): Promise<Request> {
  const row = await db
    .selectFrom('requests')
    .select('data')
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) {
    throw new Problem('request-not-found', { detail: `there is no request ${id}` });
  }
  return Request.parse(row.data);
}

async function findByForm(
  db: Db,
  tenantId: TenantId,
  formId: string,
): Promise<Request | undefined> {
  const row = await byForm(db, tenantId, formId).executeTakeFirst();
  return row && Request.parse(row.data);
}

async function getByForm(db: Db, tenantId: TenantId, formId: string): Promise<Request> {
  const row = await byForm(db, tenantId, formId).executeTakeFirstOrThrow();
  return Request.parse(row.data);
}

function byForm(db: Db, tenantId: TenantId, formId: string) {
  return db
    .selectFrom('requests')
    .select('data')
    .where('tenant_id', '=', tenantId)
    .where('form_id', '=', formId);
}
