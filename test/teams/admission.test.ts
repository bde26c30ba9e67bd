import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { UserId } from '../../src/domain/ids.ts';
import type { DirectoryUser } from '../../src/domain/person.ts';
import { Problem } from '../../src/domain/problem.ts';
import { Admission } from '../../src/teams/admission.ts';
import { ada, ben, requestIn, rita, tenantId } from '../support/requests.ts';
import { startTeamsWorld, wordsOf } from '../support/teams-world.ts';

/** Everybody but Ben is a member; Ada is nobody. */
class Members {
  readonly asked: UserId[] = [];
  failWith: Problem | undefined;
  hold: Promise<unknown> | undefined;

  async findUser(id: UserId): Promise<DirectoryUser | undefined> {
    this.asked.push(id);
    await this.hold;
    if (this.failWith !== undefined) {
      throw this.failWith;
    }
    const userType = id === ben.id ? 'Guest' : 'Member';
    return id === ada.id
      ? undefined
      : { id, displayName: '', userPrincipalName: '', accountEnabled: true, userType };
  }
}

const formId = 'ffffffff-0000-4000-8000-000000000001';
const submit = { verb: 'submit-request', data: { formId, reason: 'Audit', newGroupName: 'New' } };

describe('a guest of an organisation that does not let guests use the bot', () => {
  it('gets one sentence for a command, and nothing is done', async () => {
    await using world = await startTeamsWorld({ members: new Members() });

    await world.say(ben, 'request Finance Reports');

    assert.equal(world.connector.sent.length, 1);
    assert.match(wordsOf(world.connector.sent[0]), /you are here as a guest/);
    assert.deepEqual(world.useCases.calls, []);
    assert.equal(world.conversations.known.size, 0);
  });

  it('is answered help like everybody, without being looked up', async () => {
    const members = new Members();
    await using world = await startTeamsWorld({ members });

    await world.say(ben, 'help');

    assert.match(wordsOf(world.connector.sent[0]), /AdaptiveCard/);
    assert.deepEqual(members.asked, []);
  });

  it('hears the sentence for help too once that is known, and instead of a welcome', async () => {
    const members = new Members();
    await using world = await startTeamsWorld({ members });

    await world.post(ben, { type: 'installationUpdate', action: 'add' });
    await world.say(ben, 'HELP!');

    const said = world.connector.sent.map((sent) => wordsOf(sent.activity));
    assert.equal(said.length, 2);
    assert.ok(said.every((each) => /you are here as a guest/.test(each)));
    assert.deepEqual(members.asked, [ben.id]);
  });

  it('can click nothing, not even what somebody else could see', async () => {
    await using world = await startTeamsWorld({ members: new Members() });
    const request = world.useCases.put(requestIn('awaiting-approval', { beneficiary: ben }));
    const data = { requestId: request.id, version: request.version };

    for (const action of [submit, { verb: 'view', data }, { verb: 'cancel', data }]) {
      const answer = await world.click(ben, action, { replyToId: 'm1' });
      assert.match(String(answer.value), /you are here as a guest/);
    }

    assert.deepEqual(world.useCases.calls, []);
  });

  it('can neither open a dialog nor search groups', async () => {
    await using world = await startTeamsWorld({ members: new Members() });

    const dialog = await world.post(ben, {
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      value: { commandId: 'requestAccess' },
    });
    const search = await world.post(ben, {
      type: 'invoke',
      name: 'application/search',
      value: { queryText: 'Fin', dataset: 'groups' },
    });

    assert.match(wordsOf(dialog.body), /"type":"message","value":"[^"]*you are here as a guest/);
    assert.doesNotMatch(JSON.stringify(search.body), /Finance/);
    assert.deepEqual(world.useCases.calls, []);
  });

  it('sends a form from an old client in vain', async () => {
    await using world = await startTeamsWorld({ members: new Members() });

    await world.say(ben, 'help', { value: { ...submit.data, verb: submit.verb } });

    assert.match(wordsOf(world.connector.sent), /you are here as a guest/);
    assert.deepEqual(world.useCases.calls, []);
  });
});

