import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createGraph } from '../../../src/graph/create-graph.ts';
import { SandboxClock } from '../../../src/sandbox/clock.ts';
import type { SandboxEngine } from '../../../src/sandbox/engines.ts';
import { startWorld, type World } from '../../../src/sandbox/world.ts';
import { serversId } from '../../support/cloud-sync-world.ts';

const clock = new SandboxClock({ speed: 1000 });

async function startSandbox(
  t: TestContext,
  engines: readonly SandboxEngine[] | undefined,
): Promise<World> {
  const world = await startWorld({
    clock,
    parts: ['graph', 'active-directory', 'connect'],
    botEndpoint: () => '',
    engines,
    syncStageMs: 10,
  });
  t.after(() => world.close());
  return world;
}

async function enginesOf({ graph }: World): Promise<readonly string[]> {
  const credentials = { kind: 'sandbox' } as const;
  const adapter = createGraph({ clock, credentials, origin: graph?.origin });
  const { engines } = await adapter.directory.getWritebackTenant();
  adapter.close();
  return engines;
}

describe('the engines of the sandbox', () => {
  for (const [engines, found] of [
    [undefined, ['connect-v2', 'connect-v1']],
    [
      ['connect-v1', 'cloud-sync'],
      ['connect-v1', 'cloud-sync'],
    ],
    [['cloud-sync'], ['cloud-sync']],
  ] as const) {
    it(`are found as ${found.join(' and ')} when ${engines?.join(' and ') ?? 'nothing'} is chosen`, async (t) => {
      assert.deepEqual(await enginesOf(await startSandbox(t, engines)), found);
    });
  }

  it('do not disturb each other: Connect leaves alone what Cloud Sync writes', async (t) => {
    const world = await startSandbox(t, ['cloud-sync']);
    const { connect, cloudSync, graph } = present(world);
    await cloudSync.run();
    const first = graph.provisioning.findRun('last')?.exported;

    connect.startCycle();
    await connect.idle();
    await cloudSync.run();

    const { created, deleted, membersRemoved } = connect.lastExport() ?? assert.fail('no export');
    assert.deepEqual([created, deleted, membersRemoved], [0, 0, 0]);
    assert.notEqual(first, 0);
    assert.equal(graph.provisioning.findRun('last')?.exported, 0, 'nothing had to be restored');
    const outcome = await cloudSync.provision(serversId, []);
    assert.equal(outcome.error?.code, 'RedundantExport');
  });
});

type Parts = Required<Pick<World, 'connect' | 'cloudSync' | 'graph'>>;

function present({ connect, cloudSync, graph }: World): {
  readonly [Part in keyof Parts]: NonNullable<Parts[Part]>;
} {
  assert.ok(connect !== undefined && cloudSync !== undefined && graph !== undefined);
  return { connect, cloudSync, graph };
}
