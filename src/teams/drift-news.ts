import type { DriftRow } from '../domain/drift-store.ts';
import type { UserId } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { Clock, ConversationStore } from '../domain/ports.ts';
import type { MissedNotices } from '../domain/undelivered.ts';
import { driftCard } from './cards/drift-card.ts';
import { ConnectorError, cardActivity } from './connector.ts';
import type { Delivery, Recipient } from './delivery.ts';
import { tellNotice } from './tell-notice.ts';

export interface DriftNewsDeps {
  readonly delivery: Delivery;
  readonly conversations: ConversationStore;
  readonly administrators: readonly UserId[];
  readonly log: Log;
  readonly clock: Pick<Clock, 'now'>;
  /** Absent where nothing is kept of what was not delivered. */
  readonly missed?: MissedNotices | undefined;
}

/**
 * Tells administrators everything that is new, and owners what is new about their groups. Who has not the app is left
 * out, which goes on record. Throws `ConnectorError` when nobody at all could be told for now.
 */
export async function tellDrift(deps: DriftNewsDeps, news: readonly DriftRow[]): Promise<void> {
  const failures: ConnectorError[] = [];
  const letters = lettersFor(news, deps.administrators);
  for (const [recipient, rows] of letters) {
    try {
      await tell(deps, recipient, rows);
    } catch (error) {
      if (!(error instanceof ConnectorError)) {
        throw error;
      }
      deps.log.warn({ status: error.status, code: error.code }, 'a drift report was not delivered');
      failures.push(error);
    }
  }
  const [first] = failures;
  if (first !== undefined && failures.length === letters.length) {
    throw first;
  }
}

type Letter = readonly [recipient: Recipient, rows: readonly DriftRow[]];

function lettersFor(
  news: readonly DriftRow[],
  administrators: readonly UserId[],
): readonly Letter[] {
  return [...Map.groupBy(news, ({ tenantId }) => tenantId)].flatMap(([tenantId, rows]) => {
    const owners = rows.flatMap((row) => row.owners.map(({ id }) => id));
    return [...new Set([...administrators, ...owners])].map((userId): Letter => {
      const own = administrators.includes(userId)
        ? rows
        : rows.filter((row) => row.owners.some(({ id }) => id === userId));
      return [{ tenantId, userId }, own];
    });
  });
}

async function tell(
  deps: DriftNewsDeps,
  { tenantId, userId }: Recipient,
  rows: readonly DriftRow[],
): Promise<void> {
  const owner = rows.flatMap(({ owners }) => owners).find(({ id }) => id === userId);
  await tellNotice(deps, {
    tenantId,
    to: owner ?? { id: userId, displayName: userId },
    kind: 'drift',
    draw: (words) => cardActivity(driftCard(words, rows), { alert: true }),
  });
}
