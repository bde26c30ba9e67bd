import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { Chatter } from '../support/chat.ts';
import { becomesTrue } from '../support/eventually.ts';
import { startOutside } from '../support/journey.ts';
import { askInChat, openApproval } from '../support/request-by-chat.ts';
import { SilentLog } from '../support/silent-log.ts';

/** Asks who did not get something until this is the answer. */
async function hears(administrator: Chatter, answer: RegExp): Promise<void> {
  await becomesTrue(async () => {
    await administrator.say('undelivered');
    return answer.test(administrator.texts().at(-1) ?? '');
  });
}

describe('an approver without the app', () => {
  it('is named to the requester, and gets the card as soon as the app is there', async () => {
    const outside = await startOutside();
    const log = new SilentLog();
    const app = await startApp(readConfig(outside.env), log);
    try {
      await outside.teams.announceInstall();
      outside.teams.setInstalled('paul', false);
      await outside.teams.announceInstall();

      const { rita, id } = await askInChat(outside.teams);
      await openApproval(outside.teams, id, 'ada');
      const told = await rita.findCard(/cannot (?:be reached|reach|write)[^]*Paul|Paul[^]*cannot/i);
      const paul = new Chatter(outside.teams, 'paul');
      assert.match(
        JSON.stringify(told.attachments),
        /https:..teams\.microsoft\.com.l.app.3f1c8f0e/,
      );
      assert.equal(
        outside.teams.hasApp('paul'),
        false,
        'who took the app away does not get it back',
      );
      assert.equal(
        paul.texts().some((text) => text.includes(id)),
        false,
      );

      outside.teams.setInstalled('paul', true);
      const { approver, message, view } = await openApproval(outside.teams, id, 'paul');
      const approved = await approver.click(message, view, { title: /^Approve/ });

      assert.match(approved.text, /Approved by Paul/);
      assert.deepEqual(log.messages('error'), []);
    } finally {
      await app.close();
      await outside.close();
    }
  });

  it('misses nothing any more once the app is there, when others have decided meanwhile', async () => {
    const outside = await startOutside();
    const log = new SilentLog();
    const app = await startApp(readConfig(outside.env), log);
    try {
      await outside.teams.announceInstall();
      outside.teams.setInstalled('paul', false);
      await outside.teams.announceInstall();
      const { id } = await askInChat(outside.teams);
      const ada = await openApproval(outside.teams, id, 'ada');
      const amir = new Chatter(outside.teams, 'amir');
      await hears(amir, /Not delivered[^]*Paul Prüfer/);
      await ada.approver.click(ada.message, ada.view, { title: /^Approve/ });

      outside.teams.setInstalled('paul', true);
      await hears(amir, /Every card has reached its reader/);

      const paul = new Chatter(outside.teams, 'paul');
      assert.ok(paul.texts().every((text) => !text.includes(id)));
      assert.deepEqual(log.messages('error'), []);
    } finally {
      await app.close();
      await outside.close();
    }
  });
});
