import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { teamsHostConfig } from '../../src/sandbox/page/host-config.ts';

export const themes = ['light', 'dark', 'contrast'] as const;

/** How a card is looked at. Teams gives a card about 480 px on a desktop and 360 px on a phone. */
export interface Look {
  readonly theme: (typeof themes)[number];
  readonly width: number;
}

const Chosen = z.object({
  style: z.literal('filtered'),
  value: z.string(),
  choices: z.array(z.object({ title: z.string(), value: z.string() })),
});

const library = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
const sources = new URL('../../src/sandbox/page/', import.meta.url);
const styles = ['page.css', 'cards.css'].map(read).join('\n');
const [markdown, dates] = ['markdown.ts', 'dates.ts'].map((name) =>
  stripTypeScriptTypes(read(name)).replaceAll(/^export /gm, ''),
);
/** Whose cards are drawn; the language is that of the card. */
const timeZone = 'Europe/Berlin';

/** Runs in the page, which this program's compiler knows nothing about; hence a text. */
const browserSide = `
${markdown}
${dates}
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = renderMarkdown(text);
  result.didProcess = true;
};
const host = new AdaptiveCards.HostConfig(${JSON.stringify(teamsHostConfig)});
function drawCard(json) {
  const drawing = new AdaptiveCards.AdaptiveCard();
  drawing.hostConfig = host;
  const locale = json.lang === 'en' ? 'en-GB' : json.lang;
  drawing.parse(withDates({ ...json, version: '1.6' }, { locale, timeZone: '${timeZone}' }));
  drawing.onExecuteAction = () => {};
  document.documentElement.lang = json.lang;
  const place = document.querySelector('.card');
  place.replaceChildren(drawing.render());
  return Math.ceil(place.getBoundingClientRect().bottom) + 8;
}`;

/** Opens an empty page that draws cards as the page of the sandbox does. */
export async function openCardPage(browser: Browser, { theme, width }: Look): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    timezoneId: timeZone,
    reducedMotion: 'reduce',
  });
  await page.setContent(
    `<!doctype html><html lang="en" data-theme="${theme}"><head><title>Card</title><style>${styles}
     html,body{height:auto} body{display:block;overflow:visible;padding:8px}</style></head>
     <body><main><div class="card"></div></main></body></html>`,
  );
  await page.addScriptTag({ path: library });
  await page.addScriptTag({ content: browserSide });
  return page;
}

/** Draws a card instead of the last one; resolves to the height of the page with it, in pixels. */
export async function drawCard(page: Page, card: unknown): Promise<number> {
  return page.evaluate<number>(`drawCard(${JSON.stringify(card, withTitles)})`);
}

/** Teams shows the title of what is chosen in a typeahead, where the renderer shows its value. */
function withTitles(_key: string, node: unknown): unknown {
  const chosen = Chosen.safeParse(node).data;
  const title = chosen?.choices.find(({ value }) => value === chosen.value)?.title;
  return title === undefined ? node : { ...Object(node), value: title };
}

function read(name: string): string {
  return readFileSync(new URL(name, sources), 'utf8');
}
