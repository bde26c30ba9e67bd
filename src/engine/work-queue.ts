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
    const rows = work.flatMap((followUps, place) => followUps.map((one) => toRow(one, place)));
    const { rows: made } = await pool.query<{ readonly place: number }>({
      name,
      text: `with ${tables} ${enqueueWhatIsMade(values.length + 1)}`,
      values: [...values, JSON.stringify(rows)],
    });
    return new Set(made.map(({ place }) => place));
  },
};

/** Called in the list of results, so that it is called for rows that come out and for no others. */
function enqueueWhatIsMade(parameter: number): string {
  return `
    select made.place, dbos.enqueue_workflow(
      workflow_name => work.queue, queue_name => work.queue, workflow_id => work.id,
      queue_partition_key => work.partition, positional_args => array[to_json(work.request_id)],
      app_version => '${applicationVersion}', application_name => '${applicationName}')
    from made join json_to_recordset($${parameter}::json)
      as work (place integer, queue text, id text, partition text, request_id text) using (place)`;
}

interface Row {
  /** Of the change that it follows from. */
  readonly place: number;
  /** Also the name of the workflow. */
  readonly queue: string;
  /** The same for the same work, which the engine then takes once; where there is none, the engine makes one. */
  readonly id: string | undefined;
  /** Work of one partition is done one after the other. */
  readonly partition: string | undefined;
  readonly request_id: string;
}

function toRow({ kind, requestId, version }: FollowUp, place: number): Row {
  const about = { place, request_id: requestId };
  switch (kind) {
    case 'set-up':
      return {
        ...about,
        queue: setUp,
        id: `set-up:${requestId}:v${version}`,
        partition: undefined,
      };
    case 'refresh-cards':
      return {
        ...about,
        queue: refreshCards,
        id: version === undefined ? undefined : `cards:${requestId}:v${version}`,
        partition: requestId,
      };
  }
}
