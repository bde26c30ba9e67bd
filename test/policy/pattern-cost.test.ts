import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isCostly } from '../../src/policy/pattern-cost.ts';
import { stopwatch } from '../support/stopwatch.ts';

const fine = [
  String.raw`^CHG\d{7}$`,
  String.raw`(?:INC|REQ|CHG)\d+`,
  String.raw`^[A-Z]{2,10}-\d{1,6}$`,
  String.raw`^(\d{3}-)+\d+$`,
  String.raw`^(?<kind>INC)?\d+(?: .*)?$`,
  String.raw`^[^\s()|+*]+$`,
  String.raw`\p{L}{3,}`,
  String.raw`^\(\d+\)\[x\]$`,
  String.raw`^.*,.*,.*$`,
];

const costly = [
  '^(a+)+$',
  '^(a*)*$',
  '^(a|aa)+$',
  '^(a|a)*b$',
  String.raw`^(\w+\s?)*$`,
  String.raw`(.*)(.*)(.*)x`,
  '^(a?){50}a{50}$',
  `^${'a?'.repeat(40)}${'a'.repeat(40)}$`,
  '^((a{1,9}){1,9}){1,9}$',
  '^(?:(?:x|y)+z?)+$',
];

describe('the guard against patterns that keep the machine busy', () => {
  for (const pattern of fine) {
    it(`takes ${pattern}, which is quick on the longest text`, () => {
      assert.equal(isCostly(pattern), false);

      for (const letter of ['a', 'A', '1', ',', '1-', '(']) {
        const text = `${letter.repeat(500 / letter.length).slice(0, 499)}!`;
        const elapsed = stopwatch();
        new RegExp(pattern, 'u').test(text);
        assert.ok(elapsed() < 2000);
      }
    });
  }

  for (const pattern of costly) {
    it(`refuses ${pattern}`, () => {
      new RegExp(pattern, 'u').test('');

      assert.equal(isCostly(pattern), true);
    });
  }
});
