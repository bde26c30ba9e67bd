import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import type { Words } from '../../src/teams/words/words.ts';
import { drawCard, type Look, openCardPage, themes } from '../support/card-page.ts';
import { cardsIn } from '../support/cards.ts';
import { chosen } from './chosen.ts';
import type { Picture } from './contact-sheet.ts';

const widths = [480, 360] as const;

/** The cards of one language in one look: what one page of the browser draws one after the other. */
interface Roll {
  readonly words: Words;
  readonly look: Look;
}

export interface Order {
  readonly folder: string;
  readonly languages: readonly Words[];
  /** Only cards with this in their name; '' for all. */
  readonly only: string;
}

/** Draws every card in every look, so many pages at once as there are processors to draw them. */
export async function takePictures(
  browser: Browser,
  order: Order,
  pages: number,
): Promise<readonly Picture[]> {
  const rolls = order.languages.flatMap((words) =>
    themes.flatMap((theme) => widths.map((width) => ({ words, look: { theme, width } }))),
  );
  const taken: (readonly Picture[])[] = [];
  const waiting = rolls.entries();
  async function takeRolls(): Promise<void> {
    for (const [index, roll] of waiting) {
      taken[index] = await takeRoll(browser, order, roll);
    }
  }
  await Promise.all(Array.from({ length: pages }, takeRolls));
  return taken.flat();
}

async function takeRoll(
  browser: Browser,
  { folder, only }: Order,
  { words, look }: Roll,
): Promise<readonly Picture[]> {
  const name = `${words.language}/${look.theme}-${look.width}`;
  await mkdir(`${folder}/${name}`, { recursive: true });
  const cards = Object.entries(cardsIn(words)).filter(([card]) => card.includes(only));
  const page = await openCardPage(browser, look);
  const shoot = await shutter(page, look.width);
  for (const [card, json] of cards) {
    const isForDocs = chosen.some((each) => each.look === name && each.card === card);
    const picture = await shoot(await drawCard(page, json), isForDocs ? 'small' : 'quick');
    await writeFile(`${folder}/${name}/${card}.png`, picture);
  }
  await page.close();
  return cards.map(([card]) => ({ card, look: name }));
}

type Shutter = (height: number, file: 'small' | 'quick') => Promise<Buffer>;

/** The browser's own shutter: a third quicker than playwright's, which waits for fonts that never come. */
async function shutter(page: Page, width: number): Promise<Shutter> {
  const session = await page.context().newCDPSession(page);
  return async (height, file) => {
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: file === 'quick',
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width, height, scale: 1 },
    });
    return Buffer.from(data, 'base64');
  };
}
