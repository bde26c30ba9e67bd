import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readTurn } from '../../src/teams/turn.ts';
import { rita, tenantId } from '../support/requests.ts';
import { envelope } from '../support/teams-world.ts';

const capitals = tenantId.toUpperCase();

describe('whose turn it is', () => {
  it('is the same person and organisation however the letters of their ids are written', () => {
    const activity = {
      ...envelope(rita, 'http://127.0.0.1:1'),
      from: { id: '29:1rita', name: 'Rita', aadObjectId: rita.id.toUpperCase() },
      conversation: { id: 'a:rita', conversationType: 'personal', tenantId: capitals },
      channelData: { tenant: { id: tenantId } },
    };

    const reading = readTurn(activity, [tenantId]);

    assert.ok(reading.kind === 'turn', reading.kind);
    assert.deepEqual([reading.turn.actor.tenantId, reading.turn.actor.id], [tenantId, rita.id]);
  });
});
