import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Verdicts } from '../../src/teams/verdicts.ts';

const question = {
  authorization: 'Bearer a.b.c',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  channelId: 'msteams',
};

/** A clock that is set by hand, in seconds. */
function handClock(): { seconds: number; now(): Date } {
  return {
    seconds: 0,
    now() {
      return new Date(this.seconds * 1000);
    },
  };
}

describe('a verdict that is remembered', () => {
  it('holds for the same token, service URL and channel', () => {
    const verdicts = new Verdicts<string>(handClock());
    verdicts.keep(question, 'believed', 600_000);

    assert.equal(verdicts.find({ ...question }), 'believed');
  });

  for (const [title, other] of [
    ['another token', { authorization: 'Bearer a.b.d' }],
    ['the same token with something behind it', { authorization: 'Bearer a.b.c ' }],
    ['another service URL', { serviceUrl: 'https://smba.trafficmanager.net/amer/' }],
    ['no service URL', { serviceUrl: '' }],
    ['another channel', { channelId: 'webchat' }],
    [
      'parts that read the same in a row',
      { authorization: 'Bearer a.b.c"', serviceUrl: question.serviceUrl.slice(1) },
    ],
  ] as const) {
    it(`says nothing about ${title}`, () => {
      const verdicts = new Verdicts<string>(handClock());
      verdicts.keep(question, 'believed', 600_000);

      assert.equal(verdicts.find({ ...question, ...other }), undefined);
    });
  }

  for (const { title, expires, last } of [
    { title: 'after a minute', expires: 600, last: 59.9 },
    { title: 'when the token ends', expires: 20, last: 19.9 },
  ]) {
    it(`is forgotten ${title}`, () => {
      const clock = handClock();
      const verdicts = new Verdicts<string>(clock);
      verdicts.keep(question, 'believed', expires * 1000);

      clock.seconds = last;
      const before = verdicts.find(question);
      clock.seconds = last + 0.2;

      assert.deepEqual([before, verdicts.find(question)], ['believed', undefined]);
    });
  }

  it('is never kept for a token that has ended, though clocks may differ', () => {
    const clock = handClock();
    clock.seconds = 100;
    const verdicts = new Verdicts<string>(clock);
    verdicts.keep(question, 'believed', 99_000);

    assert.equal(verdicts.find(question), undefined);
  });

  it('makes room for new ones', () => {
    const verdicts = new Verdicts<string>(handClock());
    for (let count = 0; count <= 1000; count += 1) {
      verdicts.keep({ ...question, authorization: String(count) }, 'believed', 600_000);
    }

    assert.equal(verdicts.find({ ...question, authorization: '0' }), undefined);
    assert.equal(verdicts.find({ ...question, authorization: '1000' }), 'believed');
  });
});
