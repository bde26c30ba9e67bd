import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Batch } from '../../src/domain/batch.ts';
import { BatchId } from '../../src/domain/ids.ts';
import { Problem } from '../../src/domain/problem.ts';
import { noLists } from '../support/no-lists.ts';
import { ada, at, ben, rita, tenantId } from '../support/requests.ts';
import { startTeamsWorld, type TeamsWorld, wordsOf } from '../support/teams-world.ts';

const group = 'bbbbbbbb-0000-4000-8000-000000000001';

interface Input {
  readonly id?: string;
  readonly value?: string;
}

interface Dialog {
  readonly task: {
    readonly type: string;
    readonly value:
      | string
      | {
          readonly title: string;
          readonly card: {
            readonly contentType: string;
            readonly content: {
              readonly body: readonly Input[];
              readonly actions: readonly {
                readonly type: string;
                readonly data: Readonly<Record<string, unknown>>;
              }[];
            };
          };
        };
  };
}

/** An invoke from a chat between people, which Teams calls personal too. */
async function invoke(world: TeamsWorld, name: string, value: unknown): Promise<Dialog> {
  const conversation = {
    id: '19:rita_ben@unq.gbl.spaces',
    conversationType: 'personal',
    tenantId,
  };
  const { status, body } = await world.post(rita, { type: 'invoke', name, value, conversation });
  assert.equal(status, 200);
  return body as Dialog;
}

async function open(world: TeamsWorld, messagePayload?: object): Promise<Dialog> {
  const commandContext = messagePayload === undefined ? 'compose' : 'message';
  return invoke(world, 'composeExtension/fetchTask', {
    commandId: 'requestAccess',
    commandContext,
    messagePayload,
  });
}

async function send(world: TeamsWorld, inputs: object, dialog: Dialog): Promise<Dialog> {
  const data = { ...formOf(dialog).actions[0]?.data, ...inputs };
  return invoke(world, 'composeExtension/submitAction', {
    commandId: 'requestAccess',
    commandContext: 'compose',
    data,
  });
}

