import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { policyJsonSchema } from '../../src/policy/json-schema.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { runExpectation } from '../../src/policy/run-expectation.ts';

const files = readdirSync('docs/examples').filter((file) => file.endsWith('.policy.yaml'));
const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(
  JSON.parse(policyJsonSchema()),
);

describe('the example policies', () => {
  it('are there', () => {
    assert.deepEqual(files.toSorted(), ['finance.policy.yaml', 'simple.policy.yaml']);
  });

  for (const file of files) {
    const text = readFileSync(`docs/examples/${file}`, 'utf8');

    it(`${file} does what its own tests expect, and each of its rules is expected once`, async () => {
      const read = readPolicy(text);
      assert.ok(read.kind === 'policy', JSON.stringify(read));

      const rules = new Set<string>();
      for (const test of read.tests) {
        const { differences, route } = await runExpectation(read.policy, test);
        assert.deepEqual(differences, [], `line ${test.line}`);
        rules.add(route.rule);
      }
      assert.deepEqual(rules, new Set(read.policy.rules.map(({ name }) => name)));
    });

    it(`${file} is valid for an editor, which finds a slip in it`, () => {
      assert.equal(isValid(parse(text)), true, JSON.stringify(isValid.errors));
      assert.equal(isValid(parse(text.replace('defaults:', 'default:'))), false);
      assert.equal(isValid(parse(text.replace(/user: .*/, 'user: ada'))), false);
      assert.match(text, /^# yaml-language-server: \$schema=\.\.\/policy\.schema\.json\n/);
    });
  }
});

describe('docs/policy.schema.json', () => {
  it('is what `npm run policy -- schema` prints', () => {
    assert.equal(readFileSync('docs/policy.schema.json', 'utf8'), policyJsonSchema());
  });
});

describe('docs/policy.md', () => {
  it('shows no policy that would be refused', () => {
    const page = readFileSync('docs/policy.md', 'utf8');
    const blocks = [...page.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, block = '']) => block);
    const policies = blocks.filter((block) => block.includes('rules:'));

    assert.ok(policies.length > 0);
    for (const policy of policies) {
      assert.equal(readPolicy(policy).kind, 'policy', JSON.stringify(readPolicy(policy)));
    }
  });

  it('explains every key', () => {
    const page = readFileSync('docs/policy.md', 'utf8');
    const keys = new Set(
      [...policyJsonSchema().matchAll(/^\s+"(\w+)": \{$/gm)].map(([, key = '']) => key),
    );

    assert.ok(keys.size > 40);
    for (const key of keys) {
      if (!['properties', 'items', 'default'].includes(key)) {
        assert.ok(page.includes(`\`${key}\``), key);
      }
    }
  });
});
