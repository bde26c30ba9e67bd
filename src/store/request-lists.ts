import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { RequestId, TenantId, UserId } from '../domain/ids.ts';
import { Request, type RequestState } from '../domain/request.ts';
import { everybodyAsked, isUndecided } from './migration-asking.ts';
import { isNoLine } from './migration-own-requests.ts';
import { openReview } from './migration-reviews.ts';
import type { Tables } from './tables.ts';

/** Newest first: those this user made or benefits from; of a list that they made, only the lines for themselves. */
export async function findNewest(
  db: Kysely<Tables>,
  {
    tenantId,
    userId,
    limit,
  }: { readonly tenantId: TenantId; readonly userId: UserId; readonly limit: number },
): Promise<readonly Request[]> {
  const made = newestBy(db, 'requester_id', { tenantId, userId, limit });
  const received = newestBy(db, 'beneficiary_id', { tenantId, userId, limit });
  // Two short index scans instead of an `or`, which would read all of a person's requests.
  const rows = await db
    .selectFrom(made.union(received).as('mine'))
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => Request.parse(row.data));
}

function newestBy(
  db: Kysely<Tables>,
  column: 'requester_id' | 'beneficiary_id',
  wanted: { readonly tenantId: TenantId; readonly userId: UserId; readonly limit: number },
) {
  return db
    .selectFrom(
      db
        .selectFrom('requests')
        .select(['id', 'created_at', 'data'])
        .where('tenant_id', '=', wanted.tenantId)
        .where(column, '=', wanted.userId)
        .$if(column === 'requester_id', (made) => made.where(isNoLine))
        .orderBy('created_at', 'desc')
        .limit(wanted.limit)
        .as(column),
    )
    .selectAll();
}

/** In the order of their ids, beginning after `after`. */
export async function findIn(
  db: Kysely<Tables>,
  states: readonly RequestState[],
  { limit, after }: { readonly limit: number; readonly after: RequestId | undefined },
): Promise<readonly Request[]> {
  if (states.length === 0) {
    return [];
  }
  const rows = await db
    .selectFrom('requests')
    .select('data')
    .where('state', 'in', states)
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => Request.parse(row.data));
}

/** Those for whom time has come, the longest overdue first. */
export async function findDue(
  db: Kysely<Tables>,
  now: Date,
  limit: number,
): Promise<readonly Request[]> {
  const rows = await db
    .selectFrom('requests')
    .select('data')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute();
  return rows.map((row) => Request.parse(row.data));
}

/** Those that wait for approval and have asked this person, in the order of their ids. */
export async function findAsking(
  db: Kysely<Tables>,
  { tenantId, approverId }: { readonly tenantId: TenantId; readonly approverId: UserId },
  { limit, after }: { readonly limit: number; readonly after?: RequestId | undefined },
): Promise<readonly Request[]> {
  const rows = await db
    .selectFrom('requests')
    .select('data')
    .where(isUndecided)
    .where('tenant_id', '=', tenantId)
    .where(hasAsked(approverId))
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => Request.parse(row.data));
}

/** Those of them that ask this person now and have no vote of theirs, the longest asked first. */
export async function findToDecide(
  ...asked: Parameters<typeof undecidedQuery>
): Promise<readonly Request[]> {
  return (await undecidedQuery(...asked).execute()).map((row) => Request.parse(row.data));
}

/** What `findToDecide` asks the database. */
export function undecidedQuery(
  db: Kysely<Tables>,
  { tenantId, approverId }: { readonly tenantId: TenantId; readonly approverId: UserId },
  {
    now,
    limit,
    after,
  }: { readonly now: Date; readonly limit: number; readonly after?: Request | undefined },
): SelectQueryBuilder<Tables, 'requests', { readonly data: unknown }> {
  const open = db
    .selectFrom('requests')
    .select('data')
    .where(isUndecided)
    .where('tenant_id', '=', tenantId)
    .where(hasAsked(approverId))
    .where(asksNow(approverId, now))
    .where(hasNoVoteOf(approverId))
    .orderBy(stageSince)
    .orderBy('id')
    .limit(limit);
  return after === undefined
    ? open
    : open.where(sql<boolean>`
        (${stageSince}, id) > (${after.approval.stageSince}::timestamptz, ${after.id})`);
}

/** Access that was taken first and nobody has reviewed, the oldest first. */
export async function findToReview(
  db: Kysely<Tables>,
  {
    tenantId,
    approverId,
  }: { readonly tenantId: TenantId; readonly approverId?: UserId | undefined },
  limit: number,
): Promise<readonly Request[]> {
  const open = db
    .selectFrom('requests')
    .select('data')
    .where('tenant_id', '=', tenantId)
    .where(openReview)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit);
  const own = approverId === undefined ? open : open.where(hasAsked(approverId));
  return (await own.execute()).map((row) => Request.parse(row.data));
}

/** The oldest that this person took. */
export async function findUnreviewedOf(
  db: Kysely<Tables>,
  tenantId: TenantId,
  requesterId: UserId,
): Promise<Request | undefined> {
  const row = await db
    .selectFrom('requests')
    .select('data')
    .where('tenant_id', '=', tenantId)
    .where('requester_id', '=', requesterId)
    .where(openReview)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row && Request.parse(row.data);
}

function hasAsked(approverId: UserId) {
  const asked = JSON.stringify([{ id: approverId }]);
  return sql<boolean>`${everybodyAsked} @> ${asked}::jsonb`;
}

const stageSince = sql`(data #>> '{approval,stageSince}')::timestamptz`;
const stage = sql`data #> '{approval,route,stages}' -> (data #> '{approval,stage}')::integer`;

/** As `askedNow` has it, with the seats that are in force. */
function asksNow(approverId: UserId, now: Date) {
  return sql<boolean>`(
    ${hasSeat(sql`${stage} -> 'approvers'`, approverId, now)}
    or (data #> '{approval}' ? 'escalatedAt'
      and ${hasSeat(sql`${stage} #> '{escalation,approvers}'`, approverId, now)}))`;
}

function hasSeat(approvers: RawBuilder<unknown>, approverId: UserId, now: Date) {
  return sql<boolean>`exists (
    select from jsonb_array_elements(${approvers}) seat
    where seat #>> '{person,id}' = ${approverId}
      and coalesce((seat #>> '{because,until}')::timestamptz > ${now}, true))`;
}

/** Neither by nor for them: in the stage that is asked now, or in any where the policy wants different people. */
function hasNoVoteOf(approverId: UserId) {
  return sql<boolean>`not exists (
    select from jsonb_array_elements(data #> '{approval,votes}') vote
    where (vote -> 'stage' = data #> '{approval,stage}'
        or (data #> '{approval,route,distinctApprovers}')::boolean)
      and ${approverId} in (vote #>> '{by,id}', vote #>> '{onBehalfOf,id}'))`;
}
