import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPromptStarters } from '../../../src/sandbox/teams/prompt-starters.ts';
import { readCommand } from '../../../src/teams/read-command.ts';
import { everyLanguage } from '../../../src/teams/words/choose.ts';

describe('what a chat can be begun with', () => {
  for (const { language, commands } of everyLanguage()) {
    it(`is typed in the words of the reader, which the bot understands, in ${language}`, async () => {
      const starters = (await readPromptStarters())(language);

      assert.deepEqual(
        starters,
        (['request', 'my-requests'] as const).map((name) => ({
          title: commands[name][0],
          prompt: commands[name][0],
        })),
      );
      assert.deepEqual(
        starters.map(({ prompt }) => readCommand(prompt).name),
        ['request', 'my-requests'],
      );
    });
  }
});
