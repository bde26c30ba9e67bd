import { GroupId } from '../../../src/domain/ids.ts';
import type { CloudSyncRun, ConnectRun } from '../../../src/domain/sync-now-result.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/elements.ts';
import { syncCard } from '../../../src/teams/cards/sync-card.ts';
import type { Words } from '../../../src/teams/words/words.ts';
import { fixedIds } from '../fixed-request.ts';
import { ada, amir, at } from '../requests.ts';
import { late, overdue } from './late-request.ts';
import type { Samples } from './samples.ts';

const groupId = GroupId.parse(fixedIds.groupId);
/** What a wish for a sync cycle brought. */
export function syncNowSamples(words: Words): Samples {
  function drawn(
    connect: ConnectRun | undefined,
    cloudSync: readonly CloudSyncRun[] = [],
  ): AdaptiveCard {
    return syncCard({
      words,
      result: { waiting: [late.id, overdue.id], connect, cloudSync },
      starterOf: (by) => ({ isReader: by === amir.id, displayName: 'Ada Approver' }),
      actions: [],
    });
  }
  const startedAt = at(60);
  const nobody = syncCard({
    words,
    result: { waiting: [], cloudSync: [] },
    starterOf: () => ({ isReader: true, displayName: '' }),
    actions: [],
  });
  return {
    'sync-started': drawn({ kind: 'started', startedAt, covers: true }),
    'sync-joined': drawn({ kind: 'joined', startedAt, by: ada.id, covers: true }),
    'sync-joined-own': drawn({ kind: 'joined', startedAt, by: amir.id, covers: true }),
    'sync-running': drawn({ kind: 'already-running', startedAt, covers: false }),
    'sync-too-soon': drawn({ kind: 'too-soon', startedAt, by: ada.id, retryAt: at(65) }),
    'sync-refused': drawn({ kind: 'refused', why: 'suspended' }),
    'sync-nothing': nobody,
    'sync-cloud': drawn(undefined, [
      {
        kind: 'asked',
        groupId,
        groupName: 'Finance Servers',
        startedAt,
        result: {
          kind: 'asked',
          members: [
            { userId: ada.id, state: 'success' },
            { userId: amir.id, state: 'skipped', reason: { code: 'NotEffectivelyEntitled' } },
          ],
        },
      },
      { kind: 'joined', groupId, groupName: 'Other', startedAt, by: ada.id },
    ]),
  };
}
