import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stringify } from 'yaml';
import { readPolicy } from '../../src/policy/read-policy.ts';

const ada = 'aaaaaaaa-0000-4000-8000-000000000003';
const paul = 'aaaaaaaa-0000-4000-8000-000000000004';
const reports = 'bbbbbbbb-0000-4000-8000-000000000001';
const systems = 'bbbbbbbb-0000-4000-8000-000000000002';

interface Stage {
  readonly [key: string]: unknown;
}

function stageOf(people: readonly string[], more: Stage = {}): Stage {
  return { name: 'Approval', approvers: people.map((user) => ({ user })), ...more };
}

const stages = [stageOf([ada])];

/** What is said of these rules, followed by one for everything. */
function saidOf(rules: readonly object[], defaults: object = {}): readonly string[] {
  const last = { name: 'Last', stages };
  const named = rules.map((rule, index) => ({ name: `R${index}`, ...rule }));
  const read = readPolicy(stringify({ defaults, rules: [...named, last] }));
  return read.kind === 'errors' ? read.errors.map(({ message }) => message) : [];
}

describe('a rule that another one leaves nothing', () => {
  const everything = [{ group: { names: ['*'] } }, { catalog: { names: [' ** '] } }];
  for (const match of everything) {
    it(`is told of behind ${JSON.stringify(match)}`, () => {
      const said = saidOf([
        { match, stages },
        { match: { group: { ids: [reports] } }, stages },
      ]);

      assert.equal(said.length, 2);
      assert.match(said[0] ?? '', /never reached, because "R0" before it matches everything/);
    });
  }

  const covered: readonly (readonly [string, object, object])[] = [
    ['a narrower name', { group: { names: ['Finance*'] } }, { group: { names: ['FINANCE Re*'] } }],
    [
      'some of its ids',
      { group: { ids: [reports, systems] } },
      { group: { ids: [systems.toUpperCase()] } },
    ],
    [
      'one condition more',
      { group: { names: ['Finance*'] } },
      { group: { names: ['Finance*'], kind: 'new' }, requester: { users: [ada] } },
    ],
    ['some of its people', { requester: { users: [ada, paul] } }, { requester: { users: [paul] } }],
  ];
  for (const [what, wide, narrow] of covered) {
    it(`is told of where it has ${what}, and not the other way round`, () => {
      function both(one: object, other: object): readonly object[] {
        return [
          { match: one, stages },
          { match: other, stages },
        ];
      }

      assert.match(saidOf(both(wide, narrow)).join(), /never reached, because "R0"/);
      assert.deepEqual(saidOf(both(narrow, wide)), []);
    });
  }

  const apart: readonly (readonly [string, object, object])[] = [
    ['an id and a name', { group: { names: ['Finance*'] } }, { group: { ids: [reports] } }],
    ['another name', { group: { names: ['Finance*'] } }, { group: { names: ['*Finance'] } }],
    ['another kind', { group: { kind: 'new' } }, { group: { kind: 'existing' } }],
    [
      'a name beside the id',
      { group: { ids: [reports] } },
      { group: { ids: [reports], names: ['Sales'] } },
    ],
  ];
  for (const [what, one, other] of apart) {
    it(`is not seen in ${what}`, () => {
      assert.deepEqual(
        saidOf([
          { match: one, stages },
          { match: other, stages },
        ]),
        [],
      );
    });
  }

  it('is told of before and behind a rule that refuses, unless that excepts something', () => {
    const match = { group: { names: ['Payroll*'] } };
    const hr = { match: { ...match, requester: { users: [ada] } }, stages };
    const denial = { match, refuse: 'No.' };

    for (const rules of [
      [hr, denial],
      [denial, hr],
    ]) {
      assert.match(saidOf(rules).join(), /"R[01]" refuses everything that it matches.*`except`/);
    }
    assert.deepEqual(saidOf([{ ...denial, except: { requester: { users: [ada] } } }, hr]), []);
  });

  it('is no rule that refuses', () => {
    const [wide, narrow] = [{ group: { names: ['*a*'] } }, { group: { names: ['Payroll'] } }];

    assert.deepEqual(
      saidOf([
        { match: wide, stages },
        { match: narrow, refuse: 'No.' },
      ]),
      [],
    );
  });
});

describe('what can never come about', () => {
  const hours = { afterwards: { user: paul } };
  const cases: readonly (readonly [string, object, RegExp | undefined])[] = [
    ['one person for two stages', { stages: [stageOf([ada]), stageOf([ada])] }, /nobody is left/],
    [
      'one person for two stages that may be the same',
      { stages: [stageOf([ada]), stageOf([ada])], distinctApprovers: false },
      undefined,
    ],
    [
      'all of two, and one of them again',
      { stages: [stageOf([ada, paul], { need: 'all' }), stageOf([ada.toUpperCase()])] },
      /nobody is left/,
    ],
    ['one of two, and one of them', { stages: [stageOf([ada, paul]), stageOf([ada])] }, undefined],
    [
      'a group whose people nobody knows',
      {
        stages: [stageOf([ada]), { name: 'Group', approvers: [{ user: ada }, { group: reports }] }],
      },
      undefined,
    ],
    [
      'an escalation after the end',
      {
        expiresAfter: 'PT1H',
        stages: [stageOf([ada], { escalation: { after: 'PT1H', to: [hours.afterwards] } })],
      },
      /`after` must be less than `expiresAfter`/,
    ],
    [
      'an escalation before the end',
      {
        expiresAfter: 'PT61M',
        stages: [stageOf([ada], { escalation: { after: 'PT1H', to: [hours.afterwards] } })],
      },
      undefined,
    ],
    [
      'an escalation to whoever is asked',
      {
        stages: [
          stageOf([ada], { escalation: { after: 'PT1H', to: [{ user: ada.toUpperCase() }] } }),
        ],
      },
      /`to` must name somebody/,
    ],
    [
      'a reminder after the end',
      { expiresAfter: 'P2D', reminders: { first: 'P2D' }, stages },
      /`first` must be less than `expiresAfter`/,
    ],
    [
      'no reminder at all',
      { expiresAfter: 'P2D', reminders: { first: 'P3D', atMost: 0 }, stages },
      undefined,
    ],
  ];
  for (const [what, rule, expected] of cases) {
    it(`is ${expected === undefined ? 'not ' : ''}told of ${what}`, () => {
      const said = saidOf([{ match: { group: { kind: 'new' } }, ...rule }]);

      assert.match(said.join(), expected ?? /^$/);
    });
  }

  it('is told of reminders of the defaults as well', () => {
    const said = saidOf([], { expiresAfter: 'PT1H', reminders: { first: 'P2D' } });

    assert.match(said.join(), /`first` must be less than `expiresAfter`/);
  });
});
