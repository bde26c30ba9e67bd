import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ApprovalStage } from '../../src/domain/approval.ts';
import { findUnfillableStage } from '../../src/domain/distinct-approvers.ts';
import type { Person } from '../../src/domain/person.ts';
import { ada, amir, ben, paul } from '../support/requests.ts';

function stage(name: string, people: readonly Person[], need = 1): ApprovalStage {
  const approvers = people.map((person) => ({ person, because: { kind: 'named' as const } }));
  return { name, approvers, need };
}

describe('stages that need different people', () => {
  const cases: readonly [string, readonly ApprovalStage[], string | undefined][] = [
    ['one person each', [stage('a', [ada]), stage('b', [paul])], undefined],
    ['one person for both', [stage('a', [ada]), stage('b', [ada])], 'b'],
    [
      'somebody who can make room',
      [stage('a', [ada, paul]), stage('b', [ada]), stage('c', [paul, ben])],
      undefined,
    ],
    [
      'three people for two stages of two',
      [stage('a', [ada, paul, ben], 2), stage('b', [ada, paul, ben], 2)],
      'b',
    ],
    [
      'four people for two stages of two',
      [stage('a', [ada, paul, ben, amir], 2), stage('b', [ada, paul, ben], 2)],
      undefined,
    ],
  ];
  for (const [what, stages, lacking] of cases) {
    it(`can ${lacking === undefined ? '' : 'not '}be filled from ${what}`, () => {
      assert.equal(findUnfillableStage(stages)?.name, lacking);
    });
  }
});
