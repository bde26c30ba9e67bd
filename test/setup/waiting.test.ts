import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GroupId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import { listWaiting } from '../../src/setup/waiting.ts';
import { policyOf, stageOf, templateOf } from '../support/approval-policies.ts';
import { ada, amir, paul, rita } from '../support/requests.ts';
import { actorOf, type SetupWorld, setupWorld, submitted, wish } from '../support/setup-world.ts';

const policy = policyOf(templateOf([stageOf([ada, paul], { need: 'all' }), stageOf([amir])]));

const systems = {
  kind: 'existing',
  id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000002'),
} as const;

function newGroup(displayName: string): { readonly kind: 'new'; readonly displayName: string } {
  return { kind: 'new', displayName };
}

async function waitingFor(world: SetupWorld, person: Person): Promise<readonly string[]> {
  return (await world.useCases.listWaiting(actorOf(person))).map(({ id }) => id);
}

describe('what waits for an approver', () => {
  it('is what they can decide on now: neither what they have approved nor what comes later', async () => {
    await using world = await setupWorld({ policy });
    const { id, version } = await submitted(world);
    assert.deepEqual(await waitingFor(world, ada), [id]);
    assert.deepEqual(await waitingFor(world, amir), []);

    await world.useCases.approve(actorOf(ada), { requestId: id, version });

    assert.deepEqual(await waitingFor(world, ada), []);
    assert.deepEqual(await waitingFor(world, paul), [id]);
    assert.deepEqual(await waitingFor(world, rita), []);
    await world.useCases.deny(actorOf(paul), { requestId: id, version, comment: 'No.' });
    assert.deepEqual(await waitingFor(world, paul), []);
  });

  it('holds reviews beside decisions, each as long as it has waited', async () => {
    await using world = await setupWorld({
      policy: policyOf(templateOf([stageOf([paul])], { breakGlass: { hours: 4 } })),
    });
    const ids: string[] = [];
    const groups = [newGroup('First'), systems, newGroup('Third')];
    for (const group of groups) {
      const form = wish({ group });
      const result =
        group === systems
          ? await world.useCases.breakGlass(actorOf(rita), { ...form, confirmed: true })
          : await world.useCases.submit(actorOf(rita), form);
      assert.ok(result.kind === 'submitted');
      ids.push(result.request.id);
      world.pass(1);
    }

    assert.deepEqual(await waitingFor(world, paul), ids);
    assert.deepEqual(await waitingFor(world, ada), []);
  });

  it('begins with what waits the longest, and is no longer than was asked for', async () => {
    await using world = await setupWorld({ policy });
    const ids: string[] = [];
    for (const displayName of ['First', 'Second', 'Third']) {
      const group = { kind: 'new', displayName } as const;
      ids.push((await submitted(world, { group })).id);
      world.pass(1);
    }

    const listed = await listWaiting(world.deps, actorOf(paul), 10);
    const short = await listWaiting(world.deps, actorOf(paul), 2);

    assert.deepEqual(
      listed.map(({ id }) => id),
      ids,
    );
    assert.equal(short.length, 2);
  });
});
