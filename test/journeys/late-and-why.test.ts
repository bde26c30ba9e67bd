import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { Chatter } from '../support/chat.ts';
import { startOutside } from '../support/journey.ts';
import { LeapingClock } from '../support/leaping-clock.ts';
import { askInChat, openApproval } from '../support/request-by-chat.ts';
import { SilentLog } from '../support/silent-log.ts';

describe('a request that waits for a sync which is switched off', () => {
  it('becomes late and overdue by itself, says why, and arrives when that is mended', async (t) => {
    const outside = await startOutside();
    const log = new SilentLog();
    const clock = new LeapingClock(outside.clock);
    const app = await startApp(readConfig(outside.env), log, { clock });
    t.after(async () => {
      await app.close();
      await outside.close();
    });
    await outside.teams.announceInstall();
    outside.connect.pause();
    const { rita, id } = await askInChat(outside.teams);
    const { approver, message, view } = await openApproval(outside.teams, id);
    await approver.click(message, view, { title: /^Approve/ });
    await rita.findCard(/The sync is switched off\. An administrator must switch it on\./);

    clock.leap(1.2);
    const late = await rita.findCard(/^Later than expected: Rita Requester in Treasury Payments/);
    clock.leap(1);
    const overdue = await rita.findCard(/^Overdue: Rita Requester in Treasury Payments/);
    const amir = new Chatter(outside.teams, 'amir');
    const told = await amir.findCard(
      /^(?:Refresh\n)?Overdue: [^]*This is the reason:\nThe sync is switched off\./,
    );
    await rita.findCard(/^Later than expected[^]*A newer message from me has the reasons/);

    assert.notEqual(late.id, overdue.id);
    assert.match(JSON.stringify(told.attachments), /"Action\.OpenUrl".*"https:..entra\.microsoft/);
    assert.doesNotMatch(JSON.stringify(overdue.attachments), /Action\.OpenUrl/);

    const own = await amir.view(told);
    const why = await amir.click(told, own, { title: /^Why not yet/ });
    assert.match(why.text, /^Why not yet\?[^]*This is the reason:\nThe sync is switched off\./);
    assert.match(why.text, /By\nan administrator\nSeen\nThe schedule of Entra Connect/);
    assert.match(why.text, /To do\nRun Set-ADSyncScheduler -SyncCycleEnabled/);
    await rita.say(`why ${id}`);
    await rita.findCard(
      /^Why not yet\?[^]*Ask an administrator to switch the scheduled sync on again/,
    );

    outside.connect.resume();
    const started = await amir.click(told, why, { title: /^Sync now/ });
    assert.match(started.text, /One request waits for it\.\nI started a sync/);
    await rita.findCard(/CN=Group_/);
    await rita.findCard(/^Arrived after all: Rita Requester in Treasury Payments/);
    await amir.findCard(/^Arrived after all/);
    assert.deepEqual(log.messages('error'), []);
  });
});
