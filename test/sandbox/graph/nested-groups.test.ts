import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isMember, type Reply, rita, type Send, startBench, systems } from './support.ts';

const servers = 'bbbbbbbb-0000-4000-8000-000000000008';
const approvers = 'bbbbbbbb-0000-4000-8000-000000000010';
const layla = 'aaaaaaaa-0000-4000-8000-000000000008';
const users = `/v1.0/groups/${servers}/transitiveMembers/microsoft.graph.user`;
const eventual = { headers: { ConsistencyLevel: 'eventual' } };

function add(send: Send, outer: string, inner: string): Promise<Reply> {
  const body = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${inner}` };
  return send('POST', `/v1.0/groups/${outer}/members/$ref`, { body });
}

describe('a group inside a group', () => {
  it('brings its people, and stands among the direct members itself', async (t) => {
    const { send } = await startBench(t);
    assert.equal((await add(send, servers, approvers)).status, 204);
    assert.equal((await add(send, approvers, rita)).status, 204);

    const direct = await send('GET', `/v1.0/groups/${servers}/members?$select=id`);
    const nested = await send('GET', `${users}?$count=true&$select=id&$top=3`, eventual);

    assert.deepEqual(direct.body.value, [
      { '@odata.type': '#microsoft.graph.group', id: approvers },
    ]);
    assert.equal(nested.body['@odata.count'], 4);
    assert.equal(nested.body.value.length, 3);
    assert.match(nested.body['@odata.nextLink'], /\$skiptoken=3/);
    assert.equal(await isMember(send, servers, rita), true);
    assert.equal(await isMember(send, servers, layla), false);
  });

  it('cannot be in a Microsoft 365 group', async (t) => {
    const { send } = await startBench(t);

    const { status, body } = await add(send, systems, approvers);

    assert.equal(status, 400);
    assert.match(body.error.message, /Microsoft 365 group/);
  });

  it('is asked for by an advanced query alone', async (t) => {
    const { send } = await startBench(t);

    const withoutHeader = await send('GET', `${users}?$count=true`);
    const withoutCount = await send('GET', users, eventual);

    for (const { status, body } of [withoutHeader, withoutCount]) {
      assert.deepEqual([status, body.error.code], [400, 'Request_UnsupportedQuery']);
    }
  });
});
