import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { defaultLags } from '../../../src/sandbox/graph/options.ts';
import { walkHappyPath } from './happy-path.ts';
import { sender, startBench } from './support.ts';

// A checker of Graph traffic that lies beside this project where it was developed; an outside clone goes without it.
const checker = path.resolve(import.meta.dirname, '../../../../shared/graph-conformance/proxy.mjs');

interface Judged {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly ignored?: true;
  readonly violations?: readonly {
    side: string;
    severity: string;
    code: string;
    message: string;
  }[];
}

describe('the whole procedure on the simulated Graph', () => {
  it('ends with a member that the sync engine can read', async (t) => {
    const { graph, clock, send } = await startBench(t);

    const { groupId } = await walkHappyPath({ send, wait: (ms) => clock.sleep(ms) });

    assert.deepEqual(graph.membersForSync(groupId), [
      {
        id: 'aaaaaaaa-0000-4000-8000-000000000001',
        onPremisesSecurityIdentifier: 'S-1-5-21-1085031214-1563985344-725345543-1101',
      },
    ]);
    const group = graph.groupsForSync().find((item) => item.id === groupId);
    assert.deepEqual(group?.writebackConfiguration, {
      isEnabled: true,
      onPremisesGroupType: 'universalSecurityGroup',
    });
  });

  it('also ends well with the real lags', async (t) => {
    const { clock, send } = await startBench(t, { lags: defaultLags });
    const begun = clock.now().getTime();

    await walkHappyPath({ send, wait: (ms) => clock.sleep(ms) });

    const took = clock.now().getTime() - begun;
    assert.ok(took > 30_000 && took < 90_000, `took ${took} ms of sandbox time`);
  });

  it('speaks as Microsoft describes Graph', async (t) => {
    if (!existsSync(checker)) {
      t.skip(`no checker at ${checker}`);
      return;
    }
    const { graph, clock } = await startBench(t);
    const judged: Judged[] = [];
    const { createProxy } = await import(pathToFileURL(checker).href);
    // oxlint-disable-next-line typescript/no-unsafe-call -- the checker has no types
    const proxy: Server = createProxy({
      target: graph.origin,
      strict: true,
      onExchange: (line: Judged) => judged.push(line),
    });
    const { promise, resolve } = Promise.withResolvers<void>();
    proxy.listen(0, '127.0.0.1', resolve);
    await promise;
    t.after(() => {
      proxy.closeAllConnections();
      proxy.close();
    });
    const address = proxy.address();
    const port = typeof address === 'object' ? address?.port : 0;

    await walkHappyPath({
      send: sender(`http://127.0.0.1:${port}`),
      wait: (ms) => clock.sleep(ms),
    });

    const wrong = judged
      .flatMap((line) =>
        (line.violations ?? []).map((violation) => ({
          ...violation,
          call: `${line.method} ${line.url} ${line.status}`,
        })),
      )
      // The page "Upsert group" documents this path; the checker's data does not have it.
      .filter(
        (violation) =>
          !(violation.code === 'unknown-path' && violation.call.includes('/groups(uniqueName=')),
      );
    assert.deepEqual(
      wrong.filter((violation) => violation.severity === 'error'),
      [],
    );
    assert.deepEqual(wrong, []);
    assert.ok(judged.filter((line) => line.ignored !== true).length > 25);
  });
});
