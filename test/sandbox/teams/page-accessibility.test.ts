import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { themes } from '../../support/card-page.ts';
import { allCards } from '../../support/cards.ts';
import { launch, withoutChromium } from '../../support/chromium.ts';
import { lowContrast } from '../../support/contrast.ts';
import { becomesTrue } from '../../support/eventually.ts';
import { openPageWithCards, type PageWithCards } from '../../support/page-with-cards.ts';
import { cardAttachment } from './stub-bot.ts';

const desktop = { theme: 'light', width: 1280 } as const;
const phone = { theme: 'light', width: 360 } as const;
const controls = ['button', 'link', 'textbox', 'combobox', 'menuitem', 'checkbox'];

interface Heard {
  readonly role: string;
  readonly name: string;
}

/** What a screen reader is told of the page, in its order. */
async function heardOn(page: Page): Promise<readonly Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: String(role?.value), name: String(name?.value ?? '') }));
}

/** The part of the page with the focus, and whether it is seen to have it; runs in the page. */
const focused = `(() => {
  const part = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(part);
  const box = part.closest('.compose-box');
  const isMarked = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  const area = part.closest('#strip, #rail, #chat');
  return {
    area: area === null ? '' : area.id,
    part: part.tagName + ' ' + (part.ariaLabel || part.innerText || part.id),
    isSeen: isMarked || (box !== null && getComputedStyle(box).outlineStyle !== 'none'),
  };
})()`;

interface Focused {
  readonly area: string;
  readonly part: string;
  readonly isSeen: boolean;
}

const labelOfFocus = 'document.activeElement.ariaLabel';

async function tabThrough(page: Page): Promise<readonly Focused[]> {
  const stops: Focused[] = [];
  for (let press = 0; press < 80; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Focused>(focused);
    if (stop.area === '') {
      break;
    }
    stops.push(stop);
  }
  return stops;
}

