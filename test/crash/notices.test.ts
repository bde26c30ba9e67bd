import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { Chatter, cardOf } from '../support/chat.ts';
import { eventually } from '../support/eventually.ts';
import { type Outside, startOutside } from '../support/journey.ts';

describe('a notice that could not be delivered', () => {
  let outside: Outside;
  let bot: ChildProcess;

  before(async () => {
    outside = await startOutside();
    bot = await start(outside);
    await outside.teams.announceInstall();
  });

  after(async () => {
    await kill(bot);
    await outside.close();
  });

  it('outlives a kill, and comes once when its reader is there', { timeout: 60_000 }, async () => {
    const { teams } = outside;
    teams.setInstalled('ben', false);
    await teams.announceInstall();
    const ada = new Chatter(teams, 'ada');
    await ada.say('deputy');
    const form = await ada.findCard('Nobody decides for you at present');
    const view = { card: cardOf(form) };
    const today = new Date();
    const from = today.toISOString().slice(0, 10);
    today.setUTCDate(today.getUTCDate() + 7);
    const until = today.toISOString().slice(0, 10);
    const inputs = { deputyName: 'ben@contoso.test', from, until };
    const named = await ada.click(form, view, { title: /^Name deputy/, inputs });
    assert.match(named.text, /I cannot write to Ben Okafor/);

    await kill(bot);
    bot = await start(outside);
    teams.setInstalled('ben', true);
    await teams.announceInstall();
    const ben = new Chatter(teams, 'ben');
    await ben.findCard('You are the deputy of Ada Approver');
    await kill(bot);
    bot = await start(outside);
    await ben.say('help');
    await delay(2000);

    const told = ben.texts().filter((text) => text.includes('You are the deputy'));
    assert.equal(told.length, 1);
  });
});

/** Resolves when it answers. */
async function start({ env }: Outside): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await eventually(() => fetch(`http://127.0.0.1:${env['PORT']}/healthz`).catch(() => undefined));
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
