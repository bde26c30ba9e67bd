import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { Chatter } from '../support/chat.ts';
import { startOutside } from '../support/journey.ts';
import { askInChat, openApproval } from '../support/request-by-chat.ts';
import { SilentLog } from '../support/silent-log.ts';

describe('a tenant in which Cloud Sync is the only engine', () => {
  it('takes a request for a new group to the proof, by a cloud security group', async (t) => {
    const outside = await startOutside({ engines: ['cloud-sync'] });
    const log = new SilentLog();
    const app = await startApp(readConfig(outside.env), log);
    t.after(async () => {
      await app.close();
      await outside.close();
    });
    await outside.teams.announceInstall();

    const { rita, answer, id } = await askInChat(outside.teams);
    assert.match(answer.text, /Treasury Payments, to be created \(security group\)/);
    assert.match(answer.text, /Universal security group, written by Entra Cloud Sync/);
    const { approver, message, view } = await openApproval(outside.teams, id);
    await approver.click(message, view, { title: /^Approve/ });
    await rita.findCard(new RegExp(`${id}[^]*Waiting for the sync`));
    const amir = new Chatter(outside.teams, 'amir');
    await amir.say(`sync now ${id}`);

    await amir.findCard(/Treasury Payments by Entra Cloud Sync\nOne person is written/);
    await rita.findCard(
      /CN=Treasury Payments[^]*Universal security group \(groupType -2147483640\)/,
    );
    await amir.say('engines');
    await amir.findCard(/Entra Cloud Sync\nState\nWrites groups[^]*are made as security groups/);
    assert.deepEqual(outside.judge.errors(), []);
    assert.deepEqual(log.messages('error'), []);
  });
});
