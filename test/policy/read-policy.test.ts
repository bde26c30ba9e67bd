import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readExpectations, readPolicy } from '../../src/policy/read-policy.ts';
import type { PolicyError } from '../../src/policy/source-text.ts';

const ada = 'aaaaaaaa-0000-4000-8000-000000000003';
const paul = 'aaaaaaaa-0000-4000-8000-000000000004';
const example = readFileSync('docs/examples/finance.policy.yaml', 'utf8');

const pieces =
  'rules|match|stages|null|:| |\n|- |{|}|[|]|"|\'|&a |*a|? |>|!x |%YAML 9|---|...|#|<<|\t|\r\n|__proto__';
const yamlish = fc
  .array(fc.constantFrom('|', ...pieces.split('|')), { maxLength: 30 })
  .map((parts) => parts.join(''));

function errorsOf(text: string): readonly PolicyError[] {
  const read = readPolicy(text);
  return read.kind === 'errors' ? read.errors : [];
}

function linesOf(text: string): readonly string[] {
  return errorsOf(text).map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** A right policy, with lines of a rule and of its only stage put in. */
function policyWith(ruleLines: readonly string[], stageLines: readonly string[] = []): string {
  return [
    'rules:',
    '  - name: All',
    '    stages:',
    '      - name: One',
    `        approvers: [{ user: ${ada} }]`,
    ...stageLines.map((line) => `        ${line}`),
    ...ruleLines.map((line) => `    ${line}`),
  ].join('\n');
}

describe('reading a policy', () => {
  it('takes the smallest one', () => {
    assert.equal(readPolicy(policyWith([])).kind, 'policy');
  });

  const mistakes: readonly (readonly [string, readonly string[], readonly string[], string])[] = [
    ['an unknown key', ['expiresAftr: P1D'], [], '6:5 `expiresAftr` is not known here'],
    ['a month', ['expiresAfter: P1M'], [], '6:19 `expiresAfter` must be an ISO 8601 duration'],
    ['no time', ['expiresAfter: PT0S'], [], '6:19 `expiresAfter` must be more than nothing'],
    ['a year too long', ['expiresAfter: P367D'], [], '6:19 `expiresAfter` must be more than'],
    ['the same key again', ['name: Again'], [], '6:5 this key is there already'],
    ['an unknown tag', ['maximumDays: !days 3'], [], '6:18 Unresolved tag: !days'],
    ['a text for a number', ["maximumDays: '3'"], [], '6:18 `maximumDays` is not valid: expected'],
    ['a broken pattern', ["ticket: { pattern: '(', message: m }"], [], '6:24 `pattern` is not a'],
    [
      'a costly one',
      ["ticket: { pattern: '^(a+)+$', message: m }"],
      [],
      '6:24 `pattern` could take',
    ],
    [
      'a pattern that is too long',
      [`ticket: { pattern: '${'a'.repeat(201)}', message: m }`],
      [],
      '6:24 `pattern` must be at most 200 characters',
    ],
    ['a reason rule that asks nothing', ['reason: { message: m }'], [], '6:13 `reason` must have'],
    [
      'a message in no language',
      ["ticket: { pattern: '^CHG', message: {} }"],
      [],
      '6:41 `message` must have a text for one of en, de, es, fr, ja, ar',
    ],
    [
      'a message in a language that nobody reads here',
      ["ticket: { pattern: '^CHG', message: { en: A number., it: Un numero. } }"],
      [],
      '6:58 `it` is not known here',
    ],
    [
      'a message that is neither a text nor texts',
      ["ticket: { pattern: '^CHG', message: [a] }"],
      [],
      '6:41 `message` must be a text, or one for each language: en, de, es, fr, ja, ar',
    ],
    ['reminders switched on', ['reminders: true'], [], '6:16 `reminders` must have its settings'],
    [
      'a time zone nobody has',
      [
        "reminders: { first: PT1H, workingHours: { from: '08:00', to: '17:00', days: [mon], timeZone: Mars/Base } }",
      ],
      [],
      '6:98 `timeZone` must be an IANA time zone',
    ],
    [
      'a working day without any time in it',
      [
        "reminders: { first: PT1H, workingHours: { from: '17:00', to: '17:00', days: [mon], timeZone: UTC } }",
      ],
      [],
      '6:66 `to` must be another time than `from`',
    ],
    [
      'refusing and asking',
      ['refuse: No.'],
      [],
      '2:5 `rules` must each have `stages`, or `refuse`',
    ],
    ['more than can be asked', [], ['need: 2'], '6:15 `need` must be at most 1'],
    ['an unknown need', [], ['need: most'], '6:15 `need` must be any, all, or a number'],
    ['nobody to escalate to', [], ['escalation: { after: P1D, to: [] }'], '6:39 `to` must name'],
    ['an empty value', [], ['escalation:'], '6:20 `escalation` is empty'],
    [
      'an unknown source',
      [],
      ['escalation: { after: P1D, to: [{ usr: x }] }'],
      '6:40 `to` must be exactly one of `user`, `group`',
    ],
    [
      'a wrong id',
      [],
      ['escalation: { after: P1D, to: [{ user: x }] }'],
      '6:48 `user` must be an object id (a GUID)',
    ],
  ];
  for (const [name, ruleLines, stageLines, expected] of mistakes) {
    it(`says where there is ${name}`, () => {
      const [line, ...others] = linesOf(policyWith(ruleLines, stageLines));

      assert.ok(line?.startsWith(expected), line);
      assert.deepEqual(others, []);
    });
  }

  it('counts a person once, however the letters of the id are written', () => {
    const capitals = ada.replace('aaaaaaaa', 'AAAAAAAA');
    const text = policyWith([]).replace(
      `{ user: ${ada} }`,
      `{ user: ${ada} }, { user: ${paul} }, { user: ${capitals} }`,
    );

    assert.notEqual(capitals, ada);
    assert.match(linesOf(text.concat('\n        need: 3')).join(), /`need` must be at most 2/);
  });

  it('counts everybody whom a stage can reach', () => {
    const sources = [
      `{ user: ${ada.toUpperCase()} }`,
      `{ manager: { fallback: [${ada}, ${paul}] } }`,
    ];
    const text = policyWith([]).replace(`{ user: ${ada} }`, sources.join(', '));

    assert.deepEqual(linesOf(text.concat('\n        need: 3')), []);
    assert.match(linesOf(text.concat('\n        need: 4')).join(), /`need` must be at most 3/);
    assert.deepEqual(
      linesOf(text.replace('[{', `[{ group: ${paul} }, {`).concat('\n        need: 4')),
      [],
    );
  });

  it('tells everything at once, in the order of the text', () => {
    const text = [
      'breakglass: {}',
      'rules:',
      '  - name: A',
      '    stages: []',
      '  - name: A',
      '    match: {}',
      '    refuse: No.',
      '  - refuse: No.',
    ].join('\n');

    assert.deepEqual(linesOf(text), [
      '1:1 `breakglass` is not known here',
      '4:13 `stages` must have at least one stage',
      '5:5 the rule without `match` must be the last one',
      '5:11 another rule is called "A" already',
      '6:12 `match` must name a condition; a rule for everything has no `match`',
      '8:5 this rule is never reached, because a rule before it has no `match`',
      '8:5 `name` is missing',
    ]);
  });

  it('wants a rule that every request comes to', () => {
    const text = policyWith(['match: { group: { kind: new } }']);

    assert.match(linesOf(text).join(), /^2:5 the last rule must have no `match`/);
  });

  it('finds what an alias stands for', () => {
    const text = `${policyWith(['reason: &r { message: m }'])}\ndefaults: { reason: *r }`;

    assert.deepEqual(
      linesOf(text).map((line) => line.replace(/ `reason`.*/, '')),
      ['6:16', '6:16'],
    );
  });

  it('gives up on a text that would keep it busy', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'.split('').map((key, index) => {
        const before = 'abcdefg'.charAt(index);
        return `${key}: &${key} [${Array(10).fill(`*${before}`).join(', ')}]`;
      }),
    ];

    assert.match(linesOf(bomb.join('\n')).join(), /^1:1 the file cannot be read: Excessive alias/);
    assert.match(linesOf('#'.repeat(300_000)).join(), /^1:1 the file is longer than/);
    assert.match(
      linesOf('[]: x\n? {a: b}\n: c').join(),
      /With stringKeys, all keys must be strings/,
    );
    assert.equal(errorsOf('['.repeat(100_000)).length > 0, true);
    assert.equal(errorsOf('- '.repeat(100_000)).length > 0, true);
  });

  it('says of a file with tests alone what is wrong with it', () => {
    const read = readExpectations('tests:\n  - request: {}\n    expect: {}');

    assert.ok(read.kind === 'errors');
    assert.deepEqual(
      read.errors.map(({ line, column, message }) => `${line}:${column} ${message}`),
      [
        '2:14 `requester` is missing',
        '2:14 `group` is missing',
        '3:13 `expect` must expect something',
      ],
    );
  });
});

