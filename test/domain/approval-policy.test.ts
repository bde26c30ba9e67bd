import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findTextComplaint } from '../../src/domain/approval-policy.ts';

const message = 'As in CHG0012345.';

describe('a text that a rule judges', () => {
  it('must be found somewhere by the pattern, without the blanks around it', () => {
    const rule = { pattern: String.raw`^CHG\d{7}$`, message };

    assert.equal(findTextComplaint(rule, '  CHG0012345\n'), undefined);
    assert.equal(findTextComplaint(rule, 'see CHG0012345'), message);
    assert.equal(findTextComplaint({ pattern: String.raw`CHG\d`, message }, 'see CHG1'), undefined);
    assert.equal(findTextComplaint(rule, ''), message);
  });

  it('must be long enough, as people count letters', () => {
    const rule = { minimumLength: 3, message };

    assert.equal(findTextComplaint(rule, 'abc'), undefined);
    assert.equal(findTextComplaint(rule, ' ab '), message);
    assert.equal(findTextComplaint(rule, '🌙🌙'), message);
    assert.equal(findTextComplaint(rule, '🌙🌙🌙'), undefined);
  });

  it('must be both where both are asked', () => {
    const rule = { minimumLength: 10, pattern: String.raw`\bINC\d+`, message };

    assert.equal(findTextComplaint(rule, 'INC1'), message);
    assert.equal(findTextComplaint(rule, 'no number at all'), message);
    assert.equal(findTextComplaint(rule, 'because of INC1'), undefined);
  });

  it('is not searched at all when it is longer than anybody types', () => {
    assert.equal(findTextComplaint({ pattern: 'a', message }, 'a'.repeat(500)), undefined);
    assert.equal(findTextComplaint({ pattern: 'a', message }, 'a'.repeat(501)), message);
  });
});