describe('the page for those who do not see, point or wait like others', {
  skip: withoutChromium,
}, () => {
  let browser: Browser;
  let sandbox: PageWithCards;

  before(async () => {
    browser = await launch();
    sandbox = await openPageWithCards(browser);
  });
  after(async () => {
    await sandbox[Symbol.asyncDispose]();
    await browser.close();
  });

  for (const look of [desktop, phone]) {
    it(`has its landmarks and headings, and a name for every control, ${look.width} px wide`, async () => {
      const page = await sandbox.open(look);

      const heard = await heardOn(page);

      for (const landmark of ['banner', 'navigation', 'main']) {
        assert.equal(heard.filter(({ role }) => role === landmark).length, 1, landmark);
      }
      const nameless = heard.filter(({ role, name }) => controls.includes(role) && name === '');
      assert.deepEqual(nameless, []);
      assert.ok(heard.filter(({ role }) => controls.includes(role)).length > 20);
      assert.equal(await page.locator('h1:visible').count(), 1);
      const levels =
        '[...document.querySelectorAll("main [role=heading]")].map((h) => h.ariaLevel)';
      assert.deepEqual(new Set(await page.evaluate<readonly string[]>(levels)), new Set(['2']));
      await page.close();
    });
  }

  it('leads the Tab key from the clock over the people to the chat, and shows where one is', async () => {
    const page = await sandbox.open(desktop);

    const stops = await tabThrough(page);

    const areas = stops.map(({ area }) => area);
    assert.deepEqual(
      areas.filter((area, index) => area !== areas[index - 1]),
      ['strip', 'rail', 'chat'],
    );
    assert.deepEqual(
      stops.filter(({ isSeen }) => !isSeen),
      [],
    );
    for (const part of [
      'BUTTON Run sync cycle',
      'BUTTON Skip 30 minutes',
      'BUTTON Send request',
      'TEXTAREA Type a message',
    ]) {
      assert.ok(
        stops.some((stop) => stop.part === part),
        part,
      );
    }
    await page.close();
  });

  it('sends what is typed by Enter alone and keeps the focus for the next words', async () => {
    const page = await sandbox.open(desktop);
    await page.getByRole('textbox', { name: 'Type a message' }).focus();

    await page.keyboard.type('my');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('requests');
    await page.keyboard.press('Enter');
    await page.locator('.message.own').filter({ hasText: 'requests' }).last().waitFor();
    await page.keyboard.type('next');

    // A message stands in the chat before the bot has it.
    await becomesTrue(() => sandbox.heard().at(-1) === 'my\nrequests');
    assert.equal(await page.locator('.compose-text').inputValue(), 'next');
    await page.close();
  });

  it('has a menu for each message that goes by keys alone', async () => {
    const page = await sandbox.open(desktop);
    const more = page.locator('.message').last().getByRole('button', { name: 'More options' });
    const item = page.getByRole('menuitem', { name: 'Request access' });
    const isFocused = 'document.activeElement.getAttribute("role")';
    // The browser tells of its menus a moment after it has shown or hidden them, and the focus goes with that.
    function expanded(state: 'true' | 'false') {
      return more.and(page.locator(`[aria-expanded=${state}]`));
    }
    await more.focus();

    for (const key of ['Enter', 'Space', 'ArrowDown']) {
      await page.keyboard.press(key);
      await expanded('true').waitFor();
      assert.ok(await item.isVisible(), key);
      assert.equal(await page.evaluate(isFocused), 'menuitem', key);
      const { isSeen } = await page.evaluate<Focused>(focused);
      assert.equal(isSeen, true, key);
      await page.keyboard.press('Escape');
      await expanded('false').waitFor();
      assert.ok(await item.isHidden(), key);
      assert.equal(await page.evaluate(labelOfFocus), 'More options', key);
    }
    await page.keyboard.press('Enter');
    await expanded('true').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Ask for access' }).waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(labelOfFocus), 'More options');
    await page.close();
  });

  it('leaves the menu of a message by the Tab key, and goes on from where it was', async () => {
    const page = await sandbox.open(desktop);
    const message = page.locator('.message.with-card').last();
    await message.getByRole('button', { name: 'More options' }).focus();
    await page.keyboard.press('Enter');
    await message.locator('[aria-expanded=true]').waitFor();

    await page.keyboard.press('Tab');

    assert.equal(await page.getByRole('menu').count(), 0);
    const isInside = 'document.activeElement.closest(".message.with-card .card") !== null';
    assert.equal(await page.evaluate(isInside), true);
    await page.close();
  });

  it('tells of a new message where it stands, by its summary', async () => {
    const page = await sandbox.open(desktop);
    const content = allCards['outcome-denied'];
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];

    await sandbox.say({ attachments, summary: 'It was denied.' });
    const log = page.getByRole('log', { name: 'Messages' });
    await log.getByRole('article', { name: 'It was denied.' }).waitFor();

    assert.equal(await page.evaluate('document.activeElement === document.body'), true);
    await page.close();
  });

  it('says of a list of choices whether it is open', async () => {
    const page = await sandbox.open(desktop);
    const dataset = 'graph.microsoft.com/users';
    const picker = {
      type: 'Input.ChoiceSet',
      id: 'who',
      label: 'Who',
      style: 'filtered',
      choices: [],
      'choices.data': { type: 'Data.Query', dataset },
    };
    await sandbox.say({ attachments: [cardAttachment([picker])] });
    const box = page.getByRole('combobox', { name: 'Who', exact: true });
    await box.waitFor();
    assert.equal(await box.getAttribute('aria-expanded'), 'false');

    await box.pressSequentially('cleo');
    await page.getByRole('option', { name: /Cleo Cloud/ }).waitFor();

    assert.equal(await box.getAttribute('aria-expanded'), 'true');
    const list = `#${await box.getAttribute('aria-controls')}`;
    assert.equal(await page.locator(list).getAttribute('role'), 'listbox');
    await page.close();
  });

  for (const theme of themes) {
    it(`can be read by weak eyes, ${theme}`, async () => {
      for (const width of [desktop.width, phone.width]) {
        const page = await sandbox.open({ theme, width });

        assert.deepEqual(await lowContrast(page, 'body'), [], `${width} px`);
        await page.getByRole('button', { name: 'More options' }).last().click();
        await page.getByRole('menuitem').waitFor();
        assert.deepEqual(await lowContrast(page, '.menu:popover-open'), [], `${width} px, menu`);
        assert.equal(await page.evaluate('document.documentElement.dataset.theme'), theme);
        await page.close();
      }
    });
  }

  it('keeps still for whom asks for it, and only then', async () => {
    const motion = "getComputedStyle(document.querySelector('.message')).animationName";
    const still = await sandbox.open(desktop);
    const moving = await sandbox.open(desktop, { reducedMotion: 'no-preference' });

    assert.equal(await still.evaluate(motion), 'none');
    assert.equal(await moving.evaluate(motion), 'appear');
    await still.close();
    await moving.close();
  });
});
