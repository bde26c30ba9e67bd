import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Expectation } from '../../src/policy/expectation-schema.ts';
import { runExpectation } from '../../src/policy/run-expectation.ts';
import { Policy } from '../../src/policy/schema.ts';
import { ada, paul, rita } from '../support/requests.ts';

const atlas = 'bbbbbbbb-0000-4000-8000-000000000009';
const policy = Policy.parse({
  defaults: {
    expiresAfter: 'P7D',
    reason: { minimumLength: 5, message: 'Longer.' },
    ticket: { pattern: '^CHG', message: 'A change.' },
  },
  breakGlass: { enabled: true, hours: 8, requesters: { users: [rita.id] } },
  rules: [
    { name: 'Never', match: { group: { names: ['Secret'] } }, refuse: 'No.' },
    {
      name: 'Atlas',
      match: { requester: { memberOf: [atlas] } },
      stages: [
        {
          name: 'One',
          approvers: [{ user: ada.id }, { user: paul.id }],
          need: 2,
          escalation: { after: 'PT2H', to: [{ manager: {} }] },
        },
        { name: 'Two', approvers: [{ catalogRole: 'catalog-owner' }] },
      ],
      maximumDays: 30,
    },
    { name: 'Rest', stages: [{ name: 'One', approvers: [{ group: atlas }] }] },
  ],
});

async function differences(expect: object, request: object = {}): Promise<readonly string[]> {
  const test = Expectation.parse({
    request: { requester: rita.id, group: { name: 'Any' }, memberOf: [atlas], ...request },
    expect,
  });
  const verdict = await runExpectation(policy, test);
  return verdict.differences.map(({ what, expected, came }) => `${what}: ${expected} / ${came}`);
}

const right = {
  rule: 'Atlas',
  stages: [
    {
      name: 'One',
      approvers: [{ user: paul.id }, { user: ada.id }],
      need: 2,
      escalation: { after: 'PT120M', to: [{ manager: { fallback: [] } }] },
    },
    { approvers: [{ catalogRole: 'catalog-owner' }], need: 'any', escalation: false },
  ],
  distinctApprovers: true,
  expiresAfter: 'P7D',
  maximumDays: 30,
  breakGlass: 8,
};

describe('running an expectation', () => {
  it('finds nothing when everything comes as expected', async () => {
    assert.deepEqual(await differences(right), []);
  });

  const wrong: readonly (readonly [object, string])[] = [
    [{ rule: 'Rest' }, 'rule: Rest / Atlas'],
    [{ refused: 'No.' }, 'refused: No. / nothing'],
    [{ stages: [{}] }, 'number of stages: 1 / 2'],
    [{ stages: [{}, {}, { need: 'any' }] }, 'number of stages: 3 / 2'],
    [{ stages: [{ name: 'Two' }, {}] }, 'stage 1 name: Two / One'],
    [{ stages: [{}, { need: 'all' }] }, 'stage 2 need: all / any'],
    [
      { stages: [{ approvers: [{ user: ada.id }] }, {}] },
      `stage 1 approvers: user ${ada.id} / user ${ada.id}, user ${paul.id}`,
    ],
    [
      { stages: [{ escalation: false }, {}] },
      'stage 1 escalation: nothing / after 120 minutes to manager (otherwise nobody)',
    ],
    [{ distinctApprovers: false }, 'distinct approvers: false / true'],
    [{ expiresAfter: 'P1D' }, 'expires after (ms): 86400000 / 604800000'],
    [{ maximumDays: 31 }, 'maximum days: 31 / 30'],
    [{ breakGlass: false }, 'break-glass (hours): false / 8'],
    [{ reasonError: 'Shorter.' }, 'reason: Shorter. / Longer.'],
    [{ ticketError: 'A ticket.' }, 'ticket: A ticket. / A change.'],
  ];
  for (const [expect, expected] of wrong) {
    it(`says "${expected}"`, async () => {
      assert.deepEqual(await differences(expect), [expected]);
    });
  }

  it('does not overlook a refusal or a complaint that nobody expected', async () => {
    assert.deepEqual(await differences({ rule: 'Never' }, { group: { name: 'secret' } }), [
      'refused: nothing / No.',
    ]);
    assert.deepEqual(await differences({ rule: 'Atlas' }, { days: 31, reason: 'x', ticket: 'x' }), [
      'too long: false / true',
      'reason: nothing / Longer.',
      'ticket: nothing / A change.',
    ]);
  });

  it('takes no end for longer than every number of days', async () => {
    assert.deepEqual(await differences({ tooLong: true }, { days: 'none' }), []);
    assert.deepEqual(await differences({ rule: 'Atlas' }, { days: 30 }), []);
    assert.deepEqual(await differences({ rule: 'Rest' }, { days: 'none', memberOf: [] }), []);
  });

  it('refuses to expect a route of a request that is refused, or nothing at all', () => {
    const request = { requester: rita.id, group: { name: 'Any' } };

    assert.equal(Expectation.safeParse({ request, expect: { refused: 'No.' } }).success, true);
    for (const expect of [{}, { refused: 'No.', stages: [] }, { refused: 'No.', breakGlass: 8 }]) {
      assert.equal(Expectation.safeParse({ request, expect }).success, false);
    }
  });

  it('knows memberships of the requester only', async () => {
    assert.deepEqual(await differences({ rule: 'Rest' }, { memberOf: [] }), []);
  });
});
