import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { defaultLags } from '../../../src/sandbox/graph/options.ts';
import { startGraph } from '../../../src/sandbox/graph/server.ts';
import { Journal } from '../../../src/sandbox/journal.ts';
import {
  assignDirectly,
  em,
  findSeededPackage,
  HandClock,
  isMember,
  newGroup,
  reports,
  sender,
} from './support.ts';

describe('a restart', () => {
  it('finds everything that was answered, and what was under way goes on', async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'graph-'));
    t.after(() => {
      rmSync(folder, { recursive: true });
    });
    const file = path.join(folder, 'journal.jsonl');
    const clock = new HandClock();
    const first = await startGraph({ journal: new Journal(file), clock, lags: defaultLags });
    const before = sender(first.origin);
    const made = await before('POST', '/v1.0/groups', { body: newGroup });
    const asked = await assignDirectly(before, await findSeededPackage(before));
    first.setTenant({ licence: 'P2' });
    await first.close();

    clock.advance(20_000);
    const second = await startGraph({ journal: new Journal(file), clock, lags: defaultLags });
    t.after(() => second.close());
    const after = sender(second.origin);

    assert.equal(
      (await after('GET', `/v1.0/groups/${made.body.id}`)).body.displayName,
      'Quarter close',
    );
    assert.equal(
      (await after('GET', `${em}/assignmentRequests/${asked.body.id}`)).body.state,
      'delivered',
    );
    assert.ok(await isMember(after, reports));
    assert.equal(second.tenant().licence, 'P2');
    assert.equal(second.groupsForSync().length, first.groupsForSync().length);
  });
});
