import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { type App, startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { launch, withoutChromium } from '../support/chromium.ts';
import { type Outside, startOutside } from '../support/journey.ts';
import { SilentLog } from '../support/silent-log.ts';

const patience = { timeout: 20_000 };

describe('the whole loop on the page', { skip: withoutChromium }, () => {
  let outside: Outside;
  let app: App;
  let browser: Browser;
  let context: BrowserContext;
  const complaints: string[] = [];

  before(async () => {
    outside = await startOutside({ lags: { delivered: 300, membership: 200 } });
    app = await startApp(readConfig(outside.env), new SilentLog());
    await outside.teams.announceInstall();
    browser = await launch();
    context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  });

  after(async () => {
    await browser.close();
    await app.close();
    await outside.close();
  });

  async function open(key: string): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
    await page.goto(`${outside.teams.url}?as=${key}&chat=personal`);
    return page;
  }

  it('goes from the form to the proof, seen by two people in two windows', async () => {
    const rita = await open('rita');
    await say(rita, 'request');
    const form = newestCard(rita);
    await form.getByRole('combobox', { name: 'Group', exact: true }).fill('finance s');
    await rita
      .getByText(/Finance Systems.*Microsoft 365/)
      .first()
      .click();
    await form.getByRole('textbox', { name: /Reason/ }).fill('Month-end closing');
    await form.getByRole('button', { name: 'Send request' }).click();
    await rita.getByText(/Waiting for .?Ada Approver/).waitFor(patience);

    const ada = await open('ada');
    const approval = newestCard(ada);
    await approval.getByRole('textbox', { name: /Comment/ }).fill('For the closing.');
    await approval.getByRole('button', { name: /^Approve/ }).click();
    await ada
      .getByText(/Approved by .?Ada Approver/)
      .first()
      .waitFor(patience);

    await rita.getByText('Waiting for the sync', { exact: false }).first().waitFor(patience);
    await rita.getByRole('button', { name: /Run sync cycle/ }).click();
    await newestCard(rita)
      .getByText(/CN=Group_bbbbbbbb-0000-4000-8000-000000000002/)
      .first()
      .waitFor(patience);
    await rita.getByText('Done: Active Directory shows the membership').first().waitFor(patience);
    await ada.getByText('Done: Active Directory shows the membership').first().waitFor(patience);
  });

  it('shows the requester no button to approve, in the light and in the dark', async () => {
    const rita = await open('rita');
    await say(rita, 'request Second Group');
    await newestCard(rita).getByRole('button', { name: 'Send request' }).waitFor(patience);
    await rita.emulateMedia({ colorScheme: 'dark' });

    assert.equal(await rita.getByRole('button', { name: /^Approve/ }).count(), 0);
    assert.equal(await isTooWide(rita), false);
  });

  it('fits a narrow window', async () => {
    const page = await open('ada');
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByText('Done: Active Directory shows the membership').first().waitFor(patience);

    assert.equal(await isTooWide(page), false);
  });

  it('had no complaint in the browser and no error in any exchange with Graph', () => {
    assert.deepEqual(complaints, []);
    assert.deepEqual(outside.judge.errors(), []);
  });
});

async function say(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: /message/i }).last();
  await box.fill(text);
  await box.press('Enter');
}

function newestCard(page: Page): Locator {
  return page.locator('.card').last();
}

async function isTooWide(page: Page): Promise<boolean> {
  const script = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
  return (await page.evaluate(script)) === true;
}
