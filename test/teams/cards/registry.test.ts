import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { describe, it } from 'node:test';
import { dialogCard } from '../../../src/teams/cards/dialog.ts';
import { wordsFor } from '../../../src/teams/words/choose.ts';
import { cardsIn } from '../../support/cards.ts';

const folder = new URL('../../../src/teams/cards/', import.meta.url);

/** Every exported function that gives a whole card, as `file: name`. */
function cardFunctionsIn(file: string, source: string): readonly string[] {
  const functions = source.matchAll(
    /^export function (?<name>\w+)\((?:(?!^export )[\s\S])*?\): (?<type>\w+) \{$/gm,
  );
  return [...functions]
    .filter(({ groups }) => /^(?:AdaptiveCard|DialogCard)$/.test(groups?.['type'] ?? ''))
    .map(({ groups }) => `${file}: ${groups?.['name']}`);
}

/** The functions of the cards that run while something is drawn, in the same form. */
async function functionsRunBy(draw: () => void): Promise<ReadonlySet<string>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  draw();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  const scripts = result.filter(({ url }) => url.startsWith(folder.href));
  return new Set(
    scripts.flatMap(({ url, functions }) =>
      functions
        .filter(({ ranges }) => ranges.some(({ count }) => count > 0))
        .map(({ functionName }) => `${url.slice(folder.href.length)}: ${functionName}`),
    ),
  );
}

/** A dialog shows one of the cards, with other buttons. */
function drawEverything(): void {
  for (const card of Object.values(cardsIn(wordsFor('en')))) {
    dialogCard(card);
  }
}

describe('the samples of cards', () => {
  it('have every card that there is', async () => {
    const files = await readdir(folder);
    const known: string[] = [];
    for (const file of files) {
      known.push(...cardFunctionsIn(file, await readFile(new URL(file, folder), 'utf8')));
    }

    const run = await functionsRunBy(drawEverything);

    assert.ok(known.length >= 20, known.join('\n'));
    assert.deepEqual(
      known.filter((name) => !run.has(name)),
      [],
      'add a sample to test/support/card-samples and its topic to test/support/cards.ts',
    );
  });

  it('would miss a card that nobody has drawn', async () => {
    const run = await functionsRunBy(() => undefined);

    assert.equal(run.has('help-card.ts: helpCard'), false);
    assert.deepEqual(
      cardFunctionsIn('x.ts', 'export function newCard({\n  words,\n}: View): AdaptiveCard {\n'),
      ['x.ts: newCard'],
    );
  });
});
