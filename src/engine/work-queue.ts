import { DBOSClient } from '@dbos-inc/dbos-sdk';
import type { Log } from '../domain/log.ts';
import type { FollowUp } from '../domain/request.ts';
import type { Database } from '../store/database.ts';
import type { WorkQueue } from '../store/work-queue.ts';
import { toEngineLog } from './engine-log.ts';
import { applicationName, applicationVersion, refreshCards, remind, setUp } from './identity.ts';

/**
 * Hands follow-ups to the durable engine within the caller's transaction. Needs no running engine, so
 * that the store can be built first and the engine's handlers on top of it; but the engine's tables
 * must be there, which the first `startEngine` makes.
 */
export async function openWorkQueue(database: Database, log: Log): Promise<WorkQueue> {
  const client = await DBOSClient.create({
    systemDatabaseUrl: database.url,
    systemDatabasePool: database.pool,
    applicationName,
    logger: toEngineLog(log),
  });
  return {
    enqueue: async (connection, work) => {
      // All at once, so that they share round trips; all have ended before the caller can roll back.
      const results = await Promise.allSettled(
        work.map((followUp) =>
          client.enqueueInTransaction(connection, toOptions(followUp), followUp.requestId),
        ),
      );
      const failed = results.find((result) => result.status === 'rejected');
      if (failed !== undefined) {
        throw failed.reason;
      }
    },
  };
}

type EnqueueOptions = Parameters<DBOSClient['enqueueInTransaction']>[1];

function toOptions(followUp: FollowUp): EnqueueOptions {
  const { requestId, version } = followUp;
  switch (followUp.kind) {
    case 'set-up':
      return options(setUp, `set-up:${requestId}:v${version}`);
    case 'refresh-cards':
      return {
        ...options(refreshCards, `cards:${requestId}:v${version}`),
        queuePartitionKey: requestId,
      };
    case 'remind':
      return options(remind, `remind:${requestId}:v${version}`);
  }
}

function options(name: string, workflowID: string): EnqueueOptions {
  return { queueName: name, workflowName: name, workflowID, appVersion: applicationVersion };
}
