import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BatchId } from '../../src/domain/ids.ts';
import { lintCard } from '../support/card-lint.ts';
import { amir, at, ben, paul, requestIn, rita } from '../support/requests.ts';
import { startTeamsWorld, wordsOf } from '../support/teams-world.ts';

const request = requestIn('awaiting-approval');
const card = {
  about: 'request',
  recipient: paul,
  kind: 'approval',
  request,
  since: at(7),
  because: 'not-permitted',
} as const;
const appLink = 'https://teams.microsoft.com/l/app/3f1c8f0e-52a7-4b0d-9c36-8f2b7d5a1e60';

describe('what was not delivered', () => {
  it('is told to an administrator, with what helps', async () => {
    await using world = await startTeamsWorld({
      appLink,
      undelivered: { listUndelivered: async () => [card] },
    });

    await world.say(amir, 'undelivered');

    const [sent] = world.connector.sent;
    assert.match(wordsOf(sent), /Paul Prüfer.*a decision that waits for them/);
    assert.match(wordsOf(sent), /A policy keeps the app from them\. Since .*:17:00Z/);
    assert.match(wordsOf(sent), new RegExp(`${request.id}.*setup policy.*${appLink}`));
    assert.deepEqual(lintCard(sent?.activity.attachments?.[0]?.content), []);
  });

  it('names lists and notices too', async () => {
    const batch = { id: BatchId.parse('WL-7K3F2Q9X'), createdAt: at(0) };
    const list = { about: 'list', recipient: paul, kind: 'approval', batch, since: at(7) } as const;
    const notice = { about: 'notice', recipient: ben, kind: 'deputy', since: at(9) } as const;
    await using world = await startTeamsWorld({
      undelivered: { listUndelivered: async () => [notice, list] },
    });

    await world.say(amir, 'undelivered');

    assert.match(
      wordsOf(world.connector.sent),
      /Ben Okafor.*that they decide for somebody.*Since.*Paul Prüfer.*decisions on a list that wait for them.*List WL-7K3F2Q9X, made on/,
    );
  });

  it('is nothing where everybody could be reached', async () => {
    await using world = await startTeamsWorld({ undelivered: { listUndelivered: async () => [] } });

    await world.say(amir, 'not delivered');

    assert.match(wordsOf(world.connector.sent), /Every card has reached its reader/);
  });

  it('is told to nobody else', async () => {
    await using world = await startTeamsWorld({
      undelivered: { listUndelivered: async () => [card] },
    });

    await world.say(rita, 'undelivered');

    assert.doesNotMatch(wordsOf(world.connector.sent), /Paul/);
    assert.equal(world.connector.sent.length, 1);
  });
});
