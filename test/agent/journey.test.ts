import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { toPublicJwk } from '../../src/onprem/agent/request-signature.ts';
import {
  newKey,
  newStandIn,
  startAgentProcess,
  temporaryDirectory,
} from '../support/agent-world.ts';
import { startOutside } from '../support/journey.ts';
import { query } from '../support/postgres.ts';
import { askInChat, openApproval } from '../support/request-by-chat.ts';
import { SilentLog } from '../support/silent-log.ts';

/** Reads the simulated Connect as the PowerShell script reads the real one. */
function readsConnect(origin: string): string {
  return `(async () => {
    const given = await (await fetch('${origin}/scheduler')).json();
    const last = given.LastCycleFinishedAt && { startedAt: given.LastCycleStartedAt, finishedAt: given.LastCycleFinishedAt };
    process.stdout.write(JSON.stringify({
      kind: 'status',
      intervalText: given.CurrentlyEffectiveSyncCycleInterval,
      enabled: given.SyncCycleEnabled,
      staging: given.StagingModeEnabled,
      suspended: given.SchedulerSuspended,
      inProgress: given.SyncCycleInProgress,
      nextStartAt: given.NextSyncCycleStartTimeInUTC,
      currentCycleStartedAt: given.CurrentCycleStartedAt,
      lastCycle: last,
    }));
  })();`;
}

describe('a bot that reaches nothing on premises by itself', () => {
  it('takes a request to the proof through its agent', async (t) => {
    const outside = await startOutside();
    const key = newKey('site-1');
    const { AD_MODE: _ad, SYNC_MODE: _sync, ...world } = outside.env;
    const directory = await temporaryDirectory(t);
    const standIn = await newStandIn(directory, readsConnect(outside.connect.origin));
    const log = new SilentLog();
    const config = readConfig({
      ...world,
      AD_MODE: 'agent',
      SYNC_MODE: 'agent',
      AGENT_AUTH: 'key',
      AGENT_KEYS: JSON.stringify({ keys: [toPublicJwk(key)] }),
    });
    const app = await startApp(config, log);
    t.after(async () => {
      await app.close();
      await outside.close();
    });
    const agent = await startAgentProcess(t, {
      bot: { url: new URL(app.botUrl).origin },
      key,
      directory,
      env: {
        ...Object.fromEntries(Object.entries(world).filter(([name]) => /(?:^|_)AD_/.test(name))),
        AD_MODE: 'direct',
        AGENT_SYNC: 'powershell',
        AGENT_POWERSHELL: standIn.file,
      },
    });
    await outside.teams.announceInstall();

    const { rita, id } = await askInChat(outside.teams);
    const { approver, message, view } = await openApproval(outside.teams, id);
    await approver.click(message, view, { title: /^Approve/ });
    await rita.findCard(/Waiting for the sync/);
    outside.connect.startCycle();
    const proof = await rita.findCard(/CN=Group_/);

    assert.match(JSON.stringify(proof.attachments), /CN=Rita Requester,OU=Staff/);
    const audit = await query(
      config.settings.DATABASE_URL ?? '',
      "select distinct outcome from agent_audit where verb = 'membership.check' and accepted and outcome = '1 member'",
    );
    assert.equal(audit.length, 1);
    assert.equal(await agent.stop(), 0);
    assert.deepEqual(log.messages('error'), []);
  });
});
