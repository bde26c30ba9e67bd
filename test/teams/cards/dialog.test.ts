import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dialogCard } from '../../../src/teams/cards/dialog.ts';
import { card, execute } from '../../../src/teams/cards/elements.ts';
import { wordsFor } from '../../../src/teams/words/choose.ts';

describe('a card in a dialog', () => {
  it('has its main button stand out as in the chat', () => {
    const form = card(wordsFor('en'), {
      fallbackText: 'Form',
      body: [],
      actions: [execute('Send', 'submit-request', { style: 'positive' }), execute('Ask', 'ask')],
    });

    assert.deepEqual(dialogCard(form).actions, [
      {
        type: 'Action.Submit',
        title: 'Send',
        data: { verb: 'submit-request' },
        style: 'positive',
      },
      { type: 'Action.Submit', title: 'Ask', data: { verb: 'ask' } },
    ]);
  });
});
