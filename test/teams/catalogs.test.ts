import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem } from '../../src/domain/problem.ts';
import type { CatalogUseCases } from '../../src/setup/catalogs.ts';
import { createConversationStore } from '../../src/store/conversation-store.ts';
import { createNoticeStore } from '../../src/store/notice-store.ts';
import { createUndeliveredStore } from '../../src/store/undelivered-store.ts';
import { readCommand } from '../../src/teams/read-command.ts';
import type { TeamsOptions } from '../../src/teams/teams-bot.ts';
import { wordsFor } from '../../src/teams/words/choose.ts';
import { type CatalogWorld, catalogWorld, newForm } from '../support/catalog-world.ts';
import { becomesTrue } from '../support/eventually.ts';
import { ada, amir, ben, rita, tenantId } from '../support/requests.ts';
import { storeDatabase } from '../support/store-database.ts';
import { startTeamsWorld, type TeamsWorld, wordsOf } from '../support/teams-world.ts';

const words = wordsFor('en').catalogs;

interface Chat extends AsyncDisposable {
  readonly teams: TeamsWorld;
  readonly world: CatalogWorld;
}

/** The bot over the sandbox's Graph; `around` may stand before the use cases. */
async function startChat(
  around: (catalogs: CatalogUseCases) => CatalogUseCases = (catalogs) => catalogs,
  options: Partial<TeamsOptions> = {},
): Promise<Chat> {
  const world = await catalogWorld();
  const teams = await startTeamsWorld({ catalogs: around(world.catalogs), ...options });
  return {
    teams,
    world,
    [Symbol.asyncDispose]: async () => {
      await teams[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}

/** Graph does not answer with the list before this. */
function after(moment: Promise<void>): (catalogs: CatalogUseCases) => CatalogUseCases {
  return (catalogs) => ({
    ...catalogs,
    list: async (actor, name) => {
      await moment;
      return catalogs.list(actor, name);
    },
  });
}

interface Outbox extends Chat {
  /** The real time after which what was not delivered is tried again, and that try. */
  later(): Promise<void>;
  /** What stands in Rita's chat. */
  told(): string;
}

/** The same with the notices on a real database. */
async function startOutbox(around?: Parameters<typeof startChat>[0]): Promise<Outbox> {
  const opened = await storeDatabase();
  const { database } = opened;
  const chat = await startChat(around, {
    conversations: createConversationStore(database),
    notices: createNoticeStore(database),
  });
  return {
    ...chat,
    later: async () => {
      await database.pool.query('update notices set due_at = now() where not waits');
      await chat.teams.sendNotices();
    },
    told: () =>
      chat.teams.connector.sent
        .filter(({ conversationId }) => conversationId === `a:${rita.id}`)
        .map(({ activity }) => activity.text ?? wordsOf(activity))
        .join('\n'),
    [Symbol.asyncDispose]: async () => {
      await chat[Symbol.asyncDispose]();
      await opened.drop();
    },
  };
}

function delegation({ world }: Chat, role: string = 'access-package-manager'): object {
  const data = { formId: newForm(), catalogId: world.finance.id, userId: rita.id, role };
  return { verb: 'catalog-confirm-delegate', data };
}

describe('the command "catalogs"', () => {
  it('is read with and without how a name begins', () => {
    assert.deepEqual(readCommand('Catalogs'), { name: 'catalogs', catalogName: undefined });
    assert.deepEqual(readCommand('catalogs Fin'), { name: 'catalogs', catalogName: 'Fin' });
  });

  it('shows those that begin so', async () => {
    await using chat = await startChat();

    await chat.teams.say(amir, 'catalogs fin');

    const shown = wordsOf(chat.teams.connector.sent[0]?.activity);
    assert.match(shown, /Finance/);
    assert.doesNotMatch(shown, /General/);
  });

  it('is answered at once where Graph is slow, and the card comes by itself', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await using chat = await startChat(after(promise), { patienceMs: 20 });
    const { sent } = chat.teams.connector;

    await chat.teams.say(amir, 'catalogs');
    assert.match(wordsOf(sent[0]?.activity), /I am looking into it/);

    resolve();
    await becomesTrue(() => sent.length > 1);
    assert.match(wordsOf(sent[1]?.activity), /Finance/);
  });

  it('is drawn in place when it was clicked and Graph is slow, with the settings as they are', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const waits = { patienceMs: undefined, answerWithinMs: undefined };
    await using chat = await startChat(after(promise), waits);
    const { sent } = chat.teams.connector;

    const action = { verb: 'catalog-list', data: {} };
    const answer = await chat.teams.click(amir, action, { replyToId: 'm1' });
    assert.match(String(answer.value), /^I am still working on this/);
    resolve();

    await becomesTrue(() => sent.length > 0);
    assert.deepEqual(
      sent.map(({ method, activityId }) => [method, activityId]),
      [['PUT', 'm1']],
    );
    assert.match(wordsOf(sent[0]?.activity), /Finance/);
  });

  it('says why where Graph does not answer', async () => {
    await using chat = await startChat((catalogs) => ({
      ...catalogs,
      list: () => Promise.reject(new Problem('graph-unreachable', { detail: 'GET catalogs' })),
    }));

    await chat.teams.say(amir, 'catalogs');

    const answer = wordsOf(chat.teams.connector.sent[0]?.activity);
    assert.match(answer, /Microsoft Graph.*"verb":"catalog-list"/);
  });

  it('says so where no catalogs are managed', async () => {
    await using teams = await startTeamsWorld();

    await teams.say(amir, 'catalogs');
    const answer = await teams.click(amir, { verb: 'catalog-new', data: {} });

    assert.equal(teams.connector.sent[0]?.activity.text, words.unavailable);
    assert.equal(answer.value, words.unavailable);
  });
});

describe("a catalog's card", () => {
  it('is for the private chat', async () => {
    await using chat = await startChat();
    const conversation = {
      id: '19:group',
      conversationType: 'groupChat',
      tenantId: '9f3c2b7a-54d1-4e0e-8a77-2c1f6d0b9e11',
    };

    const answer = await chat.teams.click(
      amir,
      { verb: 'catalog-list', data: {} },
      { conversation },
    );

    assert.equal(answer.value, wordsFor('en').chat.onlyPrivately);
  });

  it('opens no form for a new catalog to others than administrators', async () => {
    await using chat = await startChat();

    const answer = await chat.teams.click(ada, { verb: 'catalog-new', data: {} });

    assert.match(wordsOf(answer.value), new RegExp(words.notAllowed));
  });

  it('asks again for what is missing, with what was typed', async () => {
    await using chat = await startChat();
    const { id: catalogId } = chat.world.finance;
    const formId = newForm();

    for (const { verb, data, expected } of [
      {
        verb: 'catalog-create',
        data: { formId, name: ' ', description: 'Typed' },
        expected: 'Typed',
      },
      { verb: 'catalog-add', data: { formId, catalogId, group: '' }, expected: words.groupMissing },
      {
        verb: 'catalog-delegate',
        data: { catalogId, person: '', personName: ' ', role: 'catalog-owner' },
        expected: words.personMissing,
      },
      {
        verb: 'catalog-delegate',
        data: { catalogId, person: rita.id, role: 'king' },
        expected: words.roleMissing,
      },
      {
        verb: 'catalog-delegate',
        data: { catalogId, personName: 'nobody@contoso.test', role: 'catalog-owner' },
        expected: '"value":"nobody@contoso.test"',
      },
      {
        verb: 'catalog-take-back',
        data: { catalogId, assignmentId: '' },
        expected: words.whoseMissing,
      },
    ]) {
      const answer = await chat.teams.click(amir, { verb, data });

      const said = wordsOf(answer.value);
      assert.ok(said.includes(expected), `${verb}: ${said}`);
      assert.ok(said.includes(words.rejected), `${verb}: ${said}`);
    }
    assert.deepEqual(chat.world.writes(), []);
  });

  it('refuses a click that cannot be read, and does nothing', async () => {
    await using chat = await startChat();

    const answer = await chat.teams.click(amir, delegation(chat, 'king'));

    assert.equal(answer.statusCode, 400);
    assert.deepEqual(chat.world.writes(), []);
  });
});

describe('whoever gets a role', () => {
  it('is told in their own chat, once', async () => {
    await using chat = await startChat();
    const click = delegation(chat);

    const answer = await chat.teams.click(amir, click);
    const again = await chat.teams.click(amir, click);

    assert.match(wordsOf(answer.value), /access package manager of this catalog now.*I have told/);
    assert.match(wordsOf(again.value), /Rita Requester has this role already/);
    assert.equal(chat.teams.connector.sent.length, 1);
    const [told] = chat.teams.connector.sent;
    assert.equal(told?.conversationId, `a:${rita.id}`);
    assert.match(wordsOf(told?.activity), /Amir Admin made you an access package manager/);
  });

  it('keeps the role where nobody can write to them; the giver is told so, and they are when they come', async () => {
    const opened = await storeDatabase();
    const { database } = opened;
    try {
      const conversations = createConversationStore(database);
      const undelivered = createUndeliveredStore(database);
      const notices = createNoticeStore(database);
      await using chat = await startChat(undefined, { conversations, notices, undelivered });
      chat.teams.connector.lacksApp(rita.id);

      const answer = await chat.teams.click(amir, delegation(chat));
      const missed = await undelivered.listUndelivered(tenantId, 50);
      await chat.teams.say(rita, 'help');
      await chat.teams.sendNotices();
      await chat.teams.sendNotices();

      assert.match(wordsOf(answer.value), /I could not write to Rita Requester/);
      assert.deepEqual(chat.world.audit.lines(), ['assign-role begun', 'assign-role done']);
      assert.deepEqual(
        missed.map(({ recipient, kind, because }) => [recipient.displayName, kind, because]),
        [['Rita Requester', 'catalog', 'no-app']],
      );
      const told = chat.teams.connector.sent.filter(({ activity }) =>
        /Amir Admin made you an access package manager/.test(wordsOf(activity)),
      );
      assert.deepEqual(
        told.map(({ conversationId }) => conversationId),
        [`a:${rita.id}`],
      );
      assert.deepEqual(await undelivered.listUndelivered(tenantId, 50), []);
    } finally {
      await opened.drop();
    }
  });

  it('is told when the process died after the role was given, and only then', async () => {
    const deaths = {
      'before the role is given': (catalogs) => ({
        ...catalogs,
        delegate: (actor, wish, before) =>
          catalogs.delegate(actor, wish, async (certain) => {
            await before?.(certain);
            throw new Error('killed');
          }),
      }),
      'after the role is given': (catalogs) => ({
        ...catalogs,
        delegate: async (...given) => {
          await catalogs.delegate(...given);
          throw new Error('killed');
        },
      }),
    } satisfies Record<string, (catalogs: CatalogUseCases) => CatalogUseCases>;
    const told: string[] = [];
    for (const death of Object.values(deaths)) {
      await using chat = await startOutbox(death);

      await chat.teams.click(amir, delegation(chat));
      await chat.later();
      await chat.later();

      told.push(chat.told());
    }

    assert.equal(told[0], '');
    assert.equal(told[1]?.match(/Amir Admin made you an access package manager/gu)?.length, 1);
  });

  it('is told once Graph says again what they hold, however long it refuses to', async () => {
    let isRefused = true;
    await using chat = await startOutbox((catalogs) => ({
      ...catalogs,
      holdsRole: (held) =>
        isRefused
          ? Promise.reject(new Problem('graph-permission-missing', { detail: 'taken away' }))
          : catalogs.holdsRole(held),
    }));
    chat.teams.connector.failNext('POST conversations', { status: 500 });
    await chat.teams.click(amir, delegation(chat));

    await chat.later();
    const early = chat.told();
    isRefused = false;
    await chat.later();

    assert.equal(early, '');
    assert.match(chat.told(), /Amir Admin made you an access package manager/);
    assert.deepEqual(chat.teams.log.messages('warn'), [
      'somebody could not be told for now',
      'a notice was not delivered and will be tried again',
    ]);
  });

  it('does not hear late that it is gone when it was given again meanwhile', async () => {
    await using chat = await startOutbox();
    const { finance: catalog, setup } = chat.world;
    await chat.teams.click(amir, delegation(chat));
    const held = await setup.graph.catalogManagement.listRoleAssignments(catalog.id);
    const assignment = held.find(({ holder }) => holder.id === rita.id);
    const data = { formId: newForm(), catalogId: catalog.id, assignmentId: assignment?.id };
    chat.teams.connector.failNext(`POST conversations/a:${rita.id}`, { status: 500 });
    await chat.teams.click(amir, { verb: 'catalog-confirm-take-back', data });

    await chat.teams.click(amir, delegation(chat));
    await chat.later();

    assert.equal(chat.told().match(/Amir Admin made you/g)?.length, 2);
    assert.doesNotMatch(chat.told(), /no longer/);
  });

  it('hears late that it is gone where it still is', async () => {
    await using chat = await startOutbox();
    const { finance: catalog, setup } = chat.world;
    await chat.teams.click(amir, delegation(chat));
    const held = await setup.graph.catalogManagement.listRoleAssignments(catalog.id);
    const assignment = held.find(({ holder }) => holder.id === rita.id);
    const data = { formId: newForm(), catalogId: catalog.id, assignmentId: assignment?.id };
    chat.teams.connector.failNext(`POST conversations/a:${rita.id}`, { status: 500 });
    await chat.teams.click(amir, { verb: 'catalog-confirm-take-back', data });

    await chat.later();

    assert.match(chat.told(), /no longer/);
  });

  it('keeps the role where the channel fails', async () => {
    await using chat = await startChat();
    chat.teams.connector.failNext('POST conversations', { status: 500 });

    const answer = await chat.teams.click(amir, delegation(chat));

    assert.match(wordsOf(answer.value), /I could not write to Rita Requester/);
    assert.deepEqual(chat.teams.log.messages('warn'), ['somebody could not be told for now']);
  });

  it('gets none from somebody who may not give it', async () => {
    await using chat = await startChat();

    const answer = await chat.teams.click(ben, delegation(chat));

    assert.match(wordsOf(answer.value), new RegExp(words.notAllowed));
    assert.deepEqual([chat.world.writes(), chat.teams.connector.sent], [[], []]);
  });
});
