import { copyFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { wordsFor } from '../../src/teams/words/choose.ts';
import type { Words } from '../../src/teams/words/words.ts';
import { launch, withoutChromium } from '../support/chromium.ts';
import { pseudoWords } from '../support/pseudo-words.ts';
import { chosen } from './chosen.ts';
import { contactSheet, type Picture } from './contact-sheet.ts';
import { takePagePictures } from './page-pictures.ts';
import { takePictures } from './take-pictures.ts';

const usage = `Usage: npm run pictures -- [options]
Takes pictures of every card and of the sandbox's page, into a folder with an index.html.

  --languages en,ar   the languages of the cards
  --only approval     only cards with this in their name, and no page
  --folder pictures   where they are put; git ignores this folder
  --docs docs/pictures  puts the chosen few there as well
  --help              says this
`;

const { values } = options();

function options() {
  try {
    return parseArgs({
      options: {
        languages: { type: 'string', default: 'en,ar' },
        only: { type: 'string', default: '' },
        folder: { type: 'string', default: 'pictures' },
        docs: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    // What parseArgs says of an argument that it does not know is a sentence for whoever typed it.
    if (error instanceof TypeError && 'code' in error) {
      process.stderr.write(`${error.message}\n\n${usage}`);
      process.exit(1);
    }
    throw error;
  }
}

async function main(): Promise<void> {
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  if (withoutChromium !== false) {
    throw new Error(withoutChromium);
  }
  const { folder, only } = values;
  const languages = values.languages.split(',').map(wordsIn);
  const began = performance.now();
  await using browser = await launch();
  const cards = await takePictures(
    browser,
    { folder, languages, only },
    availableParallelism() + 1,
  );
  const pages = only === '' ? await takePagePictures(browser, folder) : [];
  await writeFile(`${folder}/index.html`, contactSheet([...pages, ...cards]));
  if (values.docs !== undefined) {
    await keepChosen(cards, values.docs);
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(
    `${cards.length + pages.length} pictures in ${seconds} s: ${folder}/index.html\n`,
  );
}

/** Copies those of the chosen that were taken now; one in a language that is not there yet stays away. */
async function keepChosen(cards: readonly Picture[], folder: string): Promise<void> {
  for (const { look, card } of chosen) {
    if (cards.some((picture) => picture.look === look && picture.card === card)) {
      const name = `${card}-${look.replace('/', '-')}.png`;
      await copyFile(`${values.folder}/${look}/${card}.png`, `${folder}/${name}`);
    }
  }
}

/** A language that is not there yet is drawn as the pseudo language, right to left. */
function wordsIn(language: string): Words {
  const words = wordsFor(language);
  return words.language === language ? words : pseudoWords(wordsFor('en'));
}

await main();
