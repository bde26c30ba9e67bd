import type { FollowUp } from '../domain/request.ts';
import type { WorkQueue } from '../store/work-queue.ts';
import { applicationName, applicationVersion, refreshCards, setUp } from './identity.ts';

/**
 * Hands follow-ups to the durable engine with the statement that makes them necessary, through the engine's own
 * function for that. Needs no running engine, so that the store can be built first and the engine's handlers on top
 * of it; but the engine's tables and functions must be there, which the first `startEngine` makes.
 * https://docs.dbos.dev/explanations/system-tables
 */
export const workQueue: WorkQueue = {
  write: async (pool, { name, tables, values }, work) => {
    const rows = work.map(toRow);
    const first = values.length + 1;
    const { rowCount } = await pool.query({
      name,
      text: `with ${tables} ${enqueueAfterWritten(first)}`,
      values: [
        ...values,
        rows.map((row) => row.queue),
        rows.map((row) => row.id),
        rows.map((row) => row.partition),
        work.map(({ requestId }) => requestId),
      ],
    });
    return rowCount !== null && rowCount > 0;
  },
};

/** Called in the list of results, so that it is called for rows that come out and for no others. */
function enqueueAfterWritten(first: number): string {
  return `
    select dbos.enqueue_workflow(
      workflow_name => work.queue, queue_name => work.queue, workflow_id => work.id,
      queue_partition_key => work.partition, positional_args => array[to_json(work.request_id)],
      app_version => '${applicationVersion}', application_name => '${applicationName}')
    from written cross join unnest($${first}::text[], $${first + 1}::text[], $${first + 2}::text[], $${first + 3}::text[])
      as work (queue, id, partition, request_id)`;
}

interface Row {
  /** Also the name of the workflow. */
  readonly queue: string;
  /** The same for the same work, which the engine then takes once. */
  readonly id: string;
  /** Work of one partition is done one after the other. */
  readonly partition: string | undefined;
}

function toRow({ kind, requestId, version }: FollowUp): Row {
  switch (kind) {
    case 'set-up':
      return { queue: setUp, id: `set-up:${requestId}:v${version}`, partition: undefined };
    case 'refresh-cards':
      return { queue: refreshCards, id: `cards:${requestId}:v${version}`, partition: requestId };
  }
}
