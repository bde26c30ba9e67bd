import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { Chatter } from '../support/chat.ts';
import { startOutside } from '../support/journey.ts';
import { askInChat, openApproval } from '../support/request-by-chat.ts';
import { SilentLog } from '../support/silent-log.ts';

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
});
