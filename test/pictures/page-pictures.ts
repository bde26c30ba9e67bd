import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { openPageWithCards } from '../support/page-with-cards.ts';
import type { Picture } from './contact-sheet.ts';

const looks = [
  { name: 'light-1280', theme: 'light', width: 1280 },
  { name: 'dark-1280', theme: 'dark', width: 1280 },
  { name: 'contrast-1280', theme: 'contrast', width: 1280 },
  { name: 'light-360', theme: 'light', width: 360 },
  { name: 'dark-360', theme: 'dark', width: 360 },
] as const;

/** The page of the sandbox with a chat on it, in every look. */
export async function takePagePictures(
  browser: Browser,
  folder: string,
): Promise<readonly Picture[]> {
  await using sandbox = await openPageWithCards(browser);
  for (const { name, theme, width } of looks) {
    await mkdir(`${folder}/page/${name}`, { recursive: true });
    const page = await sandbox.open({ theme, width });
    await writeFile(`${folder}/page/${name}/page.png`, await page.screenshot());
    await page.close();
  }
  return looks.map(({ name }) => ({ card: 'page', look: `page/${name}` }));
}
