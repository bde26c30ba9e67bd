import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rita } from '../support/requests.ts';
import { startTeamsWorld } from '../support/teams-world.ts';

async function search(value: object): Promise<readonly { title: string; value: string }[]> {
  await using world = await startTeamsWorld();
  const { body } = await world.post(rita, { type: 'invoke', name: 'application/search', value });
  const { value: found } = body as { value: { results: { title: string; value: string }[] } };
  return found.results.map(({ title, value: id }) => ({
    title: title.replaceAll(/[\u2066-\u2069]/g, ''),
    value: id,
  }));
}

describe('a list of groups while somebody types', () => {
  it('goes on where the list was scrolled to, and tells the id where two look alike', async () => {
    const queryOptions = { skip: 15, top: 15 };
    const found = await search({ queryText: 'Many', dataset: 'groups', queryOptions });

    assert.equal(found.length, 5);
    assert.equal(found[0]?.title, 'Many · Microsoft 365 · …00000015');
    assert.deepEqual(
      await search({ queryText: 'Fin', dataset: 'groups', queryOptions }),
      [],
      'nothing comes twice',
    );
  });
});
