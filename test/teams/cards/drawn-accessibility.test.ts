import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { wordsFor } from '../../../src/teams/words/choose.ts';
import { drawCard, openCardPage, themes } from '../../support/card-page.ts';
import { cardsIn } from '../../support/cards.ts';
import { launch, withoutChromium } from '../../support/chromium.ts';
import { lowContrast } from '../../support/contrast.ts';
import { pseudoWords } from '../../support/pseudo-words.ts';

const arabic = wordsFor('ar');
const rightToLeft = arabic.isRightToLeft ? arabic : pseudoWords(wordsFor('en'));
const english = unfolded(cardsIn(wordsFor('en')));
const turned = unfolded(cardsIn(rightToLeft));

/** With everything open that the cards fold away. */
function unfolded(cards: object): readonly (readonly [string, unknown])[] {
  const open = JSON.stringify(cards).replaceAll('"isVisible":false', '"isVisible":true');
  const opened: object = JSON.parse(open);
  return Object.entries(opened);
}

/** The places on the card that the Tab key should reach, each marked with its number; runs in the page. */
const places = `(() => {
  const card = document.querySelector('.card');
  const shown = (part) => part.checkVisibility() && !part.disabled;
  return [...card.querySelectorAll('button, input, textarea, select, [role="button"]')]
    .filter(shown)
    .map((part, index) => (part.dataset.place = index + ' ' + (part.ariaLabel || part.innerText || part.type)));
})()`;
/** Where the focus is and whether that is to be seen; undefined outside of the card. */
const focused = `(() => {
  const part = document.activeElement;
  if (!part.matches('.card *:not(.ac-adaptiveCard)')) return undefined;
  const { outlineStyle, outlineWidth } = getComputedStyle(part);
  return { place: part.dataset.place, isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
})()`;

/** Which of the ids, DNs and other signs on the card do not stand from left to right in one go; runs in the page. */
const turnedSigns = `(() => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector('.card'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const match of node.data.matchAll(/WB-[0-9A-Z]{8}|(?:CN|OU|DC)=[\\w=, ]*\\w|S-1-5-[\\d-]+\\d|CHG\\d+/g)) {
      let last;
      for (let at = match.index; at < match.index + match[0].length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, top, width } = range.getBoundingClientRect();
        if (width === 0) continue;
        if (last && top === last.top && left < last.left) { found.push(match[0]); break; }
        last = { left, top };
      }
    }
  }
  return found;
})()`;

interface Focused {
  readonly place: string;
  readonly isSeen: boolean;
}

describe('a card drawn in a browser', { skip: withoutChromium }, () => {
  let browser: Browser;

  before(async () => {
    browser = await launch();
  });
  after(async () => {
    await browser.close();
  });

  for (const theme of themes) {
    it(`can be read by weak eyes, ${theme}`, async () => {
      const page = await openCardPage(browser, { theme, width: 360 });

      for (const [name, card] of english) {
        await drawCard(page, card);

        assert.deepEqual(await lowContrast(page, '.card'), [], name);
      }
      await page.close();
    });
  }

  it('would be found out by a grey that is too pale', async () => {
    const page = await openCardPage(browser, { theme: 'light', width: 360 });
    await page.addStyleTag({ content: ':root { --card-subtle: #909090 !important }' });
    const pale = { type: 'TextBlock', text: 'Pale', isSubtle: true };
    await drawCard(page, { type: 'AdaptiveCard', body: [pale, { ...pale, isSubtle: false }] });

    const [found, ...others] = await lowContrast(page, '.card');
    assert.match(found ?? '', /^3\.\d\d .*: Pale$/);
    assert.deepEqual(others, []);
    await page.close();
  });

  it('gives every button and field to the Tab key, in their order, and shows where one is', async () => {
    const page = await openCardPage(browser, { theme: 'light', width: 480 });

    for (const [name, card] of english) {
      await drawCard(page, card);
      const expected = await page.evaluate<readonly string[]>(places);
      const reached = await tabThrough(page);

      assert.deepEqual(
        reached.map(({ place }) => place),
        expected,
        name,
      );
      assert.deepEqual(
        reached.filter(({ isSeen }) => !isSeen),
        [],
        name,
      );
    }
    await page.close();
  });

  it('runs from right to left, and leaves numbers and distinguished names as they are', async () => {
    const page = await openCardPage(browser, { theme: 'light', width: 360 });

    for (const [name, card] of turned) {
      await drawCard(page, card);

      const direction = "getComputedStyle(document.querySelector('.ac-adaptiveCard')).direction";
      assert.equal(await page.evaluate(direction), 'rtl', name);
      assert.deepEqual(await page.evaluate(turnedSigns), [], name);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 360, name);
    }
    await page.close();
  });

  it('would be found out by a distinguished name that has been turned', async () => {
    const page = await openCardPage(browser, { theme: 'light', width: 360 });
    const text = '\u202EOU=Writeback,DC=contoso\u202C';
    await drawCard(page, { type: 'AdaptiveCard', rtl: true, body: [{ type: 'TextBlock', text }] });

    assert.deepEqual(await page.evaluate(turnedSigns), ['OU=Writeback,DC=contoso']);
    await page.close();
  });
});

/** Where the Tab key leads until it leaves the card; a date is one place, though it has stops of its own. */
async function tabThrough(page: Page): Promise<readonly Focused[]> {
  const reached: Focused[] = [];
  await page.evaluate("document.querySelector('.ac-adaptiveCard').focus()");
  for (let press = 0; press < 200; press += 1) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate<Focused | undefined>(focused);
    if (place === undefined) {
      break;
    }
    reached.push(...(place.place === reached.at(-1)?.place ? [] : [place]));
  }
  return reached;
}
