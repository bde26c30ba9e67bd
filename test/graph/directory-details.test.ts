import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GroupId } from '../../src/domain/ids.ts';
import { groups } from '../../src/sandbox/seed.ts';
import { graphWorld } from '../support/graph-world.ts';
import { type JudgedGraph, judgedGraph } from '../support/judged-graph.ts';
import { assertProblem } from './problems.ts';
import { ok, ScriptedGraph } from './scripted-graph.ts';

const atlas = GroupId.parse(
  groups.find(({ mailNickname }) => mailNickname === 'projects-atlas')?.objectId,
);

describe('what explains why a group is not written', () => {
  it('is read from the simulated Graph, in the way that Microsoft describes', async () => {
    let judge: JudgedGraph | undefined;
    await using world = await graphWorld({
      origin: async (origin) => {
        judge = await judgedGraph(origin);
        return judge.origin;
      },
    });
    const defaults: (boolean | undefined)[] = [];

    const members = await world.details.countMembers(atlas);
    for (const newUnifiedGroupWritebackDefault of [null, false, true]) {
      world.sandbox.setTenant({ newUnifiedGroupWritebackDefault });
      defaults.push(await world.details.findWritebackDefault());
    }

    assert.equal(members, 2, 'Rita and Paul');
    assert.deepEqual(defaults, [undefined, false, true]);
    assert.deepEqual(judge?.errors(), []);
    await judge?.close();
  });

  it('is unknown where no settings were ever made', async () => {
    await using server = await ScriptedGraph.start();
    server.on('GET /v1.0/groupSettings', ok({ value: [] }));

    assert.equal(await server.connect().details.findWritebackDefault(), undefined);
  });

  it('is a problem of Graph when there is no such group', async () => {
    await using world = await graphWorld();
    const id = GroupId.parse('bbbbbbbb-0000-4000-8000-00000000ffff');

    await assertProblem(world.details.countMembers(id), 'not-visible-yet');
  });
});
