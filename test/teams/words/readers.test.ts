import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type { Person } from '../../../src/domain/person.ts';
import { Problem } from '../../../src/domain/problem.ts';
import { answerAction, CardAction } from '../../../src/teams/card-actions.ts';
import { createChoiceTitles } from '../../../src/teams/choice-titles.ts';
import { answerCommand } from '../../../src/teams/commands.ts';
import type { ChatDeps } from '../../../src/teams/deps.ts';
import { answerInvoke, type InvokeDeps } from '../../../src/teams/invokes.ts';
import { postedView } from '../../../src/teams/posted-view.ts';
import { RecentConversations } from '../../../src/teams/recent-conversations.ts';
import { createSubmissions } from '../../../src/teams/submissions.ts';
import { readReader, readTurn, type Turn } from '../../../src/teams/turn.ts';
import { wordsFor } from '../../../src/teams/words/choose.ts';
import { MemoryConversations } from '../../support/memory-conversations.ts';
import { noLists } from '../../support/no-lists.ts';
import { pseudoWords, textsOf, untranslated } from '../../support/pseudo-words.ts';
import { ada, amir, ben, requestIn, rita, tenantId } from '../../support/requests.ts';
import { SilentLog } from '../../support/silent-log.ts';
import {
  envelope,
  FakeUseCases,
  InstantClock,
  MemoryCards,
  startTeamsWorld,
} from '../../support/teams-world.ts';

const english = wordsFor('en');
const pseudo = pseudoWords(english);

function turnOf(person: Person, words = pseudo, changes: Partial<Turn> = {}): Turn {
  const reading = readTurn(envelope(person, 'http://127.0.0.1/'), [tenantId]);
  assert.equal(reading.kind, 'turn');
  return { ...reading.turn, words, ...changes };
}

function chat(): ChatDeps & { readonly useCases: FakeUseCases } {
  return {
    useCases: new FakeUseCases(),
    conversations: new MemoryConversations(),
    cards: new MemoryCards(),
    batches: noLists.useCases,
    batchCards: noLists.cards,
    submissions: createSubmissions(),
    titles: createChoiceTitles(),
    clock: new InstantClock(),
    log: new SilentLog(),
    deliveryFrom: () => assert.fail('nothing is sent'),
    newFormId: () => randomUUID(),
  };
}

function invokeDeps(deps: ChatDeps): InvokeDeps {
  const conversations = new RecentConversations(deps.conversations, deps.clock);
  const waits = { answerWithinMs: 60_000, contentWithinMs: 60_000 };
  return { ...deps, ...waits, conversations, allowsGuests: false };
}

describe('an answer to somebody of another language', () => {
  for (const { text, person = rita } of [
    { text: 'help' },
    { text: 'what?' },
    { text: 'request' },
    { text: 'request Finance Reports' },
    { text: 'request Nothing like it' },
    { text: 'my requests' },
    { text: 'status' },
    { text: 'status WB-7K3F2Q9X' },
    { text: 'status WB-00000000' },
    { text: 'cancel' },
    { text: 'cancel WB-7K3F2Q9X' },
    { text: 'cancel WB-9X7K3F2Q' },
    { text: 'prerequisites' },
    { text: 'prerequisites', person: amir },
  ]) {
    it(`says "${text}" to ${person.displayName} in that language`, async () => {
      const deps = chat();
      const known = requestIn('awaiting-approval');
      deps.useCases.put({ ...known, id: idOf('WB-7K3F2Q9X') });
      deps.useCases.put({ ...requestIn('denied'), id: idOf('WB-9X7K3F2Q') });

      const given: string[] = [];
      const { content } = await answerCommand(
        deps,
        turnOf(person, pseudoWords(english, given)),
        text,
      );

      const texts = textsOf(content);
      assert.ok(texts.length > 0);
      assert.deepEqual(untranslated([...texts, ...given]), []);
    });
  }

  for (const { title, action, person = rita, changes = {} } of [
    { title: 'an empty form', action: { verb: 'new-request' } },
    {
      title: 'a form in a group chat',
      action: { verb: 'new-request' },
      changes: { isPersonal: false },
    },
    { title: 'a damaged form', action: { verb: 'submit-request', data: {} } },
    {
      title: 'a form with everything wrong',
      action: {
        verb: 'submit-request',
        data: {
          formId: randomUUID(),
          group: 'x',
          person: `${ben.id},${ada.id}`,
          accessPackage: 'x',
          duration: '5',
        },
      },
    },
    {
      title: 'a form with too long texts',
      action: {
        verb: 'submit-request',
        data: { formId: randomUUID(), newGroupName: 'x'.repeat(200), reason: 'y'.repeat(2000) },
      },
    },
    { title: 'a request of nobody', action: click('view', 'WB-00000000') },
    { title: 'a click on a request of nobody', action: click('approve', 'WB-00000000') },
    { title: 'an approval of their own', action: click('approve', 'WB-7K3F2Q9X') },
    { title: 'a denial without a comment', action: click('deny', 'WB-7K3F2Q9X'), person: ada },
    { title: 'an approval', action: click('approve', 'WB-7K3F2Q9X'), person: ada },
  ]) {
    it(`answers ${title} in that language`, async () => {
      const deps = chat();
      deps.useCases.put({ ...requestIn('awaiting-approval'), id: idOf('WB-7K3F2Q9X') });

      const answer = await answerAction(
        deps,
        turnOf(person, pseudo, changes),
        CardAction.parse(action),
      );

      const texts = textsOf(answer.kind === 'card' ? answer.card : answer.text);
      assert.ok(texts.length > 0);
      assert.deepEqual(untranslated(texts), []);
    });
  }

  it('explains every problem and every complaint of the form in that language', async () => {
    const deps = chat();
    const codes = Object.keys(english.advice);
    const action = {
      verb: 'submit-request',
      data: { formId: randomUUID(), newGroupName: 'x', reason: 'y' },
    };

    for (const code of codes) {
      const subject = code === 'input-not-valid' ? 'reason-missing' : 'Rita';
      const refusal = { code: code as Problem['code'], subject };
      deps.useCases.submitResult = { kind: 'refused', refusals: [refusal] };
      const answer = await answerAction(deps, turnOf(rita), CardAction.parse(action));

      assert.deepEqual(untranslated(textsOf(answer.kind === 'card' && answer.card)), [], code);
    }
    assert.ok(codes.length > 40);
  });

  it('explains what went wrong as a whole in that language', async () => {
    const deps = chat();
    deps.useCases.failWith = new Problem('graph-unreachable', { detail: 'no answer' });

    const { content } = await answerCommand(deps, turnOf(rita), 'my requests');

    assert.deepEqual(untranslated(textsOf(content)), []);
  });

  it('offers groups with their kind in that language, each language its own titles', async () => {
    const deps = chat();
    const value = { queryText: 'fin', dataset: 'groups' };

    const offered: string[] = [];
    for (const words of [pseudo, english]) {
      const search = { name: 'application/search', value };
      const answer = await answerInvoke(invokeDeps(deps), turnOf(rita, words), search);
      offered.push(JSON.stringify(answer.body));
    }

    assert.match(offered[0] ?? '', /⟦Microsoft 365⟧, ⟦dynamic⟧ · ⟦cannot be requested⟧/);
    assert.match(offered[1] ?? '', /Microsoft 365, dynamic · cannot be requested/);
    const [known] = [...deps.titles.known(english.language).values()];
    assert.match(known ?? '', /· Microsoft 365$/);
  });
});

