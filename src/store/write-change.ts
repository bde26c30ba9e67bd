import { isDeepStrictEqual } from 'node:util';
import { nextDueAt } from '../domain/due.ts';
import { groupKey, type Request } from '../domain/request.ts';
import type { Change } from './work-queue.ts';

/** A new request with its first audit row; not made when the form was sent before. */
export function toCreation(request: Request, formId: string): Change {
  return {
    name: 'create-request',
    tables: `
      made as (
        insert into requests ${columns} select ${newRow}
        on conflict (tenant_id, form_id) do nothing
        returning 0 as place
      ),
      written as (insert into request_events ${eventColumns} select ${firstEvent} from made)`,
    values: creationValues(request, formId),
  };
}

/**
 * The last version of a request and the new one that takes its place, with an audit row each; neither is made when
 * somebody else changed the first. The new one is in place 0.
 */
export function toReplacement(ending: Advance, request: Request, formId: string): Change {
  const values = creationValues(request, formId);
  return {
    name: 'replace-request',
    tables: `
      ending as (select * from json_to_record($${values.length + 1}::json) as ending ${advanced}),
      ended as (
        update requests set ${advancedTo('ending')}
        from ending
        where requests.id = ending.id and requests.version = ending.previous
        returning ending.*
      ),
      begun as (
        -- Counted, because the pair is free only after the update.
        insert into requests ${columns}
        select ${newRow} from (select count(*) from ended having count(*) = 1) as free
        returning 0 as place
      ),
      written as (
        insert into request_events ${eventColumns}
        select ${firstEvent} from begun
        union all
        select id, version, state, updated_at, actor, changes from ended
      ),
      made as (select place from begun union all select place from ended)`,
    values: [...values, JSON.stringify(toRow(ending, 1))],
  };
}

const columns = `
  (id, version, state, data, updated_at, due_at,
   tenant_id, requester_id, beneficiary_id, group_key, form_id, created_at)`;
const newRow = `
  $1::text, $2::integer, $3::text, $4::jsonb, $5::timestamptz, $6::timestamptz,
  $9::uuid, $7::uuid, $10::uuid, $11::text, $12::text, $13::timestamptz`;
const eventColumns = '(request_id, version, state, at, actor, changes)';
const firstEvent = '$1::text, $2::integer, $3::text, $5::timestamptz, $7::uuid::text, $8::jsonb';

function creationValues(request: Request, formId: string): readonly unknown[] {
  const { id, version, state, updatedAt } = request;
  return [
    id,
    version,
    state,
    JSON.stringify(request),
    updatedAt,
    nextDueAt(request) ?? null,
    request.requester.id,
    JSON.stringify(request),
    request.tenantId,
    request.beneficiary.id,
    groupKey(request.group),
    formId,
    request.createdAt,
  ];
}

/** The next version of a request. */
export interface Advance {
  readonly current: Request;
  /** As it was given, with the parts of `current` that stay as they are. */
  readonly given: Request;
  /** The same as it is stored. */
  readonly next: Request;
  readonly actor: string;
}

/** As many changes can be made together; told to PostgreSQL, which plans the statement once for so many. */
export const mostTogether = 16;

/** Each with its audit row; not made for a request that somebody else changed first. Of two for one request at most one is made. */
export function toAdvances(advances: readonly Advance[]): Change {
  return {
    name: 'advance-requests',
    tables: `
      asked as (
        select * from json_to_recordset($1::json) as asked ${advanced}
        limit ${mostTogether}
      ),
      made as (
        update requests set ${advancedTo('asked')}
        from asked
        where requests.id = asked.id and requests.version = asked.previous
        returning asked.*
      ),
      written as (
        insert into request_events ${eventColumns}
        select id, version, state, updated_at, actor, changes from made
      )`,
    values: [JSON.stringify(advances.map(toRow))],
  };
}

/** The columns of `toRow`. */
const advanced = `
  (place integer, id text, previous integer, version integer, state text, data jsonb,
   updated_at timestamptz, due_at timestamptz, actor text, changes jsonb)`;

function advancedTo(row: string): string {
  return `version = ${row}.version, state = ${row}.state, data = ${row}.data,
    updated_at = ${row}.updated_at, due_at = ${row}.due_at`;
}

function toRow({ current, given, next, actor }: Advance, place: number): object {
  const { id, version, state, updatedAt } = next;
  return {
    place,
    id,
    previous: current.version,
    version,
    state,
    data: next,
    updated_at: updatedAt,
    due_at: nextDueAt(next),
    actor,
    changes: changesOf(current, given, next),
  };
}

/** The fields that are different now. */
function changesOf(current: Fields, given: Fields, next: Fields): object {
  const changes = Object.entries(next).filter(
    ([key, value]) => current[key] !== given[key] && !isDeepStrictEqual(current[key], value),
  );
  return Object.fromEntries(changes);
}

type Fields = Readonly<Record<string, unknown>>;
