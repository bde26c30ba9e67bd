import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem } from '../../src/domain/problem.ts';
import * as setup from '../../src/setup/form-input.ts';
import { limits } from '../../src/teams/cards/limits.ts';
import { wordsFor } from '../../src/teams/words/choose.ts';
import { lintCard } from '../support/card-lint.ts';
import { ada, amir, at, ben, paul, requestIn, rita, tenantId } from '../support/requests.ts';
import { type InvokeAnswer, startTeamsWorld, wordsOf } from '../support/teams-world.ts';

const texts = wordsFor('en');

const formId = 'ffffffff-0000-4000-8000-000000000001';
const group = 'bbbbbbbb-0000-4000-8000-000000000001';
const filled = { formId, group, reason: 'Audit', duration: '30' };

function isCard(answer: InvokeAnswer): boolean {
  return answer.statusCode === 200 && answer.type === 'application/vnd.microsoft.card.adaptive';
}

describe('the request form', () => {
  for (const { duration, days } of [
    { duration: undefined, days: 90 },
    { duration: 'none', days: undefined },
    { duration: '7', days: 7 },
  ]) {
    it(`asks for ${days ?? 'no end of'} days where the field says ${duration ?? 'nothing'}`, async () => {
      await using world = await startTeamsWorld();

      await world.click(rita, { verb: 'submit-request', data: { ...filled, duration } });

      assert.deepEqual(
        world.useCases.wishes.map((wish) => wish.days),
        [days],
      );
    });
  }

  it('tells who decides without a reason, which only sending needs', async () => {
    await using world = await startTeamsWorld();
    const data = { ...filled, reason: undefined };

    const preview = await world.click(rita, { verb: 'preview-route', data });
    const sent = await world.click(rita, { verb: 'submit-request', data });

    assert.doesNotMatch(wordsOf(preview.value), /isRequired/, 'no client asks for it either');
    assert.deepEqual(world.useCases.calls, ['previewRoute']);
    assert.doesNotMatch(wordsOf(preview.value), /Say why the membership is needed/);
    assert.match(wordsOf(preview.value), /This cannot be sent as it is\./);
    assert.doesNotMatch(wordsOf(preview.value), /has not been sent yet/, 'nobody tried to');
    assert.match(wordsOf(sent.value), /This has not been sent yet/);
    assert.match(wordsOf(sent.value), /Say why the membership is needed/);
  });

  it('becomes the card of the request, with its message on record', async () => {
    await using world = await startTeamsWorld();

    const answer = await world.click(
      rita,
      { verb: 'submit-request', data: filled },
      { replyToId: 'm1' },
    );

    assert.ok(isCard(answer));
    assert.match(wordsOf(answer.value), /Waiting for Ada.*"verb":"cancel"/);
    const wish = {
      formId: `${rita.id}/${formId}`,
      group: { kind: 'existing', id: group },
      beneficiary: undefined,
      accessPackageId: undefined,
      days: 30,
      reason: 'Audit',
    };
    assert.deepEqual(world.useCases.wishes, [wish]);
    assert.equal(world.cards.rows[0]?.activityId, 'm1');
    assert.equal(world.connector.sent.length, 0);
  });

  it('sent twice is one request with one card', async () => {
    await using world = await startTeamsWorld();

    await world.click(rita, { verb: 'submit-request', data: filled }, { replyToId: 'm1' });
    await world.click(rita, { verb: 'submit-request', data: filled }, { replyToId: 'm1' });

    assert.equal(world.useCases.requests.size, 1);
    assert.equal(world.cards.rows.length, 1);
  });

  for (const { title, data, words } of [
    { title: 'no group', data: { group: undefined }, words: texts.form.noGroup },
    {
      title: 'only blanks',
      data: { group: ' ', newGroupName: '\u00A0\u200B' },
      words: texts.form.noGroup,
    },
    { title: 'both groups', data: { newGroupName: 'New' }, words: texts.form.twoGroups },
    {
      title: 'a group that is no id',
      data: { group: "x' or 1" },
      words: 'Group: choose one from the list.',
    },
    { title: 'wrong types', data: { group: { a: 1 }, reason: 7 }, words: texts.form.noGroup },
    { title: 'a blank reason', data: { reason: '  ' }, words: texts.form.noReason },
    {
      title: 'a reason of 10,000 characters',
      data: { reason: 'x'.repeat(10_000) },
      words: 'Reason: at most 500 characters.',
    },
    {
      title: 'a long group name',
      data: { group: '', newGroupName: 'x'.repeat(121) },
      words: 'at most 120 characters',
    },
    {
      title: 'more people than a form takes',
      data: { personName: Array.from({ length: 41 }, (_unused, index) => `p${index}@x.y`).join() },
      words: 'at most 40 people',
    },
    {
      title: 'several people and a new group',
      data: { group: '', newGroupName: 'New', person: `${ben.id},${ada.id}` },
      words: texts.bulk.onlyExisting,
    },
    {
      title: 'a duration that was not offered',
      data: { duration: '99999' },
      words: 'For how long: choose one',
    },
    {
      title: 'a package that is no id',
      data: { accessPackage: 'all' },
      words: 'choose one from the list',
    },
  ]) {
    it(`comes back with ${title} explained and the rest kept`, async () => {
      await using world = await startTeamsWorld();

      const answer = await world.click(rita, {
        verb: 'submit-request',
        data: { ...filled, ...data },
      });

      assert.ok(isCard(answer));
      assert.ok(wordsOf(answer.value).includes(words), wordsOf(answer.value));
      assert.match(wordsOf(answer.value), new RegExp(`"formId":"${formId}"`));
      assert.deepEqual(lintCard(answer.value), []);
      assert.deepEqual(world.useCases.wishes, []);
    });
  }

  it('comes back with every refusal of the world named and with who can mend it', async () => {
    await using world = await startTeamsWorld();
    const refusals = [
      { code: 'group-is-dynamic', subject: '[x](http://evil.test)' },
      { code: 'user-is-guest', subject: 'Gina' },
      { code: 'writeback-off', subject: 'the tenant' },
    ] as const;
    world.useCases.submitResult = { kind: 'refused', refusals };

    const answer = await world.click(rita, {
      verb: 'submit-request',
      data: { ...filled, personName: 'gina@fabrikam.test' },
    });

    const words = wordsOf(answer.value);
    assert.match(
      words,
      /fills itself by a rule.*the group owner.*Gina is a guest.*an administrator.*switched off/,
    );
    assert.match(words, /"value":"gina@fabrikam.test"/);
    assert.match(words, /"value":"Audit"/);
    assert.deepEqual(lintCard(answer.value), []);
    assert.deepEqual(world.cards.rows, []);
  });

  it('comes back when Graph does not answer', async () => {
    await using world = await startTeamsWorld();
    world.useCases.failWith = new Problem('graph-unreachable', {
      detail: 'GET https://graph/secret',
    });

    const answer = await world.click(rita, { verb: 'submit-request', data: filled });

    assert.match(wordsOf(answer.value), /Microsoft Graph does not answer at the moment/);
    assert.doesNotMatch(wordsOf(answer.value), /secret/);
  });

  it('that is damaged is replaced by a new one', async () => {
    await using world = await startTeamsWorld();

    const answer = await world.click(rita, { verb: 'submit-request', data: { formId: 'x' } });

    assert.match(wordsOf(answer.value), new RegExp(texts.form.damaged));
  });

  it('is not taken in a channel', async () => {
    await using world = await startTeamsWorld();
    const extra = { conversation: { id: '19:c', conversationType: 'channel', tenantId } };

    const answer = await world.click(rita, { verb: 'submit-request', data: filled }, extra);

    assert.equal(answer.value, texts.chat.onlyPrivately);
    assert.deepEqual(world.useCases.calls, []);
  });

  it('has the limits that the use cases have', () => {
    const {
      longestReason: reason,
      longestGroupName: newGroupName,
      longestComment: comment,
    } = setup;

    assert.deepEqual(limits, { ...limits, reason, newGroupName, comment });
  });
});

