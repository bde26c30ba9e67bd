import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Request, StepRecord } from '../../../src/domain/request.ts';
import { planSection } from '../../../src/teams/cards/plan-section.ts';
import { wordsFor } from '../../../src/teams/words/choose.ts';
import { fixedRequest } from '../../support/fixed-request.ts';
import { at, rita } from '../../support/requests.ts';

function wordsOf(request: Request): string {
  return JSON.stringify(planSection(wordsFor('en'), request)).replaceAll(/[\u2068\u2069]/g, '');
}

function step(name: StepRecord['name'], changed: boolean): StepRecord {
  return { name, changed, summary: 'Done.', at: at(2) };
}

const ahead = fixedRequest('awaiting-approval').plan;
const withNewGroup = {
  ...ahead,
  group: { action: 'create', displayName: 'Quarter Close', mailNickname: 'quarter-close' },
} as const;

describe('the plan on a card', () => {
  for (const [state, title] of [
    ['awaiting-approval', 'What will change'],
    ['denied', 'What would have changed'],
    ['cancelled', 'What would have changed'],
    ['setting-up', 'What I am setting up'],
    ['failed', 'The plan, and how far I got'],
    ['delivering', 'What I set up'],
    ['awaiting-sync', 'What I set up'],
    ['confirmed', 'What I set up'],
  ] as const) {
    it(`is called "${title}" when the request is ${state}`, () => {
      assert.ok(wordsOf(fixedRequest(state)).includes(`"${title}"`));
    });
  }

  it('speaks of what is to come before anything is done', () => {
    const words = wordsOf(fixedRequest('awaiting-approval', { plan: withNewGroup }));

    assert.match(words, /Quarter Close, to be created \(Microsoft 365, address quarter-close\)/);
    assert.match(words, /not decided so far, to be switched on/);
    assert.match(words, /Writeback, to be created/);
  });

  it('has the whole name of the group, however long, and harmless', () => {
    const displayName = `${'Quarter Close of the Treasury '.repeat(4).slice(0, 117)}*2*`;
    const words = wordsOf(
      fixedRequest('awaiting-approval', {
        plan: { ...withNewGroup, group: { ...withNewGroup.group, displayName } },
      }),
    );

    assert.equal(displayName.length, 120);
    assert.ok(words.includes(`${displayName.slice(0, -3)}\\\\*2\\\\*, to be created`), words);
  });

  it('names the owner of a new group and what owners may do', () => {
    const group = { ...withNewGroup.group, owner: rita };
    const words = wordsOf(fixedRequest('awaiting-approval', { plan: { ...withNewGroup, group } }));

    assert.match(
      words,
      /Rita Requester, of the new group: may add and remove members without asking/,
    );
    assert.doesNotMatch(wordsOf(fixedRequest('awaiting-approval')), /new group/);
  });

  it('tells as done what the steps have changed, and what was there', () => {
    const steps = [
      step('group', true),
      step('writeback', true),
      step('catalog', false),
      step('access-package', true),
    ];
    const words = wordsOf(fixedRequest('confirmed', { plan: withNewGroup, steps }));

    assert.match(words, /Quarter Close, created \(Microsoft 365, address quarter-close\)/);
    assert.match(words, /"switched on"/);
    assert.match(words, /Writeback, existed already/);
    assert.match(words, /written back\W+, created/);
    assert.doesNotMatch(words, /to be/);
  });

  it('says of a failed request what was done and what was still to come', () => {
    const words = wordsOf(fixedRequest('failed', { steps: [step('group', false)] }));

    assert.match(words, /Finance Reports, existed already/);
    assert.match(words, /to be switched on/);
  });

  it('says that writeback was on already', () => {
    const words = wordsOf(fixedRequest('confirmed', { steps: [step('writeback', false)] }));

    assert.match(words, /"was on already"/);
  });
});
