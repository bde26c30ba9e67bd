import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mostFavourites } from '../../src/domain/favourite.ts';
import { BatchId, GroupId, UserId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import { Problem } from '../../src/domain/problem.ts';
import { openStates, type RequestState } from '../../src/domain/request.ts';
import { outcomeCard } from '../../src/teams/cards/outcome-card.ts';
import { requestCard } from '../../src/teams/cards/request-card.ts';
import { optionsOf } from '../../src/teams/cards/view.ts';
import { wordsFor } from '../../src/teams/words/choose.ts';
import { ada, amir, requestIn, rita, tenantId } from '../support/requests.ts';
import {
  type InvokeAnswer,
  startTeamsWorld,
  type TeamsWorld,
  wordsOf,
} from '../support/teams-world.ts';

const say = wordsFor('en').favourites;
const strangerId = 'bbbbbbbb-0000-4000-8000-0000000000ff';

/** Groups that are there, kept by this person in this order. */
async function kept(world: TeamsWorld, person: Person, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    const { id } = world.useCases.groups.put(number);
    await world.useCases.favourites.keep({ ...person, tenantId }, id);
  }
}

async function namesOf(world: TeamsWorld, person: Person): Promise<readonly string[]> {
  const list = await world.useCases.favourites.list({ ...person, tenantId });
  return list.map(({ displayName }) => displayName);
}

function idOf(number: number): GroupId {
  return GroupId.parse(`bbbbbbbb-0000-4000-8000-${String(number).padStart(12, '0')}`);
}

interface Field {
  readonly id?: string;
  readonly value?: string;
  readonly choices?: readonly { readonly title: string; readonly value: string }[];
}

/** The field for a group, wherever it stands. */
function groupField(sent: unknown): Field | undefined {
  let found: Field | undefined;
  JSON.stringify(sent, (_key, node: unknown) => {
    if (typeof node === 'object' && node !== null && 'label' in node && 'id' in node) {
      found ??= node.id === 'group' ? (node as Field) : undefined;
    }
    return node;
  });
  return found;
}

