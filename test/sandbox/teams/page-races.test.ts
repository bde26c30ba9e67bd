import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext } from 'playwright-core';
import type { SandboxTeams } from '../../../src/sandbox/teams/server.ts';
import { launch, withoutChromium } from '../../support/chromium.ts';
import { patienceMs } from '../../support/eventually.ts';
import {
  activitiesOf,
  callConnector,
  type StubBot,
  startStubBot,
  startTeamsFor,
} from './stub-bot.ts';

describe('the page when answers and news cross', { skip: withoutChromium }, () => {
  let bot: StubBot;
  let teams: SandboxTeams;
  let browser: Browser;
  let context: BrowserContext;

  before(async () => {
    bot = await startStubBot();
    teams = await startTeamsFor(bot);
    await teams.announceInstall();
    browser = await launch();
    context = await browser.newContext();
    context.setDefaultTimeout(patienceMs);
  });

  after(async () => {
    await browser.close();
    await teams.close();
    await bot.close();
  });

  it('keeps a message that comes while the older ones are still on their way', async () => {
    const place = activitiesOf(teams.personalConversation('cleo'));
    function post(text: string): ReturnType<typeof callConnector> {
      return callConnector(teams, { method: 'POST', path: place, body: { type: 'message', text } });
    }
    await post('older');
    const witness = await context.newPage();
    await witness.goto(`${teams.url}?as=cleo&chat=personal`);
    await witness.locator('.bubble', { hasText: 'older' }).waitFor();
    const page = await context.newPage();
    await page.route('**/api/messages', async (route) => {
      const answer = await route.fetch();
      await post('newer');
      await witness.locator('.bubble', { hasText: 'newer' }).first().waitFor();
      await route.fulfill({ response: answer });
    });

    await page.goto(`${teams.url}?as=cleo&chat=personal`);

    await page.locator('.bubble', { hasText: 'newer' }).waitFor();
    assert.deepEqual(await page.locator('.bubble').allInnerTexts(), ['older', 'newer']);
    await witness.close();
    await page.close();
  });

  it('reads anew who the people are when the line stands', async () => {
    const page = await context.newPage();
    let asked = 0;
    await page.route('**/api/world', async (route) => {
      asked += 1;
      const response = await route.fetch();
      const body = await response.text();
      // As if the app were added between the first answer and the line.
      const earlier = body.replaceAll('"hasApp":true', '"hasApp":false');
      await route.fulfill({ response, body: asked === 1 ? earlier : body });
    });
    await page.goto(`${teams.url}?as=amir&chat=personal`);

    await page.getByPlaceholder('Type a message').waitFor();
    assert.equal(asked, 2);
    await page.close();
  });
});
