import { isDeepStrictEqual } from 'node:util';
import { nextDueAt } from '../domain/due.ts';
import { groupKey, type Request } from '../domain/request.ts';
import type { Change } from './work-queue.ts';

/** A new request with its first audit row; not made when the form was sent before. */
export function toCreation(request: Request, formId: string): Change {
  const { id, version, state, updatedAt } = request;
  return {
    name: 'create-request',
    tables: `
      made as (
        insert into requests
          (id, version, state, data, updated_at, due_at,
           tenant_id, requester_id, beneficiary_id, group_key, form_id, created_at)
        values
          ($1::text, $2::integer, $3::text, $4::jsonb, $5::timestamptz, $6::timestamptz,
           $9::uuid, $7::uuid, $10::uuid, $11::text, $12::text, $13::timestamptz)
        on conflict (tenant_id, form_id) do nothing
        returning 0 as place
      ),
      written as (
        insert into request_events (request_id, version, state, at, actor, changes)
        select $1::text, $2::integer, $3::text, $5::timestamptz, $7::uuid::text, $8::jsonb from made
      )`,
    values: [
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
    ],
  };
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
        select * from json_to_recordset($1::json) as asked
          (place integer, id text, previous integer, version integer, state text, data jsonb,
           updated_at timestamptz, due_at timestamptz, actor text, changes jsonb)
        limit ${mostTogether}
      ),
      made as (
        update requests
        set version = asked.version, state = asked.state, data = asked.data,
            updated_at = asked.updated_at, due_at = asked.due_at
        from asked
        where requests.id = asked.id and requests.version = asked.previous
        returning asked.*
      ),
      written as (
        insert into request_events (request_id, version, state, at, actor, changes)
        select id, version, state, updated_at, actor, changes from made
      )`,
    values: [JSON.stringify(advances.map(toRow))],
  };
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
