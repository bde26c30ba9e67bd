import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem } from '../../src/domain/problem.ts';
import type { RequestState } from '../../src/domain/request.ts';
import { wordsFor } from '../../src/teams/words/choose.ts';
import { hasGuardedAction } from '../support/card-lint.ts';
import { driftRows } from '../support/card-samples/drift.ts';
import { stagingDiagnosis } from '../support/card-samples/late-request.ts';
import { becomesTrue } from '../support/eventually.ts';
import { ada, amir, at, ben, requestIn, rita } from '../support/requests.ts';
import { startTeamsWorld, type TeamsWorld, wordsOf } from '../support/teams-world.ts';

const words = wordsFor('en');

function whyOf(request: { readonly id: string; readonly version: number }): object {
  return { verb: 'why', data: { requestId: request.id, version: request.version } };
}

async function seen(world: TeamsWorld, count: number): Promise<readonly string[]> {
  await becomesTrue(() => world.connector.sent.length >= count);
  return world.connector.sent.map(({ activity }) => wordsOf(activity));
}

describe('asking why not yet', () => {
  it('answers "why" and a number with the reasons, the best first', async () => {
    await using world = await startTeamsWorld();
    const { id } = world.useCases.put(requestIn('awaiting-sync'));
    world.useCases.diagnosis = stagingDiagnosis;

    await world.say(rita, `why ${id}`);

    const [answer = ''] = await seen(world, 1);
    assert.match(answer, /staging mode and writes nothing.*did not appear in Active Directory/);
    assert.match(answer, /What I could not find out.*Active Directory: No domain controller/);
  });

  it('asks for the number when there is none', async () => {
    await using world = await startTeamsWorld();

    await world.say(rita, 'why');

    assert.equal(world.connector.sent[0]?.activity.text, words.chat.needsNumber('why'));
  });

  it('answers the button with a view of its own and a way back', async () => {
    await using world = await startTeamsWorld();
    const request = world.useCases.put(requestIn('awaiting-sync'));
    world.useCases.diagnosis = stagingDiagnosis;

    const answer = await world.click(rita, whyOf(request));
    const back = await world.click(rita, {
      verb: 'view',
      data: { requestId: request.id, version: 0 },
    });

    assert.equal(answer.type, 'application/vnd.microsoft.card.adaptive');
    assert.match(wordsOf(answer.value), /Why not yet\?.*"verb":"view"/);
    assert.match(wordsOf(back.value), /The way to Active Directory/);
    assert.equal(world.connector.sent.length, 0);
  });

  it('says at once that it looks, and sends the answer when the world is slow', async () => {
    await using world = await startTeamsWorld({ patienceMs: 20 });
    const request = world.useCases.put(requestIn('awaiting-sync'));
    await world.post(rita, { type: 'conversationUpdate' });
    const { promise, resolve } = Promise.withResolvers<typeof stagingDiagnosis>();
    world.useCases.explain = () => promise;

    await world.say(rita, `why ${request.id}`);
    assert.equal(world.connector.sent[0]?.activity.text, words.why.looking);

    resolve(stagingDiagnosis);
    assert.match((await seen(world, 2))[1] ?? '', /staging mode/);
  });

  it('tells a stranger nothing', async () => {
    await using world = await startTeamsWorld();
    const request = world.useCases.put(requestIn('awaiting-sync'));

    const answer = await world.click(ben, whyOf(request));

    assert.match(String(answer.value), /^I cannot find that request\./);
  });

  for (const [state, title] of [
    ['delivering', words.buttons.why],
    ['awaiting-membership', words.buttons.why],
    ['awaiting-sync', words.buttons.why],
    ['failed', words.buttons.whyStopped],
    ['confirmed', undefined],
    ['awaiting-approval', undefined],
  ] as const satisfies readonly (readonly [RequestState, string | undefined])[]) {
    it(`has ${title === undefined ? 'no button' : `the button "${title}"`} on a request that is ${state}`, async () => {
      await using world = await startTeamsWorld();
      const { id } = world.useCases.put(requestIn(state));

      await world.say(rita, `status ${id}`);

      const [card = ''] = await seen(world, 1);
      assert.equal(/"title":"(Why[^"]*)","verb":"why"/.exec(card)?.[1], title);
    });
  }
});

describe('sync now', () => {
  it('is a button for those who may, on their own view alone', async () => {
    await using world = await startTeamsWorld();
    const request = world.useCases.put(requestIn('awaiting-sync'));
    const view = { verb: 'view', data: { requestId: request.id, version: 1 } };

    const administrators = await world.click(amir, view);
    const approvers = await world.click(ada, view);

    assert.match(wordsOf(administrators.value), /"verb":"sync-now"/);
    assert.doesNotMatch(wordsOf(approvers.value), /"verb":"sync-now"/);
  });

  it('says who has started one just before', async () => {
    await using world = await startTeamsWorld();
    await world.post(ada, { type: 'conversationUpdate' });
    world.useCases.syncResult = {
      waiting: [requestIn('awaiting-sync').id],
      connect: { kind: 'joined', startedAt: at(1), by: ada.id, covers: true },
      cloudSync: [],
    };

    await world.say(amir, 'sync now');

    const [answer = ''] = await seen(world, 1);
    assert.match(answer, /One request waits for it\..*Ada Approver had a sync started just before/);
  });

  it('says that nothing waits', async () => {
    await using world = await startTeamsWorld();

    await world.say(amir, 'Sync');

    assert.match((await seen(world, 1))[0] ?? '', /No request waits for a sync/);
  });

  for (const [code, sentence] of [
    ['not-allowed', words.syncNow.notAllowed],
    ['sync-start-not-available', words.advice['sync-start-not-available'].happened('')],
    ['sync-unreachable', words.advice['sync-unreachable'].happened('')],
  ] as const) {
    it(`explains ${code}`, async () => {
      await using world = await startTeamsWorld();
      world.useCases.failWith = new Problem(code, { detail: 'for the log' });

      await world.say(rita, 'sync now');

      const [answer = ''] = await seen(world, 1);
      assert.ok(answer.includes(sentence), answer);
    });
  }
});

