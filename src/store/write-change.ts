import type pg from 'pg';
import { nextDueAt } from '../domain/due.ts';
import type { Request } from '../domain/request.ts';

export interface WrittenChange {
  readonly previous: Request;
  readonly request: Request;
  readonly actor: string;
}

/** Named, so that each connection parses and plans it once: this is what every click waits for. */
const statement = {
  name: 'write-change',
  text: `
    with changed as (
      update requests
      set version = $3::integer, state = $4::text, data = $5::jsonb, updated_at = $6::timestamptz, due_at = $7::timestamptz
      where id = $1::text and version = $2::integer
      returning id
    )
    insert into request_events (request_id, version, state, at, actor, changes)
    select id, $3::integer, $4::text, $6::timestamptz, $8::text, $9::jsonb from changed`,
};

/** Writes the change and its audit row in one statement; false when somebody else changed the request first. */
export async function writeChange(
  client: pg.ClientBase,
  { previous, request, actor }: WrittenChange,
): Promise<boolean> {
  const values = [
    request.id,
    previous.version,
    request.version,
    request.state,
    JSON.stringify(request),
    request.updatedAt,
    nextDueAt(request) ?? null,
    actor,
    changesOf(previous, request),
  ];
  const { rowCount } = await client.query({ ...statement, values });
  return rowCount === 1;
}

/** The fields that are different now, as JSON. */
export function changesOf(previous: Request | undefined, request: Request): string {
  const before = new Map(
    Object.entries(previous ?? {}).map(([key, value]) => [key, JSON.stringify(value)]),
  );
  const changes = Object.entries(request).filter(
    ([key, value]) => before.get(key) !== JSON.stringify(value),
  );
  return JSON.stringify(Object.fromEntries(changes));
}
