import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { EffectKind, GraphEffect } from '../../src/sandbox/graph/options.ts';
import { type Outside, startOutside } from '../support/journey.ts';
import { askInChat, openApproval } from '../support/request-by-chat.ts';

/** Made for the first request and used by all others. */
const onceForAll: EffectKind = 'catalog-created';

/** What the procedure changes for each request. */
const forEach: readonly EffectKind[] = [
  'group-created',
  'writeback-set',
  'resource-added',
  'access-package-created',
  'role-scope-added',
  'policy-created',
  'assignment-requested',
];

describe('killed between an act and its record', () => {
  let outside: Outside;
  let bot: ChildProcess;
  const happened: EffectKind[] = [];
  let deadlyEffect: EffectKind | undefined;

  before(async () => {
    outside = await startOutside({ lags: { delivered: 200, membership: 100 } });
    outside.graph.onEffect = async ({ kind }: GraphEffect) => {
      happened.push(kind);
      if (kind === deadlyEffect) {
        deadlyEffect = undefined;
        await kill(bot);
        bot = start(outside);
      }
    };
    bot = start(outside);
    await outside.teams.announceInstall();
  });

  after(async () => {
    await kill(bot);
    await outside.close();
  });

  for (const kind of [onceForAll, ...forEach]) {
    it(`finishes after ${kind} with one effect of each kind`, { timeout: 60_000 }, async () => {
      happened.length = 0;
      const { rita, id } = await askInChat(outside.teams, { newGroupName: `Killed at ${kind}` });
      const { approver, message, view } = await openApproval(outside.teams, id);
      deadlyEffect = kind;

      await approver.click(message, view, { title: /^Approve/ });
      await rita.findCard(new RegExp(`${id}[^]*Waiting for the sync`));
      outside.connect.startCycle();
      await rita.findCard(new RegExp(`Killed at ${kind}[^]*CN=Group_`));

      const expected = kind === onceForAll ? [onceForAll, ...forEach] : forEach;
      const proofs = rita
        .texts()
        .filter((text) => text.includes(kind) && text.includes('CN=Group_'));
      assert.equal(deadlyEffect, undefined, 'the bot was not killed');
      assert.deepEqual(happened.toSorted(), expected.toSorted());
      assert.equal(proofs.length, 1);
    });
  }
});

function start({ env }: Outside): ChildProcess {
  return spawn(process.execPath, ['src/main.ts'], {
    // A process that is killed leaves nothing compiled behind, so it takes what others have.
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  await delay(50);
}
