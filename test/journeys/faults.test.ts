import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { defaultLags, type EffectKind } from '../../src/sandbox/graph/options.ts';
import { startOutside } from '../support/journey.ts';
import { askInChat, openApproval } from '../support/request-by-chat.ts';
import { SilentLog } from '../support/silent-log.ts';

describe('a Graph that fails one call in six and copies slowly', () => {
  for (const seed of [7, 11]) {
    it(`still leads to the proof, with one effect each (seed ${seed})`, async () => {
      const outside = await startOutside({
        speed: 60,
        lags: defaultLags,
        faults: { seed, rate: 0.17 },
      });
      const log = new SilentLog();
      const app = await startApp(readConfig(outside.env), log, { clock: outside.clock });
      const happened: EffectKind[] = [];
      outside.graph.onEffect = ({ kind }) => {
        happened.push(kind);
      };
      await outside.teams.announceInstall();
      try {
        const { rita, id } = await askInChat(outside.teams, {
          newGroupName: `Faulty ${seed}`,
        });
        const { approver, message, view } = await openApproval(outside.teams, id);
        await approver.click(message, view, { title: /^Approve/ });
        await rita.findCard(/Waiting for the sync/);
        outside.connect.startCycle();
        await rita.findCard(/CN=Group_/);
      } finally {
        await app.close();
        await outside.close();
      }

      for (const kind of ['group-created', 'resource-added', 'access-package-created'] as const) {
        assert.equal(happened.filter((one) => one === kind).length, 1, kind);
      }
      for (const kind of ['role-scope-added', 'policy-created', 'assignment-requested'] as const) {
        assert.equal(happened.filter((one) => one === kind).length, 1, kind);
      }
      assert.deepEqual(log.messages('error'), []);
    });
  }
});
