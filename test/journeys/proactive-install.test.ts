import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../src/compose/app.ts';
import { composeGraph } from '../../src/compose/graph.ts';
import { readConfig } from '../../src/config.ts';
import { graphChatId } from '../../src/sandbox/seed.ts';
import { idOf } from '../support/approver-world.ts';
import { Chatter, cardOf } from '../support/chat.ts';
import { startOutside } from '../support/journey.ts';
import { askInChat } from '../support/request-by-chat.ts';
import { SilentLog } from '../support/silent-log.ts';

describe('a person who never used the bot', () => {
  it('gets the app through Graph, and the bot hears of it from Teams', async () => {
    const outside = await startOutside();
    const config = readConfig(outside.env);
    const log = new SilentLog();
    const app = await startApp(config, log);
    const graph = composeGraph(config.graph, outside.clock, undefined);
    try {
      const nora = new Chatter(outside.teams, 'nora');
      const installer = graph.appInstaller ?? assert.fail('no installer');
      await outside.teams.announceInstall();
      assert.equal(outside.teams.hasApp('nora'), false);
      assert.deepEqual(nora.texts(), []);

      assert.equal(await installer.install(idOf('nora')), 'installed');
      await outside.teams.announceInstall();

      const welcome = await nora.findCard(/Writeback/);
      assert.equal(welcome.from.kind, 'bot');
      assert.equal(await installer.install(idOf('nora')), 'already-installed');
      assert.equal(await installer.findChat(idOf('nora')), graphChatId(idOf('nora')));
      assert.deepEqual(outside.judge.errors(), []);
      assert.deepEqual(log.messages('error'), []);
    } finally {
      graph.close();
      await app.close();
      await outside.close();
    }
  });

  it('is asked to decide all the same: Writeback comes to them first', async () => {
    const outside = await startOutside();
    const config = readConfig({ ...outside.env, APPROVERS: idOf('nora') });
    const log = new SilentLog();
    const app = await startApp(config, log);
    try {
      await outside.teams.announceInstall();
      assert.equal(outside.teams.hasApp('nora'), false);

      const { rita, id } = await askInChat(outside.teams);
      const approver = new Chatter(outside.teams, 'nora');
      const message = await approver.findCard(id);
      assert.match(approver.texts()[0] ?? '', /^Hello, I am Writeback/);
      const view = await approver.click(
        message,
        { card: cardOf(message) },
        { title: /Show my options/ },
      );
      const approved = await approver.click(message, view, { title: /^Approve/ });

      assert.match(approved.text, /Approved by Nora Nakamura/);
      await rita.findCard(/Waiting for the sync/);
      await outside.teams.announceInstall();
      const welcomes = approver.texts().filter((text) => text.includes('Hello, I am Writeback'));
      assert.equal(welcomes.length, 1);
      assert.equal(
        rita.texts().some((text) => text.includes('cannot write to')),
        false,
      );
      assert.deepEqual(outside.judge.errors(), []);
      assert.deepEqual(log.messages('error'), []);
    } finally {
      await app.close();
      await outside.close();
    }
  });

  it('is left alone where installing is switched off, and the requester gets the link', async () => {
    const outside = await startOutside();
    const env = { ...outside.env, APPROVERS: idOf('nora'), APP_INSTALL: 'off' };
    const app = await startApp(readConfig(env), new SilentLog());
    try {
      await outside.teams.announceInstall();

      const { rita } = await askInChat(outside.teams);
      const told = await rita.findCard(/cannot write to Nora Nakamura/);

      assert.match(
        JSON.stringify(told.attachments),
        /https:..teams\.microsoft\.com.l.app.3f1c8f0e/,
      );
      assert.equal(outside.teams.hasApp('nora'), false);
    } finally {
      await app.close();
      await outside.close();
    }
  });
});
