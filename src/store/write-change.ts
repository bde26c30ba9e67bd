import { nextDueAt } from '../domain/due.ts';
import { groupKey, type Request } from '../domain/request.ts';
import type { Change } from './work-queue.ts';

/** A new request with its first audit row; not made when the form was sent before. */
export function toCreation(request: Request, formId: string): Change {
  return {
    name: 'create-request',
    tables: `
      created as (
        insert into requests
          (id, version, state, data, updated_at, due_at,
           tenant_id, requester_id, beneficiary_id, group_key, form_id, created_at)
        values
          ($1::text, $2::integer, $3::text, $4::jsonb, $5::timestamptz, $6::timestamptz,
           $9::uuid, $7::uuid, $10::uuid, $11::text, $12::text, $13::timestamptz)
        on conflict (tenant_id, form_id) do nothing
        returning id
      ),
      written as (
        insert into request_events (request_id, version, state, at, actor, changes)
        select id, $2::integer, $3::text, $5::timestamptz, $7::uuid::text, $8::jsonb from created
        returning request_id
      )`,
    values: [
      ...columnsOf(request),
      request.requester.id,
      changesOf(undefined, request),
      request.tenantId,
      request.beneficiary.id,
      groupKey(request.group),
      formId,
      request.createdAt,
    ],
  };
}

/** The next version of a request with its audit row; not made when somebody else changed the request first. */
export function toChange(previous: Request, request: Request, actor: string): Change {
  return {
    name: 'change-request',
    tables: `
      changed as (
        update requests
        set version = $2::integer, state = $3::text, data = $4::jsonb,
            updated_at = $5::timestamptz, due_at = $6::timestamptz
        where id = $1::text and version = $9::integer
        returning id
      ),
      written as (
        insert into request_events (request_id, version, state, at, actor, changes)
        select id, $2::integer, $3::text, $5::timestamptz, $7::text, $8::jsonb from changed
        returning request_id
      )`,
    values: [...columnsOf(request), actor, changesOf(previous, request), previous.version],
  };
}

/** The values $1 to $6 of both. */
function columnsOf(request: Request): readonly unknown[] {
  const { id, version, state, updatedAt } = request;
  return [id, version, state, JSON.stringify(request), updatedAt, nextDueAt(request) ?? null];
}

/** The fields that are different now, as JSON. */
function changesOf(previous: Request | undefined, request: Request): string {
  const before = new Map(
    Object.entries(previous ?? {}).map(([key, value]) => [key, JSON.stringify(value)]),
  );
  const changes = Object.entries(request).filter(
    ([key, value]) => before.get(key) !== JSON.stringify(value),
  );
  return JSON.stringify(Object.fromEntries(changes));
}
