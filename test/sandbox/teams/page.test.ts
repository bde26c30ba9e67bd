import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { people } from '../../../src/sandbox/seed.ts';
import type { SandboxTeams } from '../../../src/sandbox/teams/server.ts';
import { launch, withoutChromium } from '../../support/chromium.ts';
import { becomesTrue, patienceMs } from '../../support/eventually.ts';
import {
  activitiesOf,
  callConnector,
  cardAnswer,
  cardAttachment,
  idleClockStrip,
  type ReceivedActivity,
  type StubBot,
  startStubBot,
  startTeamsFor,
  textBlock,
} from './stub-bot.ts';

const ada = people.find(({ key }) => key === 'ada');
const groups = ['Finance Reports', 'Finance Systems', 'Sales'];

const form = cardAttachment(
  [
    textBlock('Ask for a group'),
    {
      type: 'Input.ChoiceSet',
      id: 'group',
      label: 'Group',
      style: 'filtered',
      choices: [],
      'choices.data': { type: 'Data.Query', dataset: 'groups' },
    },
    {
      type: 'Input.ChoiceSet',
      id: 'person',
      label: 'Person',
      style: 'filtered',
      choices: [],
      value: ada?.objectId,
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    },
    { type: 'Input.Text', id: 'reason', label: 'Reason' },
  ],
  { actions: [{ type: 'Action.Execute', title: 'Send', verb: 'send', data: { form: 1 } }] },
);

const approval = cardAttachment([textBlock('Somebody must decide')], {
  refresh: {
    action: { type: 'Action.Execute', verb: 'view', data: { id: 'r1' } },
    userIds: [ada?.teamsId],
  },
});

/** A bot with one form, one approval card, and an answer for each click. */
async function answerTo(teams: SandboxTeams, activity: ReceivedActivity): Promise<unknown> {
  if (activity.name === 'application/search') {
    const results = groups.filter((name) =>
      name.toLowerCase().includes(String(activity.value.queryText)),
    );
    const value = { results: results.map((name) => ({ title: name, value: `id of ${name}` })) };
    return { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value };
  }
  if (activity.type === 'invoke') {
    return answerToClick(activity);
  }
  if (activity.text !== undefined) {
    const attachment = activity.text.includes('approval') ? approval : form;
    const body = { type: 'message', attachments: [attachment], summary: 'A card' };
    await callConnector(teams, {
      method: 'POST',
      path: activitiesOf(activity.conversation.id),
      body,
    });
  }
  return undefined;
}

function answerToClick(activity: ReceivedActivity): unknown {
  const { action, trigger } = activity.value;
  if (action.verb === 'view') {
    return cardAnswer({
      type: 'AdaptiveCard',
      version: '1.5',
      body: [textBlock(`Your turn (${trigger})`)],
    });
  }
  if (action.data.reason === undefined) {
    return {
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'BadRequest', message: 'Say why.' },
    };
  }
  return cardAnswer({ type: 'AdaptiveCard', version: '1.5', body: [textBlock('Thank you')] });
}

