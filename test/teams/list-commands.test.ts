import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { BatchId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import type { BatchUseCases } from '../../src/setup/batches/batch-use-cases.ts';
import type { BatchDeps } from '../../src/setup/batches/deps.ts';
import { workOnBatches } from '../../src/setup/batches/work.ts';
import { approve } from '../../src/setup/decisions.ts';
import { answerBatchAction } from '../../src/teams/batch-actions.ts';
import { answerListMessage, type ListReply } from '../../src/teams/batch-commands.ts';
import type { ChatDeps } from '../../src/teams/deps.ts';
import { loopbackFileHosts } from '../../src/teams/list-file.ts';
import { readTurn, type Turn } from '../../src/teams/turn.ts';
import { everyLanguage, wordsFor } from '../../src/teams/words/choose.ts';
import { type ListsOnPostgres, startListsOnPostgres } from '../support/lists-on-postgres.ts';
import { noLists } from '../support/no-lists.ts';
import { ada, amir, rita, tenantId } from '../support/requests.ts';
import { actorOf } from '../support/setup-world.ts';
import { SilentLog } from '../support/silent-log.ts';
import { envelope, wordsOf } from '../support/teams-world.ts';

const never = new AbortController().signal;
const { bulk } = wordsFor('en');

describe('what somebody types about a list, on real PostgreSQL', () => {
  let here: ListsOnPostgres;
  let deps: BatchDeps;
  let lists: BatchUseCases;

  before(async () => {
    here = await startListsOnPostgres();
    ({ deps, lists } = here);
  });
  after(() => here[Symbol.asyncDispose]());

  function chat(): ChatDeps {
    const used: Pick<ChatDeps, 'batches' | 'batchCards' | 'log' | 'newFormId'> = {
      batches: lists,
      batchCards: noLists.cards,
      log: new SilentLog(),
      newFormId: randomUUID,
    };
    return used as ChatDeps;
  }

  async function say(person: Person, text: string): Promise<ListReply | undefined> {
    const message = { text, activity: { id: randomUUID() } };
    return answerListMessage({ ...chat(), fileHosts: loopbackFileHosts }, turnOf(person), message);
  }

  async function answerTo(person: Person, text: string): Promise<string> {
    const reply = await say(person, text);
    assert.ok(reply !== undefined && reply !== 'comes-by-itself', `"${text}" has an answer`);
    return wordsOf(reply.content);
  }

  async function listsOfRita(): Promise<readonly BatchId[]> {
    return (await lists.listMine(actorOf(rita))).map(({ batch }) => batch.id);
  }

  async function started(text: string): Promise<BatchId> {
    assert.equal(await say(rita, text), 'comes-by-itself');
    const [id] = await listsOfRita();
    return id ?? assert.fail('no list was made');
  }

  async function sent(who: string, group: string): Promise<BatchId> {
    const id = await started(`bulk\n${who}@contoso.test; ${group}; 30`);
    await workOnBatches(deps, never);
    await lists.send(actorOf(rita), { batchId: id, seenAt: new Date(), reason: 'Closing' });
    return id;
  }

  for (const text of [
    'bulk.',
    '/bulk',
    '“List!”',
    'ｂｕｌｋ',
    '¿lista?',
    '一括。',
    'قائمة؟',
    'liste :',
  ]) {
    it(`gives the form for "${text}"`, async () => {
      const earlier = await listsOfRita();

      const answer = await answerTo(rita, text);

      assert.match(answer, /"verb":"list-check"/);
      assert.doesNotMatch(answer, /"value":/, 'nothing stands in it');
      assert.deepEqual(await listsOfRita(), earlier);
    });
  }

  for (const text of ['list my requests', 'bulk nobody@contoso.test', 'Liste\u00A0 Finance ;;30']) {
    it(`gives back on the form what is no list: "${text}"`, async () => {
      const earlier = await listsOfRita();

      const answer = await answerTo(rita, text);

      assert.match(answer, /I cannot read any of these lines/);
      assert.ok(answer.includes(`"value":"${text.replace(/^\w+\s+/, '')}"`));
      assert.deepEqual(await listsOfRita(), earlier);
    });
  }

  it('keeps on the form what is no list where it was pasted there', async () => {
    const earlier = await listsOfRita();
    const data = { formId: randomUUID(), lines: 'Finance Reports' };

    const answer = await answerBatchAction(chat(), turnOf(rita), { verb: 'list-check', data });

    assert.match(wordsOf(answer), /I cannot read any of these lines.*"value":"Finance Reports"/);
    assert.deepEqual(await listsOfRita(), earlier);
  });

  it('keeps a list of which some lines cannot be read, as they were written', async () => {
    const id = await started('  BULK \n\nnobody\n“Ada”;Finance Reports™;30');

    const { batch } = await lists.view(actorOf(rita), id);
    assert.deepEqual(
      batch.rows.map(({ who, group, complaint }) => [who, group, complaint]),
      [
        ['nobody', '', 'row-not-readable'],
        ['“Ada”', 'Finance Reports™', undefined],
      ],
    );
  });

  it('shows a list by its number after any word for lists', async () => {
    const id = await started('bulk layla@contoso.test; Finance Reports; 30');
    const earlier = await listsOfRita();
    const words = everyLanguage().flatMap(({ commands }) => commands.bulk);

    for (const text of [...words.map((word) => `${word} ${id}`), `List “${id.toLowerCase()}”?`]) {
      assert.ok((await answerTo(rita, text)).includes(bulk.heading(id)), text);
    }
    assert.deepEqual(await listsOfRita(), earlier);
  });

  it('finds the number whatever marks are around it', async () => {
    const id = await started('bulk layla@contoso.test; Finance Reports; 30');

    for (const text of [
      `status ${id}?`,
      `status (${id}).`,
      `warum ${id} ？`,
      `حالة \u200F${id}؟`,
    ]) {
      assert.ok((await answerTo(rita, text)).includes(bulk.heading(id)), text);
    }
  });

  it('takes back nothing of a list that is being checked or sent, and says that it will be possible', async () => {
    const checking = await started('bulk amir@contoso.test; Finance Reports; 30');
    const early = await answerTo(rita, `cancel ${checking}`);
    const sending = await sent('amir', 'Finance Reports');

    const later = await answerTo(rita, `cancel ${sending}`);

    assert.ok(early.includes(bulk.notYet), early);
    assert.ok(later.includes(bulk.notYet), later);
    await workOnBatches(deps, never);
    assert.ok((await answerTo(rita, `cancel ${sending}`)).includes(bulk.cancelling));
  });

  it('says while a list is being taken back that it is, and then that it is over', async () => {
    const id = await sent('layla', 'Projects Atlas');
    await workOnBatches(deps, never);

    for (const text of [`cancel ${id}`, `cancel ${id}`]) {
      assert.ok((await answerTo(rita, text)).includes(bulk.cancelling));
    }
    await workOnBatches(deps, never);

    assert.ok((await answerTo(rita, `cancel ${id}`)).includes(bulk.over));
  });

  it('tells approvers and administrators who alone may take it back', async () => {
    const id = await sent('nora', 'Projects Atlas');
    await workOnBatches(deps, never);

    for (const person of [ada, amir]) {
      const answer = await answerTo(person, `cancel ${id}`);
      assert.match(answer, /only \u2068?Rita Requester\u2069? can take this list back/u);
      assert.ok(!answer.includes(bulk.notCancelled));
    }
    assert.equal((await lists.view(actorOf(ada), id)).decidable, 1);
  });

  it('says that all is decided only when it is', async () => {
    const id = await sent('ben', 'Projects Atlas');
    await workOnBatches(deps, never);
    const [entry] = (await lists.view(actorOf(rita), id)).entries;
    const { id: requestId, version } = entry?.request ?? assert.fail('nothing was sent');
    await approve(deps, actorOf(ada), { requestId, version });

    assert.ok((await answerTo(rita, `cancel ${id}`)).includes(bulk.notCancelled));
  });
});

function turnOf(person: Person): Turn {
  const reading = readTurn(envelope(person, 'http://127.0.0.1/'), [tenantId]);
  assert.equal(reading.kind, 'turn');
  return reading.turn;
}
