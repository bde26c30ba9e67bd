import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { renderMarkdown } from '../../../src/sandbox/page/markdown.ts';
import { allCards } from '../../support/cards.ts';
import { launch, withoutChromium } from '../../support/chromium.ts';

const libraryFile = createRequire(import.meta.url).resolve(
  'adaptivecards/dist/adaptivecards.min.js',
);
const themes = [
  { name: 'light', width: 360, background: '#ffffff', color: '#242424' },
  { name: 'dark', width: 360, background: '#292929', color: '#ffffff' },
] as const;
/** Set to keep pictures of the cards for looking at. */
const pictures = process.env['CARD_PICTURES'];

/** Microsoft's host configuration for Teams where it is at hand, else the library's own. */
function hostConfig(theme: string): unknown {
  const file = new URL(
    `../../../../shared/adaptive-cards/hostconfig-teams-${theme}.json`,
    import.meta.url,
  );
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

async function openPage(browser: Browser, theme: (typeof themes)[number]): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: theme.width, height: 900 } });
  await page.setContent(
    `<style>body{margin:0;padding:12px;font-family:Segoe UI,sans-serif;background:${theme.background};color:${theme.color}}
     *{overflow-wrap:anywhere} p{margin:0}</style><div id="place"></div>`,
  );
  await page.addScriptTag({ path: libraryFile });
  return page;
}

interface Drawn {
  readonly text: string;
  readonly overflowing: readonly string[];
  readonly links: number;
}

/** Runs in the page, which this program's compiler knows nothing about; hence a text. */
const browserSide = `
function drawCard({ json, host, formatted }) {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = formatted[text] ?? text;
    result.didProcess = true;
  };
  const drawing = new AdaptiveCards.AdaptiveCard();
  drawing.hostConfig = new AdaptiveCards.HostConfig(host);
  drawing.parse(json);
  const element = drawing.render();
  document.querySelector('#place').replaceChildren(element);
  const limit = document.documentElement.clientWidth;
  const wide = [...element.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > limit + 1);
  const values = [...element.querySelectorAll('input,textarea')].map((field) => field.value);
  return {
    text: element.innerText + ' ' + values.join(' '),
    overflowing: wide.map((part) => part.tagName + ' ' + part.textContent.slice(0, 40)),
    links: element.querySelectorAll('a').length,
  };
}`;

async function draw(page: Page, card: unknown, host: unknown): Promise<Drawn> {
  const formatted = Object.fromEntries(
    [...textsOf(card)].map((text) => [text, renderMarkdown(text)]),
  );
  const input = JSON.stringify({ json: card, host, formatted });
  return page.evaluate<Drawn>(`(() => { ${browserSide}\nreturn drawCard(${input}); })()`);
}

/** The texts a reader must see at once: those of what is folded away come with its button. */
function* textsOf(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    for (const item of value) {
      yield* textsOf(item);
    }
  } else if (typeof value === 'object' && value !== null) {
    const { type, text, isVisible } = value as Record<string, unknown>;
    if (isVisible === false) {
      return;
    }
    if (type === 'TextBlock' && typeof text === 'string') {
      yield text;
    }
    yield* textsOf(Object.values(value));
  }
}

/** The one kind of link that texts may have: an address that shows itself. */
const addressLink = /\[(https:[^\]]+)\]\(\1\)/g;

/** As it is read: without escapes, with the places of times left open, spaces as one. */
function words(text: string): readonly string[] {
  return text
    .replaceAll(/\{\{(?:DATE|TIME)\([^)]*\)\}\}/g, '\n')
    .replaceAll(addressLink, '$1')
    .replaceAll(/\\([\\[\]()!<>*_`~#|])/g, '$1')
    .split('\n')
    .map(compact)
    .filter((part) => part !== '');
}

function compact(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

describe('a card drawn in a browser, 360 px wide', { skip: withoutChromium }, () => {
  let browser: Browser;

  before(async () => {
    browser = await launch();
    if (pictures !== undefined) {
      await mkdir(pictures, { recursive: true });
    }
  });
  after(async () => {
    await browser.close();
  });

  for (const theme of themes) {
    it(`loses no word and fits, ${theme.name}`, async () => {
      const page = await openPage(browser, theme);
      const config = hostConfig(theme.name);
      for (const [name, card] of Object.entries(allCards)) {
        const { text, overflowing, links } = await draw(page, card, config);

        const shown = compact(text);
        for (const part of [...textsOf(card)].flatMap(words)) {
          assert.ok(shown.includes(part), `${name} does not show: ${part}`);
        }
        assert.deepEqual(overflowing, [], name);
        const made = [...textsOf(card)].flatMap((each) => [...each.matchAll(addressLink)]);
        assert.equal(links, made.length, `${name} has a link nobody made`);
        assert.doesNotMatch(
          text,
          /\{\{(?:DATE|TIME)\(\d{4}-\d\d-\d\dT09/,
          `${name} shows a time as code`,
        );
        if (pictures !== undefined) {
          await page.screenshot({ path: `${pictures}/${name}-${theme.name}.png`, fullPage: true });
        }
      }
      await page.close();
    });
  }

  it('tells times in the zone of the device', async () => {
    const page = await browser.newPage({ timezoneId: 'Asia/Dubai', locale: 'en-GB' });
    await page.setContent('<div id="place"></div>');
    await page.addScriptTag({ path: libraryFile });

    const { text } = await draw(page, allCards['outcome-confirmed'], hostConfig('light'));

    assert.match(text, /Wed, Nov 25, 2026 1:41\sPM/);
  });
});
