import type { Kysely } from 'kysely';
import { DatabaseError } from 'pg';
import { nextDueAt } from '../domain/due.ts';
import type { RequestId, TenantId, UserId } from '../domain/ids.ts';
import type { RequestStore } from '../domain/ports.ts';
import { Problem } from '../domain/problem.ts';
import { followUps, groupKey, Request } from '../domain/request.ts';
import type { Database } from './database.ts';
import { findAsking, findDue, findIn, findNewest } from './request-lists.ts';
import type { RequestsTable, Tables } from './tables.ts';
import type { WorkQueue } from './work-queue.ts';
import { changesOf, writeChange } from './write-change.ts';

type Db = Kysely<Tables>;

/** The requests in PostgreSQL. Each change is written together with its audit row and its follow-ups. */
export function createRequestStore(database: Database, queue: WorkQueue): RequestStore {
  const { db } = database;
  return {
    create: (request, formId) => create({ database, queue }, request, formId),
    find: (tenantId, id) => find(database, tenantId, id),
    get: (id) => get(db, id),
    findByForm: (tenantId, formId) => findByForm(db, tenantId, formId),
    listFor: (tenantId, userId, limit) => findNewest(db, { tenantId, userId, limit }),
    listIn: (states, limit, after) => findIn(db, states, { limit, after }),
    listDue: (now, limit) => findDue(db, now, limit),
    listAsking: (tenantId, approverId, page) => findAsking(db, { tenantId, approverId }, page),
    advance: (current, next, actor) => advance({ database, queue }, { current, next }, actor),
  };
}

interface Deps {
  readonly database: Database;
  readonly queue: WorkQueue;
}

interface Change {
  readonly current: Request;
  readonly next: Request;
}

async function create(
  { database, queue }: Deps,
  request: Request,
  formId: string,
): Promise<Request> {
  try {
    const created = await database.transaction(async (db, client) => {
      if (!(await insert(db, request, formId))) {
        return undefined;
      }
      await recordCreation(db, request);
      await queue.enqueue(client, followUps(undefined, request));
      return request;
    });
    return created ?? (await getByForm(database.db, request.tenantId, formId));
  } catch (error) {
    if (!isOpenPairTaken(error)) {
      throw error;
    }
    // The same form twice at once can meet this index before the one on the form.
    const stored = await findByForm(database.db, request.tenantId, formId);
    if (stored !== undefined) {
      return stored;
    }
    throw toOpenRequestExists(request, error);
  }
}

async function insert(db: Db, request: Request, formId: string): Promise<boolean> {
  const row = await db
    .insertInto('requests')
    .values({
      id: request.id,
      tenant_id: request.tenantId,
      requester_id: request.requester.id,
      beneficiary_id: request.beneficiary.id,
      group_key: groupKey(request.group),
      form_id: formId,
      created_at: request.createdAt,
      ...toColumns(request),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'form_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

async function advance(
  { database, queue }: Deps,
  { current, next }: Change,
  actor: UserId | 'writeback',
): Promise<Request | undefined> {
  // Parsing leaves out what the new state does not have.
  const request = Request.parse({ ...next, version: current.version + 1 });
  try {
    return await database.transactionOn(async (client) => {
      if (!(await writeChange(client, { previous: current, request, actor }))) {
        return undefined;
      }
      await queue.enqueue(client, followUps(current, request));
      return request;
    });
  } catch (error) {
    throw isOpenPairTaken(error) ? toOpenRequestExists(request, error) : error;
  }
}

function toColumns(
  request: Request,
): Pick<RequestsTable, 'version' | 'state' | 'updated_at' | 'due_at'> & { readonly data: string } {
  return {
    version: request.version,
    state: request.state,
    data: JSON.stringify(request),
    updated_at: request.updatedAt,
    due_at: nextDueAt(request) ?? null,
  };
}

/** Writes the first audit row of a request. */
async function recordCreation(db: Db, request: Request): Promise<void> {
  await db
    .insertInto('request_events')
    .values({
      request_id: request.id,
      version: request.version,
      state: request.state,
      at: request.updatedAt,
      actor: request.requester.id,
      changes: changesOf(undefined, request),
    })
    .execute();
}

/** Named, so that each connection parses and plans it once: every click begins with it. */
const findStatement = {
  name: 'find-request',
  text: 'select data from requests where id = $1 and tenant_id = $2',
};

async function find(
  { pool }: Database,
  tenantId: TenantId,
  id: RequestId,
): Promise<Request | undefined> {
  const { rows } = await pool.query<{ readonly data: unknown }>({
    ...findStatement,
    values: [id, tenantId],
  });
  const [row] = rows;
  return row && Request.parse(row.data);
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

function isOpenPairTaken(error: unknown): boolean {
  return error instanceof DatabaseError && error.constraint === 'requests_open_pair';
}

function toOpenRequestExists(request: Request, cause: unknown): Problem {
  return new Problem('open-request-exists', {
    detail: `an open request for ${groupKey(request.group)} and ${request.beneficiary.id} exists`,
    cause,
  });
}
