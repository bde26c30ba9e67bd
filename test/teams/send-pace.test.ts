import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Clock } from '../../src/domain/ports.ts';
import { SendPace } from '../../src/teams/send-pace.ts';

/** Time that passes only by waiting; whoever waits longest comes last. */
class WaitingClock implements Clock {
  #now = 0;
  readonly #waiting: { readonly until: number; readonly wake: () => void }[] = [];

  now(): Date {
    return new Date(this.#now);
  }

  async sleep(milliseconds: number): Promise<void> {
    await new Promise<void>((wake) => {
      this.#waiting.push({ until: this.#now + milliseconds, wake });
    });
  }

  /** Wakes one after another until nobody waits. */
  async run(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      this.#waiting.sort((left, right) => left.until - right.until);
      const next = this.#waiting.shift();
      if (next === undefined) {
        return;
      }
      this.#now = Math.max(this.#now, next.until);
      next.wake();
    }
  }
}

async function sendMany(
  pace: SendPace,
  clock: WaitingClock,
  conversations: readonly string[],
): Promise<readonly number[]> {
  return inTurn(clock, conversations, (conversation) => pace.turn(conversation));
}

/** When each had its turn. */
async function inTurn(
  clock: WaitingClock,
  conversations: readonly string[],
  turn: (conversation: string) => Promise<unknown>,
): Promise<readonly number[]> {
  const hadAt: number[] = [];
  const turns = conversations.map(async (conversation) => {
    await turn(conversation);
    hadAt.push(clock.now().getTime());
  });
  await clock.run();
  await Promise.all(turns);
  return hadAt;
}

function mostWithin(sentAt: readonly number[], ms: number): number {
  return Math.max(
    ...sentAt.map((from) => sentAt.filter((at) => at >= from && at < from + ms).length),
  );
}

const limits = [
  { ms: 1000, sends: 7 },
  { ms: 2000, sends: 8 },
  { ms: 30_000, sends: 60 },
  { ms: 3_600_000, sends: 1800 },
] as const;
const memberLimits = [
  { ms: 1000, reads: 14 },
  { ms: 2000, reads: 16 },
  { ms: 30_000, reads: 120 },
  { ms: 3_600_000, reads: 3600 },
] as const;

describe('the pace of sending', () => {
  it('lets a handful pass at once', async () => {
    const clock = new WaitingClock();

    const sentAt = await sendMany(new SendPace(clock), clock, Array<string>(7).fill('a'));

    assert.deepEqual(new Set(sentAt), new Set([0]));
  });

  for (const { ms, sends } of limits) {
    it(`never sends more than ${sends} messages to a conversation in ${ms} ms, and no fewer than it may`, async () => {
      const clock = new WaitingClock();

      const sentAt = await sendMany(new SendPace(clock), clock, Array<string>(1900).fill('a'));

      assert.equal(sentAt.length, 1900);
      assert.equal(mostWithin(sentAt, ms), sends);
    });
  }

  for (const { ms, reads } of memberLimits) {
    it(`never reads more than ${reads} pages of a roster in ${ms} ms, and no fewer than it may`, async () => {
      const clock = new WaitingClock();
      const pace = new SendPace(clock);

      const readAt = await inTurn(clock, Array<string>(3700).fill('a'), (conversation) =>
        pace.turn(conversation, 'members'),
      );

      assert.equal(readAt.length, 3700);
      assert.equal(mostWithin(readAt, ms), reads);
    });
  }

  it('counts what is sent and what is read apart, and a refusal of one does not hold the other', async () => {
    const clock = new WaitingClock();
    const pace = new SendPace(clock);
    pace.pause('a', 10_000, 'members');

    const sent = sendMany(pace, clock, Array<string>(7).fill('a'));
    await pace.turn('a', 'members');

    assert.equal(clock.now().getTime(), 10_000);
    assert.deepEqual(new Set(await sent), new Set([0]));
  });

  it('never sends more than 50 in a second to all together', async () => {
    const clock = new WaitingClock();
    const conversations = Array.from({ length: 300 }, (_, index) => `c${index}`);

    const sentAt = await sendMany(new SendPace(clock), clock, conversations);

    assert.equal(sentAt.length, 300);
    assert.ok(mostWithin(sentAt, 1000) <= 50);
    assert.ok(Math.max(...sentAt) < 9000, 'it need not take longer');
  });

  for (const sendsPerSecond of [5, 25]) {
    it(`takes no more than ${sendsPerSecond} in a second where that is its share`, async () => {
      const clock = new WaitingClock();
      const conversations = Array.from({ length: 100 }, (_, index) => `c${index}`);

      const sentAt = await sendMany(new SendPace(clock, { sendsPerSecond }), clock, conversations);

      assert.equal(sentAt.length, 100);
      assert.ok(mostWithin(sentAt, 1000) <= sendsPerSecond);
      const longest = (100 / sendsPerSecond) * 1000 * 1.3;
      assert.ok(Math.max(...sentAt) < longest, `it need not take ${Math.max(...sentAt)} ms`);
    });
  }

  it('holds a conversation that Teams refused, for everybody and in order, and no other', async () => {
    const clock = new WaitingClock();
    const pace = new SendPace(clock);
    await pace.turn('a');
    pace.pause('a', 10_000);
    const told: string[] = [];

    const sends = [1, 2, 3].map(async (number) => {
      await pace.turn('a');
      told.push(`${number} at ${clock.now().getTime()}`);
    });
    await pace.turn('b');
    assert.equal(clock.now().getTime(), 0);
    await clock.run();
    await Promise.all(sends);

    assert.deepEqual(told, ['1 at 10000', '2 at 10000', '3 at 10000']);
  });

  it('makes those wait on who waited already when the refusal came', async () => {
    const clock = new WaitingClock();
    const pace = new SendPace(clock);
    const sends = sendMany(pace, clock, Array<string>(12).fill('a'));
    pace.pause('a', 5000);

    const sentAt = await sends;

    assert.ok(sentAt.filter((at) => at > 0).every((at) => at >= 5000));
    assert.ok(mostWithin(sentAt, 1000) <= 7);
  });
});
