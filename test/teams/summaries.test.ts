import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import type { RequestState } from '../../src/domain/request.ts';
import { ada, amir, paul, requestIn, rita } from '../support/requests.ts';
import { startTeamsWorld, type TeamsWorld } from '../support/teams-world.ts';

const id = requestIn('awaiting-approval').id;
const commands = [
  'help',
  'what?',
  'request',
  'my requests',
  `status ${id}`,
  `why ${id}`,
  'waiting',
  'deputy',
  'drift',
  'engines',
  'prerequisites',
  'sync now',
  `cancel ${id}`,
  'status WB-00000000',
];
const states: readonly RequestState[] = ['setting-up', 'delivering', 'confirmed', 'failed'];

/** What a notification, a screen reader and the list of chats say of a message before it is opened. */
function assertSpoken({ connector }: TeamsWorld): void {
  for (const { activity } of connector.sent.filter((sent) => sent.activity.attachments)) {
    const content = JSON.stringify(activity.attachments?.[0]?.content);
    const { summary = '' } = activity;
    assert.match(summary, /\p{L}{2,} \p{L}{2,}/u, content);
    assert.doesNotMatch(summary, /\{\{|\\[*_[]/, content);
    assert.ok(content.includes(`"fallbackText":${JSON.stringify(summary)}`), content);
    assert.equal(activity.text, undefined, content);
  }
}

describe('every message with a card', () => {
  it('comes with words for it when it answers somebody', async () => {
    await using world = await startTeamsWorld();
    world.useCases.put(requestIn('awaiting-approval', { id }));
    for (const person of [rita, amir]) {
      await world.post(person, {
        type: 'conversationUpdate',
        membersAdded: [{ id: '28:bot' }],
      });
      for (const command of commands) {
        await world.say(person, command);
      }
    }

    assert.ok(world.connector.sent.length >= 2 * commands.length);
    assertSpoken(world);
  });

  it('comes with words for it when the bot speaks first, and when it changes', async () => {
    await using world = await startTeamsWorld();
    for (const person of [rita, ada, paul, amir]) {
      await world.post(person, { type: 'conversationUpdate' });
    }
    world.useCases.put(requestIn('awaiting-approval', { id }));
    await world.messenger.refreshCards({ id });
    for (const [index, state] of states.entries()) {
      world.useCases.put(requestIn(state, { id, version: index + 2 }));
      await world.messenger.refreshCards({ id });
    }

    assert.ok(world.connector.sent.some(({ method }) => method === 'PUT'));
    assert.ok(world.connector.sent.length > 8);
    assertSpoken(world);
  });

  it('is made in one place, where the summary is put in', async () => {
    const folder = new URL('../../src/teams/', import.meta.url);
    const files = (await readdir(folder, { recursive: true })).filter((file) =>
      file.endsWith('.ts'),
    );
    const makers: string[] = [];
    for (const file of files) {
      const source = await readFile(new URL(file, folder), 'utf8');
      makers.push(...(/\battachments: \[/.test(source) ? [file] : []));
    }

    assert.deepEqual(makers, ['connector.ts']);
  });
});
