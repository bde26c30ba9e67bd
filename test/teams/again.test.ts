import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GroupId, UserId } from '../../src/domain/ids.ts';
import { ada, ben, requestIn, rita } from '../support/requests.ts';
import { startTeamsWorld, wordsOf } from '../support/teams-world.ts';

const texts = { below: 'The form is in our private chat, filled in as before.' };

function inputs(sent: unknown): Readonly<Record<string, { value?: string; choices?: unknown[] }>> {
  const found: Record<string, { value?: string; choices?: unknown[] }> = {};
  JSON.stringify(sent, (_key, node: unknown) => {
    if (typeof node === 'object' && node !== null && 'id' in node && 'label' in node) {
      found[String(node.id)] = node as { value?: string; choices?: unknown[] };
    }
    return node;
  });
  return found;
}

const stranger = {
  id: UserId.parse('aaaaaaaa-0000-4000-8000-000000000099'),
  displayName: 'Some Body',
};

const asked = {
  requester: rita,
  beneficiary: ben,
  reason: 'Month-end closing',
  duration: { kind: 'days', days: 30 },
  group: {
    kind: 'existing',
    id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000007'),
    displayName: 'Finance Reports',
  },
} as const;

describe('asking again', () => {
  it('fills the form in as the last request was', async () => {
    await using world = await startTeamsWorld();
    world.useCases.put(requestIn('denied', asked));

    await world.say(rita, 'again');

    const fields = inputs(world.connector.sent[0]);
    assert.deepEqual(
      ['group', 'person', 'reason', 'duration'].map((id) => fields[id]?.value),
      [asked.group.id, ben.id, 'Month-end closing', '30'],
    );
  });

  it('names a group that never came to be as a new one', async () => {
    await using world = await startTeamsWorld();
    const group = { kind: 'new', displayName: 'New Group', mailNickname: 'new-group' } as const;
    const { id } = world.useCases.put(requestIn('cancelled', { ...asked, group }));

    await world.say(rita, `again ${id}`);

    const fields = inputs(world.connector.sent[0]);
    assert.equal(fields['newGroupName']?.value, 'New Group');
    assert.equal(fields['group']?.value, undefined);
  });

  it('begins with "request" where nothing was asked for before', async () => {
    await using world = await startTeamsWorld();

    await world.say(rita, 'again');

    assert.match(wordsOf(world.connector.sent), /You have asked for nothing yet/);
  });

  it('is a button on a request that is over, and posts a form of its own', async () => {
    await using world = await startTeamsWorld();
    const request = world.useCases.put(requestIn('denied', asked));
    const data = { requestId: request.id, version: request.version };
    const view = await world.click(rita, { verb: 'view', data });
    assert.match(wordsOf(view), /"verb":"again"/);

    const answer = await world.click(rita, { verb: 'again', data });

    assert.equal(answer.value, texts.below);
    assert.equal(world.connector.sent.length, 1);
    assert.equal(inputs(world.connector.sent[0])['reason']?.value, 'Month-end closing');
  });

  it('is not offered while the request is open, nor to the approver', async () => {
    await using world = await startTeamsWorld();
    const open = world.useCases.put(requestIn('awaiting-approval', asked));
    const ofRita = { requestId: open.id, version: open.version };
    const waiting = await world.click(rita, { verb: 'view', data: ofRita });
    world.useCases.put(requestIn('denied', { ...asked, id: open.id }));
    const denied = await world.click(ada, { verb: 'view', data: ofRita });

    assert.doesNotMatch(wordsOf(waiting), /"verb":"again"/);
    assert.doesNotMatch(wordsOf(denied), /"verb":"again"/);
  });

  it("does not tell of somebody else's request", async () => {
    await using world = await startTeamsWorld();
    const { id, version } = world.useCases.put(requestIn('denied', { ...asked, approvers: [ada] }));

    const answer = await world.click(stranger, { verb: 'again', data: { requestId: id, version } });

    assert.equal(answer.type, 'application/vnd.microsoft.activity.message');
    assert.doesNotMatch(wordsOf(answer), /Finance Reports|Month-end/);
    assert.equal(world.connector.sent.length, 0);
  });
});

describe('the form', () => {
  it('offers the groups of the last requests, five of them and each once', async () => {
    await using world = await startTeamsWorld();
    for (const number of [1, 2, 2, 3, 4, 5, 6]) {
      const id = GroupId.parse(`bbbbbbbb-0000-4000-8000-00000000010${number}`);
      const group = { kind: 'existing', id, displayName: `Group ${number}` } as const;
      world.useCases.put(requestIn('denied', { ...asked, group }));
    }

    await world.say(rita, 'request');

    const values = inputs(world.connector.sent[0])['group']?.choices?.map(
      (choice) => (choice as { value: string }).value,
    );
    assert.equal(values?.length, 5);
    assert.equal(new Set(values).size, 5);
  });
});