describe('what administrators ask about the tenant', () => {
  for (const [command, wanted] of [
    ['engines', /What writes groups to Active Directory/],
    ['drift', /Mallory.*Remove-ADGroupMember/],
  ] as const) {
    it(`answers "${command}" to administrators alone`, async () => {
      await using world = await startTeamsWorld();
      world.useCases.drift = driftRows;

      await world.say(amir, command);
      await world.say(rita, command);

      const [answer = '', refusal = ''] = await seen(world, 2);
      assert.match(answer, wanted);
      assert.match(refusal, /Only administrators of Writeback can see this/);
    });
  }
});

describe('the news of a request that is late', () => {
  it('go to the requester and the administrators by a message for each grade', async () => {
    await using world = await startTeamsWorld();
    const request = world.useCases.put(requestIn('awaiting-sync'));
    for (const person of [rita, amir]) {
      await world.post(person, { type: 'conversationUpdate' });
    }
    await world.messenger.refreshCards(request);
    const before = world.connector.sent.length;
    const late = { grade: 'late', since: at(40) } as const;
    const overdue = { grade: 'overdue', since: at(70) } as const;

    const diagnosis = stagingDiagnosis;
    world.useCases.put({ ...request, version: 2, lateness: late, diagnosis });
    await world.messenger.refreshCards(request);
    await world.messenger.refreshCards(request);
    world.useCases.put({ ...request, version: 3, lateness: overdue, diagnosis });
    await world.messenger.refreshCards(request);
    const posted = world.connector.sent.slice(before).filter(({ method }) => method === 'POST');
    world.useCases.put(requestIn('confirmed', { id: request.id, version: 4 }));
    await world.messenger.refreshCards(request);

    assert.deepEqual(
      posted.map(({ conversationId, activity }) => [conversationId, activity.summary]),
      ['Later than expected', 'Overdue'].flatMap((title) =>
        [rita, amir].map(({ id }) => [
          `a:${id}`,
          `${title}: \u2068Rita Requester\u2069 in \u2068Finance Reports\u2069`,
        ]),
      ),
    );
    const [toRita, toAmir] = posted.map(({ activity }) => wordsOf(activity));
    assert.match(toAmir ?? '', /sync1\.corp\.contoso\.test.*entra\.microsoft\.com/);
    assert.doesNotMatch(toRita ?? '', /sync1|entra\.microsoft\.com/);
    assert.ok(
      posted.every(({ activity }) => !hasGuardedAction(activity.attachments?.[0]?.content)),
    );
    const arrived = world.connector.sent.filter(({ activity }) =>
      activity.summary?.startsWith('Arrived after all'),
    );
    assert.deepEqual(new Set(arrived.map(({ method }) => method)), new Set(['PUT']));
    assert.equal(arrived.length, 4);
  });

  it('are told anew when the next wait is late too', async () => {
    await using world = await startTeamsWorld();
    const first = requestIn('delivering', { lateness: { grade: 'late', since: at(20) } });
    world.useCases.put(first);
    await world.messenger.refreshCards(first);

    const since = { grade: 'late', since: at(60) } as const;
    world.useCases.put(requestIn('awaiting-sync', { id: first.id, version: 2, lateness: since }));
    await world.messenger.refreshCards(first);

    const late = world.connector.sent.filter(
      ({ method, activity }) => method === 'POST' && activity.summary?.startsWith('Later'),
    );
    assert.equal(late.length, 4);
  });
});

describe('a request that has stopped', () => {
  it('is told to administrators by a card with the details, once for each stop', async () => {
    await using world = await startTeamsWorld();
    const request = world.useCases.put(requestIn('failed', { failedStep: 'writeback' }));
    await world.post(amir, { type: 'conversationUpdate' });

    await world.messenger.refreshCards(request);
    await world.messenger.refreshCards(request);
    world.useCases.put(requestIn('setting-up', { id: request.id, version: 2 }));
    await world.messenger.refreshCards(request);
    world.useCases.put(requestIn('failed', { id: request.id, version: 3, at: at(50) }));
    await world.messenger.refreshCards(request);

    const toAmir = world.connector.sent.filter(
      ({ conversationId }) => conversationId === `a:${amir.id}`,
    );
    assert.deepEqual(
      toAmir.map(({ method }) => method),
      ['POST', 'PUT', 'POST'],
    );
    assert.match(wordsOf(toAmir[0]), /Request stopped.*POST answered 400.*Why did it stop/);
    assert.match(wordsOf(toAmir[1]), /Tried again/);
  });

  it('can be tried again from there', async () => {
    await using world = await startTeamsWorld();
    const request = world.useCases.put(requestIn('failed', { failedStep: 'writeback' }));
    await world.post(amir, { type: 'conversationUpdate' });
    await world.messenger.refreshCards(request);
    const card = world.cards.rows.find(({ recipientId }) => recipientId === amir.id);

    const view = { verb: 'view', data: { requestId: request.id, version: 1 } };
    const own = await world.click(amir, view, { replyToId: card?.activityId });

    assert.match(wordsOf(own.value), /Request stopped.*"verb":"retry"/);
  });
});
