import { type Kysely, sql } from 'kysely';

/**
 * Requests that waited before approvers were looked up again are due for it as well, a day after their stage began:
 * those whose stage asks anybody but people that its rule names, as `looksAgainAt` has it.
 */
export async function dueToLookAgain(db: Kysely<unknown>): Promise<void> {
  await sql`
    update requests
    set due_at = least(due_at, (data #>> '{approval,stageSince}')::timestamptz + interval '24 hours')
    from (values
      ('$.approval.route.stages[$stage].template.approvers[*] ? (@.kind != "user")'::jsonpath),
      ('$.approval.route.stages[$stage].template.escalation.to[*] ? (@.kind != "user")'::jsonpath)
    ) as changing (path)
    where state = 'awaiting-approval' and jsonb_path_exists(
      data, changing.path, jsonb_build_object('stage', data #> '{approval,stage}'))`.execute(db);
}