function assertInside(text: string): void {
  const lines = text.split('\n');
  for (const { line, column, message } of [
    ...errorsOf(text),
    ...[readExpectations(text)].flatMap((read) => (read.kind === 'errors' ? read.errors : [])),
  ]) {
    const length = lines[line - 1]?.length;
    assert.ok(length !== undefined && line >= 1, `${message}: line ${line} of ${lines.length}`);
    assert.ok(column >= 1 && column <= length + 1, `${message}: column ${column} of ${length}`);
    assert.notEqual(message, '');
  }
}

describe('reading whatever somebody saves', () => {
  it('never throws on any text, and each error lies inside of it', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), yamlish), assertInside), {
      numRuns: 500,
    });
  });

  it('never throws on any YAML', () => {
    const documents = fc.oneof(fc.jsonValue(), fc.record({ rules: fc.array(fc.jsonValue()) }));

    fc.assert(
      fc.property(documents, (value) => assertInside(stringify(value))),
      { numRuns: 300 },
    );
  });

  it('never throws on a policy from which something was cut, or into which something was typed', () => {
    const place = fc.nat({ max: example.length });

    fc.assert(
      fc.property(place, fc.nat({ max: 40 }), yamlish, (from, length, typed) => {
        assertInside(example.slice(0, from) + typed + example.slice(from + length));
      }),
      { numRuns: 200 },
    );
  });
});