describe('somebody whom the organisation does not know', () => {
  it('is refused everything but help', async () => {
    await using world = await startTeamsWorld({ members: new Members() });

    const { value } = await world.click(ada, submit, { replyToId: 'm1' });
    await world.say(ada, 'my requests');

    assert.match(String(value), /cannot find you in this organisation/);
    assert.match(wordsOf(world.connector.sent), /cannot find you in this organisation/);
    assert.deepEqual(world.useCases.calls, []);
  });
});

describe('where guests may use the bot', () => {
  const members = new Members();
  const options = { members, allowsGuests: true };

  it('a guest is served like a member', async () => {
    await using world = await startTeamsWorld(options);

    await world.post(ben, { type: 'installationUpdate', action: 'add' });
    await world.click(ben, submit, { replyToId: 'm1' });
    await world.say(ben, 'help');

    assert.deepEqual(world.useCases.calls, ['submit']);
    assert.doesNotMatch(wordsOf(world.connector.sent), /as a guest/);
  });

  it('somebody whom the organisation does not know is refused all the same', async () => {
    await using world = await startTeamsWorld(options);

    const { value } = await world.click(ada, submit, { replyToId: 'm1' });
    await world.say(ada, 'request');
    const search = await world.post(ada, {
      type: 'invoke',
      name: 'application/search',
      value: { queryText: 'Fin', dataset: 'groups' },
    });

    assert.match(String(value), /cannot find you in this organisation/);
    assert.match(wordsOf(world.connector.sent), /cannot find you in this organisation/);
    assert.doesNotMatch(JSON.stringify(search.body), /Finance/);
    assert.deepEqual(world.useCases.calls, []);
  });
});

describe('while Entra', () => {
  it('does not answer in time, a click does nothing and says so', async () => {
    const members = new Members();
    const { promise, resolve } = Promise.withResolvers<void>();
    members.hold = promise;
    await using world = await startTeamsWorld({ members, contentWithinMs: 60 });

    const { value } = await world.click(rita, submit, { replyToId: 'm1' });
    resolve();

    assert.match(String(value), /still looking up who you are/);
    assert.deepEqual(world.useCases.calls, []);
  });

  it('fails, people who are not known yet are refused, and the next try asks again', async () => {
    const members = new Members();
    members.failWith = new Problem('graph-unreachable', { detail: 'ECONNREFUSED' });
    await using world = await startTeamsWorld({ members });

    await world.click(rita, submit, { replyToId: 'm1' });
    assert.deepEqual(world.useCases.calls, []);
    members.failWith = undefined;
    await world.click(rita, submit, { replyToId: 'm1' });

    assert.deepEqual(world.useCases.calls, ['submit']);
  });
});

describe('looking people up', () => {
  const hour = 3_600_000;
  const cases = [
    { title: 'a member for a day', person: rita, verdict: 'member', after: 23 * hour, times: 1 },
    { title: 'a member no longer', person: rita, verdict: 'member', after: 25 * hour, times: 2 },
    { title: 'a guest for ten minutes', person: ben, verdict: 'guest', after: 540_000, times: 1 },
    { title: 'a guest no longer', person: ben, verdict: 'guest', after: 660_000, times: 2 },
    { title: 'nobody for ten minutes', person: ada, verdict: 'unknown', after: 540_000, times: 1 },
  ];
  for (const { title, person, verdict, after, times } of cases) {
    it(`keeps ${title}`, async () => {
      const members = new Members();
      let now = 0;
      const admission = new Admission(members, { now: () => new Date(now) });
      const first = await admission.admit({ tenantId, id: person.id });
      now += after;

      const second = await admission.admit({ tenantId, id: person.id });

      assert.deepEqual([first, second], [verdict, verdict]);
      assert.equal(members.asked.length, times);
    });
  }

  it('happens once for many who ask at the same moment', async () => {
    const members = new Members();
    const admission = new Admission(members, { now: () => new Date(0) });

    await Promise.all(Array.from({ length: 20 }, () => admission.admit({ tenantId, id: rita.id })));

    assert.equal(members.asked.length, 1);
  });
});
