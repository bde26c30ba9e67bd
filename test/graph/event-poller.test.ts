import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProvisioningEvent } from '../../src/domain/provisioning.ts';
import { EventPoller } from '../../src/graph/event-poller.ts';
import { groupId, userId } from './ids.ts';
import { RecordingClock } from './recording-clock.ts';

const minute = 60_000;

/** A log that can be written to, and a poller that reads it. */
class Bench {
  readonly clock = new RecordingClock();
  readonly log: ProvisioningEvent[] = [];
  readonly looks: number[] = [];
  readonly poller = new EventPoller({
    clock: this.clock,
    read: async (since) => {
      this.looks.push(Math.round((this.clock.now().getTime() - since.getTime()) / minute));
      await Promise.resolve();
      return this.log.filter(({ at }) => at >= since);
    },
  });

  ago(minutes: number): Date {
    return new Date(this.clock.now().getTime() - minutes * minute);
  }

  write(id: string, minutesAgo: number): void {
    const at = this.ago(minutesAgo);
    this.log.push({ id, at, groupId, userId, action: 'update', status: 'success', jobId: 'job' });
  }

  async idsSince(minutes: number): Promise<readonly string[]> {
    const events = await this.poller.listSince(this.ago(minutes));
    return events.map(({ id }) => id);
  }
}

describe('the shared poller of the provisioning log', () => {
  it('looks once for twenty who ask at the same moment, as far back as the first of them wants', async () => {
    const bench = new Bench();
    bench.write('late', 50);
    bench.write('early', 5);

    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, index) => bench.idsSince(index * 3)),
    );

    assert.deepEqual(bench.looks, [57]);
    assert.deepEqual(asked[19], ['late', 'early']);
    assert.deepEqual(asked[1], []);
  });

  it('answers from memory for ten seconds, then reads only what can be new', async () => {
    const bench = new Bench();
    bench.write('old', 100);
    await bench.idsSince(120);

    bench.write('new', 0);
    const atOnce = await bench.idsSince(60);
    bench.clock.advance(11_000);
    const later = await bench.idsSince(110);

    assert.deepEqual([atOnce, later], [[], ['old', 'new']]);
    assert.deepEqual(bench.looks, [120, 15]);
  });

  it('finds a line that appeared late, and tells none twice', async () => {
    const bench = new Bench();
    bench.write('first', 1);
    await bench.idsSince(30);

    bench.clock.advance(minute);
    bench.write('appeared late', 10);
    const found = await bench.idsSince(30);

    assert.deepEqual(found, ['appeared late', 'first']);
  });

  it('looks further back for who asks further back', async () => {
    const bench = new Bench();
    bench.write('old', 100);
    await bench.idsSince(10);

    assert.deepEqual(await bench.idsSince(120), ['old']);
    assert.deepEqual(bench.looks, [10, 120]);
  });

  it('does not look further back than a day', async () => {
    const bench = new Bench();
    bench.write('of last week', 7 * 24 * 60);

    assert.deepEqual(await bench.idsSince(30 * 24 * 60), []);
    assert.deepEqual(bench.looks, [24 * 60]);
  });

  it('looks again after a look that failed', async () => {
    let isDown = true;
    const poller = new EventPoller({
      clock: new RecordingClock(),
      read: () => (isDown ? Promise.reject(new Error('down')) : Promise.resolve([])),
    });

    await assert.rejects(poller.listSince(new Date(0)), /down/);
    isDown = false;

    assert.deepEqual(await poller.listSince(new Date(0)), []);
  });
});