describe('a click on a request', () => {
  it('approves, and shows what became of it', async () => {
    await using world = await startTeamsWorld();
    const { id, version } = world.useCases.put(requestIn('awaiting-approval'));

    const answer = await world.click(ada, {
      verb: 'approve',
      data: { requestId: id, version, comment: 'Go' },
    });

    assert.ok(isCard(answer));
    assert.match(wordsOf(answer.value), /Approved by Ada Approver.*“Go”/);
    assert.deepEqual(lintCard(answer.value), []);
    assert.equal(world.connector.sent.length, 0);
  });

  it('by the second approver tells who was faster, and decides nothing', async () => {
    await using world = await startTeamsWorld();
    const { id, version } = world.useCases.put(requestIn('awaiting-approval'));
    await world.click(ada, { verb: 'approve', data: { requestId: id, version } });

    const answer = await world.click(paul, {
      verb: 'deny',
      data: { requestId: id, version, comment: 'No' },
    });

    assert.match(wordsOf(answer.value), /Ada Approver approved this, \{\{DATE\(.*before you\./);
    assert.equal(world.useCases.requests.get(id)?.state, 'setting-up');
  });

  it('denies with a reason only, and keeps the buttons until there is one', async () => {
    await using world = await startTeamsWorld();
    const { id, version } = world.useCases.put(requestIn('awaiting-approval'));

    const first = await world.click(ada, {
      verb: 'deny',
      data: { requestId: id, version, comment: ' ' },
    });
    const second = await world.click(ada, {
      verb: 'deny',
      data: { requestId: id, version, comment: 'Ask first' },
    });

    assert.match(wordsOf(first.value), /Say why you deny.*"verb":"deny"/);
    assert.match(wordsOf(second.value), /Denied by Ada Approver.*“Ask first”/);
  });

  it('of the requester on Approve is refused with the reason', async () => {
    await using world = await startTeamsWorld();
    const { id, version } = world.useCases.put(
      requestIn('awaiting-approval', { approvers: [rita, ada] }),
    );

    const answer = await world.click(rita, { verb: 'approve', data: { requestId: id, version } });

    assert.match(wordsOf(answer.value), /You may not decide on a request of your own/);
    assert.equal(world.useCases.requests.get(id)?.state, 'awaiting-approval');
  });

  it('of a stranger shows nothing of the request', async () => {
    await using world = await startTeamsWorld();
    const { id, version } = world.useCases.put(requestIn('awaiting-approval'));

    const act = await world.click(ben, { verb: 'approve', data: { requestId: id, version } });
    const look = await world.click(ben, { verb: 'view', data: { requestId: id, version } });

    assert.match(String(act.value), /^I cannot find that request/);
    assert.ok(isCard(look));
    assert.doesNotMatch(wordsOf(look.value), /Finance/);
    assert.equal(world.useCases.requests.get(id)?.state, 'awaiting-approval');
  });

  it('on Refresh changes nothing and gives each their own buttons', async () => {
    await using world = await startTeamsWorld();
    const request = world.useCases.put(requestIn('awaiting-approval'));
    const action = { verb: 'view', data: { requestId: request.id, version: 0 } };

    const [hers, his, requesters] = [
      await world.click(ada, action),
      await world.click(amir, action),
      await world.click(rita, action),
    ];

    assert.match(wordsOf(hers.value), /"verb":"approve".*"verb":"deny"/);
    assert.doesNotMatch(wordsOf(hers.value), /"verb":"cancel"/);
    assert.match(wordsOf(his.value), /"verb":"cancel"/);
    assert.match(wordsOf(requesters.value), /"verb":"cancel"/);
    assert.deepEqual(world.useCases.requests.get(request.id), request);
  });

  it('tries again, and confirms what a person has seen', async () => {
    await using world = await startTeamsWorld();
    const failed = world.useCases.put(requestIn('failed'));
    const unseen = world.useCases.put(
      requestIn('awaiting-sync', { lastLook: { at: at(5), finding: 'not-verifiable' } }),
    );

    const retried = await world.click(amir, {
      verb: 'retry',
      data: { requestId: failed.id, version: 1 },
    });
    const attested = await world.click(ada, {
      verb: 'attest',
      data: { requestId: unseen.id, version: 1 },
    });

    assert.match(wordsOf(retried.value), /I am setting it up/);
    assert.match(wordsOf(attested.value), /Done: Ada Approver confirmed the membership/);
  });

  it('keeps the comment when Graph failed', async () => {
    await using world = await startTeamsWorld();
    const { id, version } = world.useCases.put(requestIn('awaiting-approval'));
    world.useCases.failWith = new Problem('graph-throttled', { detail: 'x' });

    const answer = await world.click(ada, {
      verb: 'approve',
      data: { requestId: id, version, comment: 'Go' },
    });

    assert.match(wordsOf(answer.value), /asking me to slow down.*"value":"Go"/);
  });

  it('of an old client arrives as a message and does the same', async () => {
    await using world = await startTeamsWorld();
    const { id, version } = world.useCases.put(requestIn('awaiting-approval'));

    await world.say(ada, '', {
      value: { verb: 'approve', requestId: id, version },
      replyToId: 'm1',
    });
    await world.say(rita, '', { value: { verb: 'submit-request', formId }, replyToId: 'm2' });
    await world.say(rita, '', { value: { verb: 'grant' } });

    const [approved, form, unknown] = world.connector.sent;
    assert.equal(world.useCases.requests.get(id)?.state, 'setting-up');
    assert.match(wordsOf(approved?.activity), /I am setting it up/);
    assert.deepEqual([form?.method, form?.activityId], ['PUT', 'm2']);
    assert.equal(unknown?.activity.text, texts.chat.badClick);
  });
});

describe('an invoke that nobody meant', () => {
  for (const { title, name, value } of [
    { title: 'without an action', name: 'adaptiveCard/action', value: {} },
    { title: 'without a value', name: 'adaptiveCard/action', value: undefined },
    {
      title: 'with an unknown verb',
      name: 'adaptiveCard/action',
      value: { action: { verb: 'grant', data: {} } },
    },
    {
      title: 'with a foreign request id',
      name: 'adaptiveCard/action',
      value: { action: { verb: 'approve', data: { requestId: '../1', version: 1 } } },
    },
    {
      title: 'with a version that is no number',
      name: 'adaptiveCard/action',
      value: { action: { verb: 'approve', data: { requestId: 'WB-7K3F2Q9X', version: '1' } } },
    },
    {
      title: 'with a verb that is no text',
      name: 'adaptiveCard/action',
      value: { action: { verb: 7, data: {} } },
    },
    {
      title: 'for a dataset of others',
      name: 'application/search',
      value: { queryText: 'x', dataset: 'secrets' },
    },
    { title: 'of another kind', name: 'fileConsent/invoke', value: {} },
    { title: 'for a token exchange', name: 'signin/tokenExchange', value: { id: 'x' } },
  ]) {
    it(`${title} is answered with HTTP 200 and a sentence`, async () => {
      await using world = await startTeamsWorld();

      const { status, body } = await world.post(rita, { type: 'invoke', name, value });

      const { statusCode, type, value: error } = body as InvokeAnswer;
      assert.deepEqual([status, statusCode, type], [200, 400, 'application/vnd.microsoft.error']);
      assert.match(JSON.stringify(error), /"message":"I .+\./);
      assert.deepEqual(world.useCases.calls, []);
    });
  }

  it('that meets a defect is answered with HTTP 200, and the reason stays inside', async () => {
    await using world = await startTeamsWorld();
    world.useCases.failWith = new Error('secret internals');

    const answer = await world.click(rita, {
      verb: 'view',
      data: { requestId: 'WB-7K3F2Q9X', version: 1 },
    });

    assert.equal(answer.statusCode, 500);
    assert.deepEqual(answer.value, { code: 'ServiceError', message: texts.chat.defect });
    assert.deepEqual(world.log.messages('error'), ['an invoke failed']);
  });
});

describe('the typeahead', () => {
  async function search(value: object): Promise<readonly { title: string; value: string }[]> {
    await using world = await startTeamsWorld();
    const { body } = await world.post(rita, { type: 'invoke', name: 'application/search', value });
    const { value: found } = body as { value: { results: { title: string; value: string }[] } };
    return found.results.map(({ title, value: id }) => ({
      title: title.replaceAll(/[\u2066-\u2069]/g, ''),
      value: id,
    }));
  }

  it('tells namesakes apart and marks what cannot be requested', async () => {
    assert.deepEqual(
      await search({
        kind: 'search',
        queryText: 'fin',
        queryOptions: { skip: 0, top: 15 },
        dataset: 'groups',
      }),
      [
        { title: 'Finance Reports · finance-reports@contoso.test · Microsoft 365', value: group },
        {
          title: 'Finance Dynamic · Microsoft 365, dynamic · cannot be requested',
          value: 'bbbbbbbb-0000-4000-8000-000000000004',
        },
      ],
    );
  });

  it('takes an empty question', async () => {
    assert.equal((await search({ queryText: '', dataset: 'groups' })).length, 2);
    assert.equal((await search({ dataset: 'groups' })).length, 2);
  });

  it('offers fifteen at most', async () => {
    assert.equal((await search({ queryText: 'Many', dataset: 'groups' })).length, 15);
  });

  it('offers access packages with their catalog', async () => {
    const [first] = await search({ queryText: '', dataset: 'accessPackages' });

    assert.equal(first?.title, 'Finance · Writeback');
  });

  it('is empty while Graph does not answer', async () => {
    await using world = await startTeamsWorld();
    world.useCases.failWith = new Problem('graph-unreachable', { detail: 'x' });

    const { body } = await world.post(rita, {
      type: 'invoke',
      name: 'application/search',
      value: { queryText: 'a', dataset: 'groups' },
    });

    assert.deepEqual((body as InvokeAnswer).value, { results: [] });
  });
});
