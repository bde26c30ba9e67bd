import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GroupId } from '../../src/domain/ids.ts';
import { ada, rita } from '../support/requests.ts';
import { actorOf, type SetupWorld, setupWorld } from '../support/setup-world.ts';

const me = actorOf(rita);

async function idOf({ graph }: SetupWorld, name: string): Promise<GroupId> {
  const [group] = await graph.directory.searchGroups(name, 1);
  assert.ok(group, name);
  return group.id;
}

/** As somebody in the portal would. */
async function byHand(
  { graph }: SetupWorld,
  method: 'PATCH' | 'DELETE',
  { id, body }: { readonly id: GroupId; readonly body?: object },
): Promise<void> {
  const { status } = await fetch(`${graph.sandbox.origin}/v1.0/groups/${id}`, {
    method,
    headers: { Authorization: 'Bearer sandbox', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  assert.equal(status, 204);
}

describe('the groups that somebody keeps at hand', () => {
  it('are kept as Entra has them, once, and for nobody else', async () => {
    await using world = await setupWorld();
    const { favourites } = world.useCases;
    const id = await idOf(world, 'Finance Reports');

    const first = await favourites.keep(me, id);
    const second = await favourites.keep(me, id);

    assert.deepEqual([first.outcome, second.outcome], ['kept', 'was-kept']);
    const [kept] = await favourites.list(me);
    assert.equal(kept?.displayName, 'Finance Reports');
    assert.equal(kept.kind, 'microsoft-365');
    assert.match(kept.mail ?? '', /^finance-reports@/);
    assert.deepEqual(await favourites.list(actorOf(ada)), []);
  });

  it('are none that Entra does not know', async () => {
    await using world = await setupWorld();
    const stranger = GroupId.parse('bbbbbbbb-0000-4000-8000-0000000000ff');

    await assert.rejects(world.useCases.favourites.keep(me, stranger), {
      code: 'group-not-found',
    });

    assert.deepEqual(await world.useCases.favourites.list(me), []);
  });

  it('are seen with their new names, which are remembered', async () => {
    await using world = await setupWorld();
    const { favourites } = world.useCases;
    const id = await idOf(world, 'Finance Reports');
    await favourites.keep(me, id);
    await byHand(world, 'PATCH', { id, body: { displayName: 'Finance Figures' } });

    const stored = await favourites.list(me);
    const seen = await favourites.look(me);

    assert.equal(stored[0]?.displayName, 'Finance Reports');
    assert.deepEqual(
      seen.map(({ displayName, state }) => [displayName, state]),
      [['Finance Figures', 'there']],
    );
    assert.equal((await favourites.list(me))[0]?.displayName, 'Finance Figures');
  });

  it('say which of them are gone and which cannot be requested', async () => {
    await using world = await setupWorld();
    const { favourites } = world.useCases;
    const gone = await idOf(world, 'Finance Reports');
    await favourites.keep(me, gone);
    await favourites.keep(me, await idOf(world, 'Finance Dynamic'));
    await byHand(world, 'DELETE', { id: gone });

    const seen = await favourites.look(me);

    assert.deepEqual(
      new Map(seen.map(({ displayName, state }) => [displayName, state])),
      new Map([
        ['Finance Reports', 'gone'],
        ['Finance Dynamic', 'not-requestable'],
      ]),
    );
    assert.equal((await favourites.remove(me, gone))?.displayName, 'Finance Reports');
    assert.equal(await favourites.remove(me, gone), undefined);
  });

  it('cost no question where there are none', async () => {
    await using world = await setupWorld();
    const before = world.graph.sandbox.exchanges.length;

    assert.deepEqual(await world.useCases.favourites.look(me), []);

    assert.equal(world.graph.sandbox.exchanges.length, before);
  });
});
