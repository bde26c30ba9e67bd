import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BatchView } from '../../src/domain/batch-view.ts';
import type { RequestState } from '../../src/domain/request.ts';
import { noLists } from '../support/no-lists.ts';
import { ada, rita } from '../support/requests.ts';
import { listId as id, sentLines, viewOfSent } from '../support/sent-list.ts';
import { startTeamsWorld, type TeamsWorld, wordsOf } from '../support/teams-world.ts';

/** A list of thirty requests that are confirmed, but for the last one. */
function listEnding(last: RequestState): BatchView {
  return viewOfSent(sentLines(30, (row) => (row === 30 ? last : 'confirmed')));
}

function worldWith(view: BatchView): Promise<TeamsWorld> {
  const useCases = { ...noLists.useCases, view: async () => view };
  return startTeamsWorld({ lists: { ...noLists, useCases } });
}

const turnPage = {
  verb: 'list-view',
  data: { batchId: id, page: 1, seenAt: 0, card: 'outcome' },
};

describe('turning the page of how a list ended', () => {
  it('goes on telling how it ended', async () => {
    await using world = await worldWith(listEnding('failed'));

    const words = wordsOf(await world.click(rita, turnPage));

    assert.match(words, /List WL-7K3F2Q9X is finished.*page 2 of 2.*Person Number 29/);
    assert.doesNotMatch(words, /Person Number 30/, 'what stopped is on the first page');
  });

  it('shows the list itself when something of it has begun again, or to somebody else', async () => {
    await using again = await worldWith(listEnding('setting-up'));
    await using ended = await worldWith(listEnding('failed'));

    const answers = [await again.click(rita, turnPage), await ended.click(ada, turnPage)];

    for (const words of answers.map(wordsOf)) {
      assert.match(words, /page 2 of 2/);
      assert.doesNotMatch(words, /is finished/);
    }
  });
});
