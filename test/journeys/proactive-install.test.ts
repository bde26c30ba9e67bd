import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../src/compose/app.ts';
import { composeGraph } from '../../src/compose/graph.ts';
import { readConfig } from '../../src/config.ts';
import { graphChatId } from '../../src/sandbox/seed.ts';
import { idOf } from '../support/approver-world.ts';
import { Chatter } from '../support/chat.ts';
import { startOutside } from '../support/journey.ts';
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
});