function formOf({ task }: Dialog): {
  readonly body: readonly Input[];
  readonly actions: readonly {
    readonly type: string;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
} {
  assert.equal(task.type, 'continue');
  assert.ok(typeof task.value === 'object');
  return task.value.card.content;
}

function valueOf(dialog: Dialog, id: string): string | undefined {
  return formOf(dialog).body.find((input) => input.id === id)?.value;
}

describe('"Request access" in any chat', () => {
  it('opens the form in a dialog, with buttons that dialogs know', async () => {
    await using world = await startTeamsWorld();

    const dialog = await open(world);

    assert.ok(typeof dialog.task.value === 'object');
    assert.equal(dialog.task.value.title, 'Request access');
    assert.equal(dialog.task.value.card.contentType, 'application/vnd.microsoft.card.adaptive');
    const { actions } = formOf(dialog);
    assert.equal(actions[0]?.data['verb'], 'submit-request');
    assert.ok(actions.every(({ type }) => type === 'Action.Submit'));
    assert.doesNotMatch(JSON.stringify(dialog), /Action\.Execute/);
    assert.equal(valueOf(dialog, 'person'), undefined);
    assert.match(wordsOf(dialog), /"label":"People \(empty: you\)"/);
  });

  it('does not take a chat between people for the one with the bot', async () => {
    await using world = await startTeamsWorld();

    const dialog = await open(world);
    await send(world, { group, reason: 'Audit' }, dialog);

    assert.equal(world.conversations.known.size, 0);
  });

  it('makes the request and says so; its card is for the private chat', async () => {
    await using world = await startTeamsWorld();
    const dialog = await open(world);

    const answer = await send(world, { group, reason: 'Audit' }, dialog);

    assert.deepEqual(answer.task, {
      type: 'message',
      value: 'Your request has been sent. Its card will come into our private chat.',
    });
    const [request] = world.useCases.requests.values();
    assert.equal(world.useCases.wishes[0]?.reason, 'Audit');
    assert.equal(world.cards.rows.length, 0);
    await world.messenger.refreshCards(request ?? assert.fail('no request'));
    const card = world.cards.rows.find(({ recipientId }) => recipientId === rita.id);
    assert.equal(card?.conversationId, `a:${rita.id}`);
  });

  it('says of several people that their list is still to be sent', async () => {
    const batch: Batch = {
      id: BatchId.parse('WL-7K3F2Q9X'),
      tenantId,
      version: 1,
      requester: rita,
      state: 'checking',
      rows: [],
      createdAt: at(0),
      updatedAt: at(0),
    };
    const shown = {
      entries: [],
      options: [],
      approvable: 0,
      decidable: 0,
      seenAt: at(0),
      plansHash: '',
    };
    const view = { batch, ...shown };
    const useCases = { ...noLists.useCases, start: async () => view };
    await using world = await startTeamsWorld({ lists: { ...noLists, useCases } });
    const dialog = await open(world);

    const answer = await send(
      world,
      { group, reason: 'Audit', person: `${ben.id},${ada.id}` },
      dialog,
    );

    assert.equal(answer.task.type, 'message');
    assert.match(wordsOf(answer), /nothing has been sent yet.*private chat.*send it/);
  });

  it('has buttons that dialogs know within the form too', async () => {
    await using world = await startTeamsWorld();
    world.useCases.previewRoute = async () => ({
      kind: 'refused',
      refusals: [{ code: 'nobody-can-approve', subject: 'Approval' }],
      breakGlassHours: 8,
    });
    const dialog = await open(world);

    const again = await send(
      world,
      { verb: 'preview-route', group, reason: 'Audit', duration: '30' },
      dialog,
    );

    assert.match(wordsOf(formOf(again).body), /"type":"Action.Submit".*"verb":"break-glass"/);
    assert.doesNotMatch(JSON.stringify(again), /Action\.Execute/);
  });

  it('gives the form back with what is wrong, and keeps what was typed', async () => {
    await using world = await startTeamsWorld();
    const dialog = await open(world);

    const again = await send(world, { reason: 'Audit' }, dialog);

    assert.match(wordsOf(again), /Choose a group from the list, or type the name/);
    assert.equal(valueOf(again, 'reason'), 'Audit');
    const done = await send(world, { group, reason: 'Audit' }, again);
    assert.equal(done.task.type, 'message');
    assert.equal(world.useCases.requests.size, 1);
  });

  it('sent twice makes one request', async () => {
    await using world = await startTeamsWorld();
    const dialog = await open(world);

    await send(world, { group, reason: 'Audit' }, dialog);
    await send(world, { group, reason: 'Audit' }, dialog);

    assert.equal(world.useCases.requests.size, 1);
    assert.equal(new Set(world.useCases.wishes.map(({ formId }) => formId)).size, 1);
  });

  it('says in the form what the world has against it', async () => {
    await using world = await startTeamsWorld();
    const dialog = await open(world);
    world.useCases.failWith = new Problem('graph-unreachable', { detail: 'no answer' });

    const again = await send(world, { group, reason: 'Audit' }, dialog);

    assert.equal(valueOf(again, 'group'), group);
    assert.match(wordsOf(again), /Microsoft Graph|Entra/);
  });

  it('on a message is for whoever is mentioned in it, for the reason it gives', async () => {
    await using world = await startTeamsWorld();

    const dialog = await open(world, {
      id: '1',
      body: {
        contentType: 'html',
        content: '<p>Please give <at id="0">Ben</at> access &amp; soon &lt;b&gt;</p>',
      },
      from: { user: { id: ada.id, displayName: 'Ada Approver' } },
      mentions: [
        { id: 1, mentioned: { application: { id: 'bot' } } },
        { id: 0, mentioned: { user: { id: ben.id, displayName: 'Ben Okafor' } } },
      ],
    });

    assert.equal(valueOf(dialog, 'person'), ben.id);
    assert.equal(valueOf(dialog, 'reason'), 'Please give Ben access & soon <b>');
    assert.match(wordsOf(dialog), /"title":"Ben Okafor"/);
  });

  it('on a message without mentions is for its author, and for oneself on an own one', async () => {
    await using world = await startTeamsWorld();
    const body = { contentType: 'html', content: '<p>May I?</p>' };

    const theirs = await open(world, { body, from: { user: { id: ada.id } }, mentions: [] });
    const own = await open(world, { body, from: { user: { id: rita.id } }, mentions: [] });
    const bots = await open(world, { body, from: { application: { id: 'bot' } } });

    assert.equal(valueOf(theirs, 'person'), ada.id);
    assert.equal(valueOf(own, 'person'), undefined);
    assert.equal(valueOf(bots, 'person'), undefined);
  });

  for (const { title, name, value } of [
    {
      title: 'another command',
      name: 'composeExtension/fetchTask',
      value: { commandId: 'other' },
    },
    { title: 'nothing', name: 'composeExtension/fetchTask', value: undefined },
    {
      title: 'a form that cannot be read',
      name: 'composeExtension/submitAction',
      value: { commandId: 'requestAccess', data: { verb: 'destroy' } },
    },
    { title: 'a dialog it does not have', name: 'task/fetch', value: { data: {} } },
  ]) {
    it(`answers ${title} with a sentence in the dialog`, async () => {
      await using world = await startTeamsWorld();

      const { task } = await invoke(world, name, value);

      assert.equal(task.type, 'message');
      assert.ok(typeof task.value === 'string' && task.value.length > 10);
      assert.equal(world.useCases.requests.size, 0);
    });
  }

  it('answers a search extension that it does not have in the shape of one', async () => {
    await using world = await startTeamsWorld();

    const body: unknown = await invoke(world, 'composeExtension/query', { commandId: 'x' });

    const text = 'I do not offer this.';
    assert.deepEqual(body, { composeExtension: { type: 'message', text } });
  });

  it('tells a stranger in the dialog that it works for another organisation', async () => {
    await using world = await startTeamsWorld();
    const other = '11111111-1111-4111-8111-111111111111';

    const { status, body } = await world.post(rita, {
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      value: { commandId: 'requestAccess' },
      conversation: { id: '19:x', conversationType: 'personal', tenantId: other },
      channelData: { tenant: { id: other } },
    });

    assert.equal(status, 200);
    assert.match(wordsOf(body), /"task":\{"type":"message","value":"I work for another/);
  });
});