describe('the page in a browser', { skip: withoutChromium }, () => {
  const wishes: string[] = [];
  const problems: string[] = [];
  let bot: StubBot;
  let teams: SandboxTeams;
  let browser: Browser;
  let context: BrowserContext;

  before(async () => {
    bot = await startStubBot(async (activity) => answerTo(teams, activity));
    const clockStrip = {
      ...idleClockStrip,
      runCycle: () => wishes.push('run'),
      skip: () => wishes.push('skip'),
      pause: () => wishes.push('pause'),
    };
    teams = await startTeamsFor(bot, { clockStrip });
    await teams.announceInstall();
    browser = await launch();
    context = await browser.newContext({ colorScheme: 'light' });
    context.on('request', (request) => {
      if (!request.url().startsWith(teams.url) && !request.url().startsWith('data:')) {
        problems.push(`asked for ${request.url()}`);
      }
    });
  });

  after(async () => {
    await browser.close();
    await teams.close();
    await bot.close();
  });

  async function openAs(person: string, chat: string): Promise<Page> {
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`));
    await page.goto(`${teams.url}?as=${person}&chat=${chat}`);
    return page;
  }

  async function say(page: Page, text: string): Promise<void> {
    await page.locator('.compose-text').fill(text);
    await page.locator('.compose-text').press('Enter');
  }

  it('takes a typed message, draws the card, searches as one types and sends the chosen values', async () => {
    const page = await openAs('rita', 'personal');
    await say(page, 'request');
    await page.getByText('Ask for a group').waitFor();

    await page.getByRole('combobox', { name: 'Group' }).pressSequentially('fin');
    await page.locator('.ac-choiceSetInput-choice').filter({ hasText: 'Systems' }).click();
    await page.getByRole('combobox', { name: 'Person' }).fill('cleo');
    await page.locator('.ac-choiceSetInput-choice').filter({ hasText: 'Cleo Cloud' }).click();
    await page.locator('.card').getByRole('button', { name: 'Send' }).click();
    await page.getByText('Say why.').waitFor();
    const kept = await page.getByRole('combobox', { name: 'Group' }).inputValue();
    await page.getByLabel('Reason').fill('closing');
    await page.locator('.card').getByRole('button', { name: 'Send' }).click();
    await page.getByText('Thank you').waitFor();

    assert.equal(kept, 'Finance Systems');
    assert.equal(await page.getByText('Ask for a group').count(), 0);
    assert.deepEqual(bot.received.at(-1)?.value, {
      action: {
        type: 'Action.Execute',
        verb: 'send',
        data: {
          form: 1,
          group: 'id of Finance Systems',
          person: people.find(({ key }) => key === 'cleo')?.objectId,
          reason: 'closing',
        },
      },
      trigger: 'manual',
    });
    assert.ok(bot.received.every(({ value }) => value?.dataset !== 'graph.microsoft.com/users'));
  });

  it('complains of a name that was not chosen from the list, until one is chosen', async () => {
    const page = await openAs('rita', 'personal');
    // The chat still holds the cards of the tests before.
    await page.locator('.card').first().waitFor();
    const older = await page.locator('.card').count();
    await say(page, 'request');
    const card = page.locator('.card').nth(older);
    const group = card.getByRole('combobox', { name: 'Group' });
    const complaint = card.getByText('Choose one from the list.');
    await group.pressSequentially('fin');
    await card.getByLabel('Reason').fill('closing');
    await card.getByRole('button', { name: 'Send' }).click();
    await complaint.waitFor();
    const asked = bot.received.length;

    await group.fill('');
    await group.pressSequentially('fin');
    await card.locator('.ac-choiceSetInput-choice').filter({ hasText: 'Reports' }).click();

    await complaint.waitFor({ state: 'detached' });
    assert.ok(bot.received.slice(asked).every(({ name }) => name === 'application/search'));
    // A click into the field searches for the whole title, which finds nothing.
    await group.fill('Finance Reports ');
    await card.getByText('No results found').waitFor();
    await group.fill('Finance Reports');
    await card.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Thank you').last().waitFor();
    const sent = bot.received.findLast(({ name }) => name === 'adaptiveCard/action');
    assert.equal(sent?.value.action.data['group'], 'id of Finance Reports');
  });

  it('gives the approver a view of their own, and changes the card for all without a reload', async () => {
    const ritas = await openAs('rita', 'group');
    await say(ritas, '@Writeback approval');
    await ritas.getByText('Somebody must decide').waitFor();
    const adas = await openAs('ada', 'group');
    await adas.getByText('Your turn (automatic)').waitFor();
    await ritas.evaluate("document.body.dataset['stayed'] = 'yes'");
    await ritas.locator('.compose-text').fill('half a sen');

    const conversationId = bot.received.at(-1)?.conversation.id ?? '';
    const id = teams.messages(conversationId).at(-1)?.id;
    const body = { type: 'message', attachments: [cardAttachment([textBlock('Approved by Ada')])] };
    await callConnector(teams, {
      method: 'PUT',
      path: `${activitiesOf(conversationId)}/${id}`,
      body,
    });

    await ritas.getByText('Approved by Ada').waitFor();
    await adas.getByText('Approved by Ada').waitFor();
    assert.equal(await ritas.getByText('Somebody must decide').count(), 0);
    assert.equal(await ritas.evaluate("document.body.dataset['stayed']"), 'yes');
    assert.equal(await ritas.locator('.compose-text').inputValue(), 'half a sen');
    assert.ok(
      bot.received.every(
        ({ from, value }) => value?.trigger !== 'automatic' || from.id === ada?.teamsId,
      ),
    );
  });

  it('keeps what is typed into one card when another one changes', async () => {
    const page = await openAs('ben', 'personal');
    await say(page, 'request');
    await page.getByLabel('Reason').fill('half done');
    const chat = teams.personalConversation('ben');
    const note = { type: 'message', attachments: [cardAttachment([textBlock('Progress 1')])] };
    const posted = await callConnector(teams, {
      method: 'POST',
      path: activitiesOf(chat),
      body: note,
    });
    await page.getByText('Progress 1').waitFor();

    const next = { type: 'message', attachments: [cardAttachment([textBlock('Progress 2')])] };
    await callConnector(teams, {
      method: 'PUT',
      path: `${activitiesOf(chat)}/${posted.body.id}`,
      body: next,
    });
    await page.getByText('Progress 2').waitFor();

    assert.equal(await page.getByLabel('Reason').inputValue(), 'half done');
  });

  it('offers the mention after an @ in a group chat', async () => {
    const page = await openAs('ben', 'group');
    await page.locator('.compose-text').pressSequentially('@wr');
    await page.getByRole('button', { name: 'Mention Writeback' }).click();
    await page.locator('.compose-text').pressSequentially('approval');

    await page.locator('.compose-text').press('Enter');
    await page.locator('.message.own .mention').last().waitFor();

    // A message stands in the chat before the bot has it.
    await becomesTrue(() =>
      bot.received.some(
        ({ from, text }) => from.name === 'Ben Okafor' && text === '<at>Writeback</at> approval',
      ),
    );
  });

  it('shows what other people have not read, steers the sync and turns dark', async () => {
    const page = await openAs('amir', 'personal');
    const body = { type: 'message', text: 'News for **you**' };
    await callConnector(teams, {
      method: 'POST',
      path: activitiesOf(teams.personalConversation('paul')),
      body,
    });
    await page.getByRole('link', { name: /Paul Prüfer.*unread/u }).click();
    await page.locator('.bubble strong', { hasText: 'you' }).waitFor();
    await page.getByRole('button', { name: 'Run sync cycle' }).click();
    await page.getByRole('button', { name: 'Pause sync' }).click();
    await page.getByRole('button', { name: 'Skip 30 minutes' }).click();
    const light = await page.evaluate('getComputedStyle(document.body).backgroundColor');

    await page.getByRole('button', { name: 'Switch to dark mode' }).click();
    const dark = await page.evaluate('getComputedStyle(document.body).backgroundColor');

    assert.match(page.url(), /as=paul/u);
    assert.match(await page.locator('.sync-next').innerText(), /^Next sync in \d\d:\d\d$/u);
    assert.deepEqual(wishes, ['run', 'pause', 'skip']);
    assert.deepEqual([light, dark], ['rgb(245, 245, 245)', 'rgb(31, 31, 31)']);
  });

  it('shows the dates of a card by the language and zone of the reader, not of the browser', async () => {
    const page = await openAs('layla', 'personal');
    const when = '{{DATE(2026-12-09T21:18:00Z, SHORT)}} {{TIME(2026-12-09T21:18:00Z)}}';
    await callConnector(teams, {
      method: 'POST',
      path: activitiesOf(teams.personalConversation('layla')),
      body: { type: 'message', attachments: [cardAttachment([textBlock(`Until ${when}`)])] },
    });
    const line = page.getByText(/^Until /u);
    await line.waitFor();
    assert.match(await line.innerText(), /^Until Thu,? 10 Dec 2026 0?1:18$/u);

    await page
      .getByLabel(/^Language of/u)
      .first()
      .selectOption('de-DE');

    await page.getByText('Until Do., 10. Dez. 2026 01:18').waitFor();
  });

  it('keeps what could not be sent, and says so', async () => {
    const page = await openAs('rita', 'personal');
    await page.route('**/api/say', (route) => route.abort());
    const box = page.getByPlaceholder('Type a message');
    await box.fill('request Finance');
    await box.press('Enter');
    await page.getByText('Not sent: the sandbox does not answer.', { exact: false }).waitFor();
    assert.equal(await box.inputValue(), 'request Finance');

    await page.unroute('**/api/say');
    // The browser writes a line about the request that failed, which is none of the page's.
    problems.splice(0, problems.length, ...problems.filter((line) => !line.includes('ERR_FAILED')));
    await box.press('Enter');

    await page.locator('.message.own').getByText('request Finance').first().waitFor();
    assert.equal(await box.inputValue(), '');
    assert.equal(await page.locator('.not-sent').innerText(), '');
  });

  it('lets a person have their Teams in another language', async () => {
    const page = await openAs('amir', 'personal');
    const isTaken = page.waitForResponse('**/api/locale');
    await page.getByLabel('Language of Amir').first().selectOption('de-DE');
    await isTaken;
    await page.reload();
    await page.getByText('Be somebody at Contoso').waitFor();
    await teams.say('amir', 'personal', 'nothing to answer');

    const chosen = await page.getByLabel('Language of Amir').first().inputValue();
    assert.equal(chosen, 'de-DE');
    const said = bot.received.findLast(({ text }) => text === 'nothing to answer');
    assert.equal(said?.['locale'], 'de-DE');
    await page.close();
  });

  it('fits a screen of 360 pixels and picks people there by a selector', async () => {
    const page = await openAs('layla', 'personal');
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByLabel('Who you are').selectOption('rita');
    await page.getByText('Thank you').or(page.getByText('Ask for a group')).first().waitFor();

    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 360);
    assert.match(page.url(), /as=rita/u);
  });

  it('fits a screen of 360 pixels where many talk, too', async () => {
    for (const chat of ['group', 'channel']) {
      const page = await openAs('rita', chat);
      await page.setViewportSize({ width: 360, height: 740 });
      await page.locator('.compose-text').waitFor();

      const box = await page.locator('.chat').boundingBox();

      assert.equal(box?.width, 360, chat);
    }
  });

  it('shows a tall new card from its top, and follows when cards above it grow', async () => {
    const page = await openAs('cleo', 'personal');
    const chat = teams.personalConversation('cleo');
    const first = await post(chat, lines('Short', 1));
    await page.getByText('Short 1').waitFor();

    await post(chat, lines('Tall', 80));
    await page.getByText('Tall 80').waitFor();
    await waitForTop(page, 'Tall 1');
    await callConnector(teams, {
      method: 'PUT',
      path: `${activitiesOf(chat)}/${String(first)}`,
      body: lines('Grown', 60),
    });
    await page.getByText('Grown 60').waitFor();

    await waitForTop(page, 'Tall 1');
  });

  it('stays where the reader is who has scrolled back', async () => {
    const page = await openAs('cleo', 'personal');
    await page.getByText('Tall 80').waitFor();
    await waitForTop(page, 'Tall 1');
    await page.locator('.scroller').focus();
    await page.keyboard.press('Home');
    await waitUntil(page, "document.querySelector('.scroller').scrollTop === 0");

    await post(teams.personalConversation('cleo'), lines('Late', 3));
    await page.getByText('Late 3').waitFor();

    assert.equal(await page.evaluate("document.querySelector('.scroller').scrollTop"), 0);
  });

  async function post(chat: string, body: object): Promise<unknown> {
    const posted = await callConnector(teams, { method: 'POST', path: activitiesOf(chat), body });
    return posted.body.id;
  }

  it('asked nobody outside and wrote no complaint into the console', () => {
    assert.deepEqual(problems, []);
  });
});

/** A card of so many lines, each numbered. */
function lines(word: string, count: number): object {
  const texts = Array.from({ length: count }, (_unused, index) =>
    textBlock(`${word} ${index + 1}`),
  );
  return { type: 'message', attachments: [cardAttachment(texts)] };
}

/** Waits until this line stands in the upper part of the messages. */
async function waitForTop(page: Page, line: string): Promise<void> {
  await waitUntil(
    page,
    `(() => {
      const list = document.querySelector('.scroller').getBoundingClientRect();
      const found = [...document.querySelectorAll('.ac-textBlock')].find((block) => block.innerText === '${line}');
      const distance = found.getBoundingClientRect().top - list.top;
      return distance > 0 && distance < 120;
    })()`,
  );
}

/** Asks again and again from outside, since the page permits no evaluation of texts inside. */
async function waitUntil(page: Page, condition: string): Promise<void> {
  await becomesTrue(
    async () => (await page.evaluate(condition)) === true,
    () => condition,
  );
}
