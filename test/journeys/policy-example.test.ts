import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { Chatter, cardOf } from '../support/chat.ts';
import { groupIdOf, startUnderPolicy } from '../support/policy-journey.ts';
import { askInChat, openApproval } from '../support/request-by-chat.ts';

const example = new URL('../../docs/examples/finance.policy.yaml', import.meta.url);

describe('the example policy of the documentation, in the sandbox', () => {
  it('takes the ledger through two stages, with the number of a change', async () => {
    await using journey = await startUnderPolicy(await readFile(example, 'utf8'));
    const { outside } = journey;
    const { teams } = outside;
    const { rita, id } = await askInChat(teams, {
      newGroupName: '',
      group: groupIdOf(outside, 'Finance Systems'),
      reason: 'Month-end close of November',
      ticket: 'CHG0012345',
      duration: '30',
    });

    for (const key of ['ada', 'paul', 'amir']) {
      const { approver, message, view } = await openApproval(teams, id, key);
      await approver.click(message, view, { title: /^Approve/ });
    }

    await rita.findCard(/Waiting for the sync[^]*Two of the ledger's owners/);
    assert.deepEqual(journey.log.messages('error'), []);
  });

  it('says in its own words what is missing, at the field', async () => {
    await using journey = await startUnderPolicy(await readFile(example, 'utf8'));
    const { outside } = journey;
    const rita = new Chatter(outside.teams, 'rita');
    await rita.say('request');
    const form = await rita.findCard(/Send request/);

    const refused = await rita.click(
      form,
      { card: cardOf(form) },
      {
        title: /^Send request/,
        inputs: {
          group: groupIdOf(outside, 'Finance Systems'),
          reason: 'please',
          ticket: 'x',
          duration: 'none',
        },
      },
    );

    assert.match(refused.text, /Please tell in a sentence what you need the access for/);
    assert.match(refused.text, /Please give the number of the change, such as CHG0012345/);
    assert.match(refused.text, /at most 90 days/);
    assert.equal(refused.text.match(/↑ Please look at this field again/g)?.length, 3);
  });

  for (const [what, inputs] of [
    ['a new group', { newGroupName: 'Quarter Close' }],
    ['anything else', { group: 'Finance Reports' }],
  ] as const) {
    it(`finds somebody who decides on ${what}`, async () => {
      await using journey = await startUnderPolicy(await readFile(example, 'utf8'));
      const { outside } = journey;
      const rita = new Chatter(outside.teams, 'rita');
      await rita.say('request');
      const form = await rita.findCard(/Send request/);
      const group = 'group' in inputs ? { group: groupIdOf(outside, inputs.group) } : inputs;

      const preview = await rita.click(
        form,
        { card: cardOf(form) },
        { title: /^Who decides/, inputs: group },
      );

      assert.match(preview.text, /^Who decides$/m);
    });
  }
});