describe('one request for readers of two languages', () => {
  const request = requestIn('awaiting-approval');
  const draft = {
    request,
    place: { recipient: ada, kind: 'approval' as const, duty: 'send' as const },
    posted: [],
    reference: undefined,
  };
  const useCases = new FakeUseCases();

  it('is drawn in the language of each, as the same news', () => {
    const one = postedView(useCases, { ...draft, words: english });
    const other = postedView(useCases, { ...draft, words: pseudo });

    assert.notDeepEqual(one.card, other.card);
    assert.deepEqual(untranslated(textsOf(other.card)), []);
    assert.equal(one.hash, other.hash);
  });

  it('is other news when it has changed', () => {
    const before = postedView(useCases, { ...draft, words: pseudo });
    const after = postedView(useCases, {
      ...draft,
      words: pseudo,
      request: requestIn('denied', { id: request.id }),
    });

    assert.notEqual(before.hash, after.hash);
  });
});

describe('the language of a reader', () => {
  const clientInfo = { type: 'clientInfo', locale: 'fr-CA', timezone: 'America/Toronto' };

  for (const { title, activity, locale, timeZone } of [
    {
      title: 'is that of the activity',
      activity: { locale: 'de-DE', localTimezone: 'Europe/Berlin', entities: [clientInfo] },
      locale: 'de-DE',
      timeZone: 'Europe/Berlin',
    },
    {
      title: 'is else that of the client',
      activity: { entities: [{ type: 'mention' }, clientInfo] },
      locale: 'fr-CA',
      timeZone: 'America/Toronto',
    },
    {
      title: 'is unknown where nothing tells it',
      activity: { locale: 7, entities: 'none' },
      locale: undefined,
      timeZone: undefined,
    },
    {
      title: 'is unknown for what is no activity',
      activity: 'x',
      locale: undefined,
      timeZone: undefined,
    },
  ]) {
    it(title, () => {
      assert.deepEqual(readReader(activity), { locale, timeZone, words: wordsFor(locale) });
    });
  }

  it('is remembered from each activity, and kept when one does not tell it', async () => {
    await using world = await startTeamsWorld();
    const languages: unknown[] = [];

    for (const extra of [
      { locale: 'de-DE', localTimezone: 'Europe/Vienna' },
      { locale: undefined, localTimezone: undefined },
      { locale: 'ja-JP', localTimezone: undefined },
    ]) {
      await world.post(rita, { type: 'conversationUpdate', ...extra });
      const reference = world.conversations.known.get(rita.id);
      languages.push([reference?.locale, reference?.timeZone]);
    }

    assert.deepEqual(languages, [
      ['de-DE', 'Europe/Vienna'],
      ['de-DE', 'Europe/Vienna'],
      ['ja-JP', 'Europe/Vienna'],
    ]);
  });
});

function click(verb: string, requestId: string): object {
  return { verb, data: { requestId, version: 1 } };
}

function idOf(text: string): ReturnType<typeof requestIn>['id'] {
  return text as ReturnType<typeof requestIn>['id'];
}

describe('a number with a sign, from right to left', () => {
  it('stands apart, so that the sign stays in front of it', () => {
    const text = wordsFor('ar').outcome.adGroupType('عالمية', 'أمان', -2_147_483_640);

    assert.match(text, /\u2066groupType -2147483640\u2069/);
  });
});
