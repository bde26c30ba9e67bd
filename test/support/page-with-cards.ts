import type { Browser, Page } from 'playwright-core';
import {
  activitiesOf,
  callConnector,
  cardAttachment,
  startStubBot,
  startTeamsFor,
  textBlock,
} from '../sandbox/teams/stub-bot.ts';
import type { Look } from './card-page.ts';
import { allCards } from './cards.ts';
import { patienceMs } from './eventually.ts';

const shown = ['request-awaiting-sync', 'outcome-confirmed', 'form-empty'] as const;

/** The page of the sandbox, where the bot has sent Rita a few cards. */
export interface PageWithCards extends AsyncDisposable {
  open(look: Look, wishes?: { readonly reducedMotion: 'no-preference' }): Promise<Page>;
  /** A message of the bot in Rita's chat. */
  say(body: object): Promise<void>;
  /** What people have written to the bot, the newest last. */
  heard(): readonly string[];
}

export async function openPageWithCards(browser: Browser): Promise<PageWithCards> {
  // A dialog that nobody answers closes at once, before anybody has seen it.
  const bot = await startStubBot(({ name }) =>
    name === 'composeExtension/fetchTask' ? dialogAnswer : undefined,
  );
  const teams = await startTeamsFor(bot);
  await teams.announceInstall();
  await teams.say('rita', 'personal', 'my requests');
  for (const name of shown) {
    await say({ attachments: [attachmentOf(name)], summary: allCards[name]?.fallbackText });
  }

  async function say(body: object): Promise<void> {
    const path = activitiesOf(teams.personalConversation('rita'));
    await callConnector(teams, { method: 'POST', path, body: { type: 'message', ...body } });
  }

  return {
    say,
    heard: () => bot.received.flatMap(({ text }) => text ?? []),
    async open({ theme, width }, wishes) {
      const page = await browser.newPage({
        viewport: { width, height: width < 720 ? 740 : 800 },
        colorScheme: theme === 'light' ? 'light' : 'dark',
        contrast: theme === 'contrast' ? 'more' : 'no-preference',
        reducedMotion: wishes?.reducedMotion ?? 'reduce',
      });
      page.setDefaultTimeout(patienceMs);
      await page.goto(`${teams.url}?as=rita&chat=personal`);
      await page
        .locator('.message.with-card')
        .nth(shown.length - 1)
        .waitFor();
      return page;
    },
    async [Symbol.asyncDispose]() {
      await teams.close();
      await bot.close();
    },
  };
}

const dialogAnswer = {
  task: {
    type: 'continue',
    value: { title: 'Ask for access', card: cardAttachment([textBlock('For whom?')]) },
  },
};

function attachmentOf(name: (typeof shown)[number]): object {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content: allCards[name] };
}
