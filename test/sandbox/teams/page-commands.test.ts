import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { SandboxTeams } from '../../../src/sandbox/teams/server.ts';
import { launch, withoutChromium } from '../../support/chromium.ts';
import { becomesTrue, patienceMs } from '../../support/eventually.ts';
import {
  cardAttachment,
  type ReceivedActivity,
  type StubBot,
  startStubBot,
  startTeamsFor,
} from './stub-bot.ts';

/** A dialog with one field, and a word when it is sent. */
function answerTo({ name }: ReceivedActivity): unknown {
  if (name === undefined) {
    return undefined;
  }
  if (name === 'composeExtension/submitAction') {
    return { task: { type: 'message', value: 'It is on its way' } };
  }
  const card = cardAttachment([{ type: 'Input.Text', id: 'reason', label: 'Why' }], {
    actions: [{ type: 'Action.Submit', title: 'Send request', data: { verb: 'send' } }],
  });
  return { task: { type: 'continue', value: { title: 'Ask for access', card } } };
}

describe('the commands of the app on the page', { skip: withoutChromium }, () => {
  let bot: StubBot;
  let teams: SandboxTeams;
  let browser: Browser;

  before(async () => {
    bot = await startStubBot(answerTo);
    teams = await startTeamsFor(bot);
    await teams.announceInstall();
    browser = await launch();
  });

  after(async () => {
    await browser.close();
    await teams.close();
    await bot.close();
  });

  async function openAs(person: string, chat: string): Promise<Page> {
    const page = await browser.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${teams.url}?as=${person}&chat=${chat}`);
    return page;
  }

  it('stand beside the box to write in, about no message', async () => {
    const page = await openAs('ben', 'group');

    await page.getByRole('button', { name: 'Request access' }).click();
    await page.getByRole('dialog', { name: 'Ask for access' }).waitFor();

    assert.equal(bot.received.at(-1)?.value.commandContext, 'compose');
    assert.equal(bot.received.at(-1)?.value.messagePayload, undefined);
    await page.close();
  });

  it('stand behind the "…" of each message, and send it along', async () => {
    await teams.say('rita', 'group', 'Could Ben get into Treasury?');
    const page = await openAs('ben', 'group');
    const message = page.getByRole('article', { name: 'Could Ben get into Treasury?' });
    await message.getByRole('button', { name: 'More options' }).click();
    const menu = page.getByRole('menu', { name: 'More options' });
    const offered = await menu.getByRole('menuitem').allInnerTexts();

    await menu.getByRole('menuitem', { name: 'Request access' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ask for access' });
    await dialog.getByLabel('Why').fill('Month-end');
    const asked = bot.received.at(-1);
    await dialog.getByRole('button', { name: 'Send request' }).click();
    await dialog.getByText('It is on its way').waitFor();

    assert.deepEqual(offered, ['Request access']);
    assert.equal(await menu.count(), 0);
    assert.equal(asked?.name, 'composeExtension/fetchTask');
    assert.equal(asked.from.name, 'Ben Okafor');
    assert.partialDeepStrictEqual(asked.value, {
      commandId: 'requestAccess',
      commandContext: 'message',
      messagePayload: {
        body: { content: '<p>Could Ben get into Treasury?</p>' },
        from: { user: { displayName: 'Rita Requester' } },
      },
    });
    const sent = bot.received.at(-1);
    assert.equal(sent?.name, 'composeExtension/submitAction');
    assert.equal(sent.value.messagePayload.id, asked.value.messagePayload.id);
    assert.deepEqual(sent.value.data, { verb: 'send', reason: 'Month-end' });
    await page.close();
  });

  it('stay within a screen of 360 pixels, and go away by a click elsewhere', async () => {
    const page = await openAs('rita', 'group');
    await page.setViewportSize({ width: 360, height: 740 });
    await teams.say('rita', 'group', 'Something short');
    const more = page.locator('.message.own').last().getByRole('button', { name: 'More options' });
    await more.click();
    const menu = page.getByRole('menu', { name: 'More options' });

    const box = await menu.boundingBox();
    await page.mouse.click(20, 300);
    await menu.waitFor({ state: 'hidden' });
    await more.click();
    await menu.waitFor();
    await more.click();
    await menu.waitFor({ state: 'hidden' });

    assert.ok(box !== null && box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
    assert.ok(box.y >= 0 && box.y + box.height <= 740, JSON.stringify(box));
    await page.close();
  });

  it('offers what to begin with in the language of the person, and sends it in that', async () => {
    const page = await openAs('paul', 'personal');
    await page.getByLabel('Language of Paul').first().selectOption('ar-AE');
    const starters = page.getByRole('group', { name: 'Prompt starters' }).getByRole('button');
    await starters.getByText('طلباتي').waitFor();
    assert.deepEqual(await starters.allInnerTexts(), ['طلب', 'طلباتي']);

    await starters.getByText('طلباتي').click();
    await page.locator('.message.own').getByText('طلباتي').waitFor();

    // A message stands in the chat before the bot has it.
    await becomesTrue(() => bot.received.some(({ text }) => text === 'طلباتي'));
    await page.close();
  });
});
