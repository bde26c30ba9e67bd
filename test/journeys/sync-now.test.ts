import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import pg from 'pg';
import { startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { Chatter } from '../support/chat.ts';
import { startOutside } from '../support/journey.ts';
import { askInChat, openApproval } from '../support/request-by-chat.ts';
import { SilentLog } from '../support/silent-log.ts';

const requests = 10;

/** The runs that were begun. */
async function runsIn(url: string | undefined): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ outcome: string }>(
      "select outcome from sync_runs where outcome in ('starting', 'started')",
    );
    return rows;
  } finally {
    await client.end();
  }
}

describe('"sync now" with ten requests that wait', () => {
  it('starts one run for all of them, however often it is said', async (t) => {
    const outside = await startOutside();
    const log = new SilentLog();
    const app = await startApp(readConfig(outside.env), log);
    t.after(async () => {
      await app.close();
      await outside.close();
    });
    await outside.teams.announceInstall();
    await Promise.all(
      Array.from({ length: requests }, async (_unused, index) => {
        const newGroupName = `Sync Now ${index + 1}`;
        const { rita, id } = await askInChat(outside.teams, { newGroupName });
        const { approver, message, view } = await openApproval(outside.teams, id);
        await approver.click(message, view, { title: /^Approve/ });
        await rita.findCard(new RegExp(`${id}[^]*Waiting for the sync`));
      }),
    );
    const amir = new Chatter(outside.teams, 'amir');

    await Promise.all([amir.say('sync now'), amir.say('Sync now')]);

    await amir.findCard(/^Sync now\n10 requests wait for it\.\nI started a sync/);
    await amir.findCard(/^Sync now\n10 requests wait for it\.\nYou had a sync started just before/);
    const rita = new Chatter(outside.teams, 'rita');
    for (let number = 1; number <= requests; number += 1) {
      await rita.findCard(new RegExp(`in Sync Now ${number} in Active Directory`));
    }
    assert.deepEqual(await runsIn(outside.env['DATABASE_URL']), [{ outcome: 'started' }]);
    await rita.say('sync now');
    await rita.findCard(/You may not start a sync/);
    assert.deepEqual(log.messages('error'), []);
  });
});