describe('the list of favourites', () => {
  it('says how to begin while there are none', async () => {
    await using world = await startTeamsWorld();

    await world.say(rita, 'favourites');

    assert.match(wordsOf(world.connector.sent), /You keep no group yet\. Choose one below/);
    assert.ok(groupField(world.connector.sent));
  });

  it('shows its groups with what tells namesakes apart, and what can be done with each', async () => {
    await using world = await startTeamsWorld();
    for (const number of [1, 2, 3]) {
      const mail = number === 3 ? 'twins@contoso.test' : undefined;
      const { id } = world.useCases.groups.put(number, { displayName: 'Twins', mail });
      await world.useCases.favourites.keep({ ...rita, tenantId }, id);
    }

    await world.say(rita, 'my favourites');

    const words = wordsOf(world.connector.sent);
    assert.match(words, new RegExp(`Microsoft 365 · ${idOf(1)}`));
    assert.match(words, new RegExp(`Microsoft 365 · ${idOf(2)}`));
    assert.match(words, /twins@contoso\.test · Microsoft 365"/);
    assert.match(words, /"title":"Request access: Twins · twins@contoso\.test · Microsoft 365"/);
    assert.match(words, /"title":"Remove: Twins · twins@contoso\.test · Microsoft 365"/);
  });

  it('shows a group that is gone in Entra, to be removed and not to be asked for', async () => {
    await using world = await startTeamsWorld();
    await kept(world, rita, 1);
    world.useCases.groups.rows.clear();

    await world.say(rita, 'favourites');

    const words = wordsOf(world.connector.sent);
    assert.match(words, /No longer in Entra · group-1@contoso\.test/);
    assert.match(words, /"verb":"favourite-remove"/);
    assert.doesNotMatch(words, /"verb":"favourite-request"/);
  });

  it('shows a new name, and says so of one that cannot be requested', async () => {
    await using world = await startTeamsWorld();
    await kept(world, rita, 1);
    world.useCases.groups.put(1, { displayName: 'Renamed', isDynamic: true });

    await world.say(rita, 'favourites');

    const words = wordsOf(world.connector.sent);
    assert.match(words, /"text":"Renamed"/);
    assert.match(words, /cannot be requested/);
    assert.doesNotMatch(words, /"verb":"favourite-request"/);
  });

  it('shows what is stored while Entra does not answer, and says so', async () => {
    await using world = await startTeamsWorld();
    await kept(world, rita, 1);
    world.useCases.groups.failWith = new Problem('graph-unreachable', { detail: 'x' });

    await world.say(rita, 'favourites');

    const words = wordsOf(world.connector.sent);
    assert.match(words, /"text":"Group 1"/);
    assert.match(words, new RegExp(say.notSeen));
    assert.match(words, /"verb":"favourite-request"/);
  });

  it('does not wait for an Entra that takes its time', async () => {
    await using world = await startTeamsWorld({ patienceMs: 20 });
    await kept(world, rita, 1);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    world.useCases.groups.hold = promise;

    await world.say(rita, 'favourites');

    assert.match(wordsOf(world.connector.sent), new RegExp(say.notSeen));
    resolve(undefined);
  });

  it('is turned page by page', async () => {
    await using world = await startTeamsWorld();
    await kept(world, rita, 12);

    await world.say(rita, 'favourites');
    const next = await world.click(rita, { verb: 'favourite-list', data: { page: 1 } });

    const first = wordsOf(world.connector.sent[0]);
    assert.match(first, /1 to 8 of 12/);
    assert.match(first, /"text":"Group 12"/);
    assert.doesNotMatch(first, /"text":"Group 4"/);
    assert.match(wordsOf(next), /"text":"Group 4"[^]*"text":"Group 1"[^]*9 to 12 of 12/);
  });

  it('comes into the private chat from a group chat, where its buttons do nothing', async () => {
    await using world = await startTeamsWorld();
    await kept(world, rita, 1);
    const conversation = { id: '19:chat', conversationType: 'groupChat', tenantId };
    await world.say(rita, 'help');

    await world.say(rita, 'favourites', { conversation });
    const answer = await world.click(
      rita,
      { verb: 'favourite-remove', data: { groupId: idOf(1) } },
      { conversation },
    );

    const inChat = world.connector.sent.filter(
      ({ conversationId }) => conversationId === conversation.id,
    );
    assert.doesNotMatch(wordsOf(inChat), /Group 1/);
    assert.match(wordsOf(world.connector.sent), /"text":"Group 1"/);
    assert.equal(answer.type, 'application/vnd.microsoft.activity.message');
    assert.deepEqual(await namesOf(world, rita), ['Group 1']);
  });
});

describe('keeping and removing a favourite', () => {
  it('keeps what was chosen, once, and shows it', async () => {
    await using world = await startTeamsWorld();
    const { id: group } = world.useCases.groups.put(1);

    const first = await world.click(rita, { verb: 'favourite-keep', data: { group } });
    const second = await world.click(rita, { verb: 'favourite-keep', data: { group } });

    assert.match(wordsOf(first), /Group 1 is one of your favourites now/);
    assert.match(wordsOf(first), /group-1@contoso\.test · Microsoft 365/);
    assert.match(wordsOf(second), /Group 1 was one of your favourites already/);
    assert.deepEqual(await namesOf(world, rita), ['Group 1']);
  });

  for (const [title, data] of [
    ['nothing was chosen', {}],
    ['the field is empty', { group: '' }],
    ['what was typed is no choice', { group: 'Finance' }],
  ] as const) {
    it(`asks for a group where ${title}`, async () => {
      await using world = await startTeamsWorld();

      const answer = await world.click(rita, { verb: 'favourite-keep', data });

      assert.match(wordsOf(answer), /Choose a group from the list first/);
    });
  }

  it('keeps nothing that Entra does not know, and leaves the choice in its field', async () => {
    await using world = await startTeamsWorld();

    const answer = await world.click(rita, { verb: 'favourite-keep', data: { group: strangerId } });

    assert.equal(groupField(answer)?.value, strangerId);
    assert.match(wordsOf(answer), /"style":"attention"/);
    assert.deepEqual(await namesOf(world, rita), []);
  });

  it('says that there is no room for more, in place of the field', async () => {
    await using world = await startTeamsWorld();
    await kept(world, rita, mostFavourites);
    const { id: group } = world.useCases.groups.put(99);

    const answer = await world.click(rita, { verb: 'favourite-keep', data: { group } });

    assert.match(wordsOf(answer), /You keep 20 groups, and there is room for no more/);
    assert.equal(groupField(answer), undefined);
    assert.equal((await namesOf(world, rita)).length, mostFavourites);
  });

  it('removes once, and says so when it was not there any more', async () => {
    await using world = await startTeamsWorld();
    await kept(world, rita, 2);
    const action = { verb: 'favourite-remove', data: { groupId: idOf(1), page: 0 } };

    const first = await world.click(rita, action);
    const second = await world.click(rita, action);

    assert.match(wordsOf(first), /Group 1 is no longer one of your favourites/);
    assert.match(wordsOf(second), new RegExp(say.notAmong));
    assert.deepEqual(await namesOf(world, rita), ['Group 2']);
  });

  it("neither shows nor changes somebody else's list, whatever the card says", async () => {
    await using world = await startTeamsWorld();
    await kept(world, rita, 1);
    const foreign = { groupId: idOf(1), userId: rita.id, tenantId };

    await world.say(ada, 'favourites');
    const removed = await world.click(ada, { verb: 'favourite-remove', data: foreign });
    const asked = await world.click(ada, { verb: 'favourite-request', data: foreign });

    assert.doesNotMatch(wordsOf([world.connector.sent, removed, asked]), /Group 1/);
    assert.match(wordsOf(asked), new RegExp(say.notAmong));
    assert.deepEqual(await namesOf(world, rita), ['Group 1']);
  });

  it('changes the message, so that the list is there when the chat is opened anew', async () => {
    await using world = await startTeamsWorld();
    await world.say(rita, 'favourites');
    const { id: group } = world.useCases.groups.put(1);
    const replyToId = world.connector.sent[0]?.activityId;

    await world.click(rita, { verb: 'favourite-keep', data: { group } }, { replyToId });

    await world.say(rita, 'help');
    const updates = world.connector.sent.filter(({ method }) => method === 'PUT');
    assert.equal(updates.length, 1);
    assert.match(wordsOf(updates), /Group 1 is one of your favourites now/);
  });
});

describe('asking for a favourite', () => {
  it('posts the form with the group filled in, and leaves the list as it is', async () => {
    await using world = await startTeamsWorld();
    await kept(world, rita, 2);

    const answer = await world.click(rita, {
      verb: 'favourite-request',
      data: { groupId: idOf(1) },
    });

    assert.equal(answer.value, say.formBelow);
    assert.equal(groupField(world.connector.sent[0])?.value, idOf(1));
    assert.match(
      wordsOf(world.connector.sent[0]),
      /Group 1 · group-1@contoso\.test · Microsoft 365/,
    );
  });

  it('is offered first on every form, marked in words, before the groups of the last requests', async () => {
    await using world = await startTeamsWorld();
    await kept(world, rita, 2);
    for (const number of [1, 7]) {
      const group = { kind: 'existing', id: idOf(number), displayName: `Group ${number}` } as const;
      world.useCases.put(requestIn('denied', { group }));
    }

    await world.say(rita, 'request');

    const choices = groupField(world.connector.sent[0])?.choices ?? [];
    assert.deepEqual(
      choices.map(({ value }) => value),
      [idOf(2), idOf(1), idOf(7)],
    );
    assert.match(wordsOf(choices[0]), /Group 2 · favourite · group-2@contoso\.test/);
    assert.doesNotMatch(wordsOf(choices[2]), /favourite/);
  });

  it('is one of fifteen choices at most', async () => {
    await using world = await startTeamsWorld();
    await kept(world, rita, mostFavourites);
    world.useCases.put(requestIn('denied'));

    await world.say(rita, 'request');

    assert.equal(groupField(world.connector.sent[0])?.choices?.length, 15);
  });
});

describe('the typeahead for groups', () => {
  async function search(
    world: TeamsWorld,
    person: Person,
    value: object,
  ): Promise<readonly { title: string; value: string }[]> {
    const { body } = await world.post(person, {
      type: 'invoke',
      name: 'application/search',
      value,
    });
    const { results } = (body as InvokeAnswer).value as {
      results: { title: string; value: string }[];
    };
    return results.map(({ title, value: id }) => ({ title: wordsOf(title), value: id }));
  }

  it('begins with the favourites before anything is typed, each group once', async () => {
    await using world = await startTeamsWorld();
    await kept(world, rita, 2);

    const empty = await search(world, rita, { queryText: '', dataset: 'groups' });
    const typed = await search(world, rita, { queryText: 'fin', dataset: 'groups' });

    assert.deepEqual(
      empty.map(({ value }) => value),
      [idOf(2), idOf(1), idOf(4)],
    );
    assert.match(empty[0]?.title ?? '', /· favourite ·/);
    assert.equal(typed.length, 2);
    assert.doesNotMatch(wordsOf(typed), /· favourite ·/);
  });

  it('offers them also while Graph does not answer', async () => {
    await using world = await startTeamsWorld();
    await kept(world, rita, 1);
    world.useCases.failWith = new Problem('graph-unreachable', { detail: 'x' });

    const found = await search(world, rita, { queryText: '', dataset: 'groups' });

    assert.deepEqual(
      found.map(({ value }) => value),
      [idOf(1)],
    );
  });

  it('leaves out what is kept already where another one is to be kept', async () => {
    await using world = await startTeamsWorld();
    await kept(world, rita, 1);

    const found = await search(world, rita, { queryText: '', dataset: 'otherGroups' });

    assert.deepEqual(
      found.map(({ value }) => value),
      [idOf(4)],
    );
  });

  it('is the same for everybody else', async () => {
    await using world = await startTeamsWorld();
    await kept(world, rita, 2);
    await search(world, rita, { queryText: '', dataset: 'groups' });

    const ofAda = await search(world, ada, { queryText: '', dataset: 'groups' });
    await world.say(ada, 'request');
    const formId = 'ffffffff-0000-4000-8000-000000000001';
    const data = { formId, group: idOf(2), reason: '' };
    const again = await world.click(ada, { verb: 'submit-request', data });

    assert.doesNotMatch(wordsOf(ofAda), /· favourite/);
    assert.match(wordsOf(groupField(again)), /Group 2 · group-2@contoso\.test/);
  });
});

describe('keeping the group of a request', () => {
  const group = { kind: 'existing', id: idOf(1), displayName: 'Group 1' } as const;

  it('is offered to the requester in their own view, and keeps once', async () => {
    await using world = await startTeamsWorld();
    world.useCases.groups.put(1);
    const { id: requestId, version } = world.useCases.put(requestIn('confirmed', { group }));
    const data = { requestId, version };

    const view = await world.click(rita, { verb: 'view', data });
    const first = await world.click(rita, { verb: 'favourite-keep-asked', data });
    const second = await world.click(rita, { verb: 'favourite-keep-asked', data });

    assert.match(wordsOf(view), /"verb":"favourite-keep-asked"/);
    assert.equal(first.value, say.keptThis('favourites'));
    assert.equal(second.value, say.wasKeptThis('favourites'));
    assert.deepEqual(await namesOf(world, rita), ['Group 1']);
  });

  it('is not offered to the approver, nor for a group that is still to be made', async () => {
    await using world = await startTeamsWorld();
    const toMake = { kind: 'new', displayName: 'New', mailNickname: 'new' } as const;
    const known = world.useCases.put(requestIn('awaiting-approval', { group }));
    const unmade = world.useCases.put(requestIn('awaiting-approval', { group: toMake }));

    const views = [
      await world.click(ada, { verb: 'view', data: { requestId: known.id, version: 1 } }),
      await world.click(rita, { verb: 'view', data: { requestId: unmade.id, version: 1 } }),
    ];

    assert.doesNotMatch(wordsOf(views), /"verb":"favourite-keep-asked"/);
  });

  it('says that there is no room', async () => {
    await using world = await startTeamsWorld();
    await kept(world, rita, mostFavourites);
    const { id } = world.useCases.groups.put(99);
    const asked = { kind: 'existing', id, displayName: 'Group 99' } as const;
    const { id: requestId } = world.useCases.put(requestIn('confirmed', { group: asked }));

    const answer = await world.click(rita, {
      verb: 'favourite-keep-asked',
      data: { requestId, version: 1 },
    });

    assert.equal(answer.value, say.fullThis(mostFavourites, 'favourites'));
  });

  it("does not tell of somebody else's request", async () => {
    await using world = await startTeamsWorld();
    world.useCases.groups.put(1);
    const { id: requestId } = world.useCases.put(requestIn('confirmed', { group }));
    const stranger = {
      id: UserId.parse('aaaaaaaa-0000-4000-8000-000000000099'),
      displayName: 'Some Body',
    };

    const answer = await world.click(stranger, {
      verb: 'favourite-keep-asked',
      data: { requestId, version: 1 },
    });

    assert.doesNotMatch(wordsOf(answer), /Group 1/);
    assert.deepEqual(await namesOf(world, stranger), []);
  });

  it('leaves no card of the requester with more than six buttons, whatever else they are', async () => {
    await using world = await startTeamsWorld();
    const states: readonly RequestState[] = [
      ...openStates,
      'confirmed',
      'denied',
      'cancelled',
      'expired',
      'failed',
    ];
    for (const state of states) {
      for (const requester of [rita, amir]) {
        const batch = { id: BatchId.parse('WL-7K3F2Q9X'), row: 1 };
        const request = requestIn(state, { requester, beneficiary: requester, batch });
        const options = optionsOf(
          world.useCases.rolesOf({ id: requester.id, tenantId }, request),
          request,
        );
        const audience = { kind: 'personal', options } as const;
        const view = { words: wordsFor('en'), request, audience, readerId: requester.id };

        for (const card of [requestCard(view), outcomeCard(view)]) {
          assert.ok((card.actions?.length ?? 0) <= 6, state);
        }
      }
    }
  });
});
