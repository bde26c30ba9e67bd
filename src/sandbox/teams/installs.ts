import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../domain/ports.ts';
import type { Journal } from '../journal.ts';
import { people, type SeedPerson } from '../seed.ts';
import { type Activity, botAddedActivity, installationActivity, type Scene } from './activities.ts';
import { deliver, isAccepted } from './bot-link.ts';
import { getPersonal } from './conversations.ts';
import type { Locales } from './locales.ts';

const collection = 'teams-installs';

interface Install {
  readonly hasApp: boolean;
  /** The bot has answered to the news. */
  readonly announced: boolean;
}

/** Who has the app in their chats, and whether the bot knows; remembered over restarts. */
export class Installs {
  readonly #journal: Journal;

  /** Everybody has the app at the first start, but the people named here. */
  constructor(journal: Journal, withoutApp: readonly string[]) {
    this.#journal = journal;
    for (const { key } of people) {
      if (journal.get<Install>(collection, key) === undefined) {
        const hasApp = !withoutApp.includes(key);
        this.#journal.put(collection, key, { hasApp, announced: !hasApp });
      }
    }
  }

  hasApp(key: string): boolean {
    return this.#get(key).hasApp;
  }

  change(key: string, hasApp: boolean): void {
    if (this.hasApp(key) !== hasApp) {
      this.#journal.put(collection, key, { hasApp, announced: false });
    }
  }

  isAnnounced(key: string): boolean {
    return this.#get(key).announced;
  }

  setAnnounced(key: string): void {
    this.#journal.put(collection, key, { ...this.#get(key), announced: true });
  }

  #get(key: string): Install {
    return this.#journal.get<Install>(collection, key) ?? { hasApp: false, announced: true };
  }
}

interface Announcement {
  readonly installs: Installs;
  readonly locales: Locales;
  readonly clock: Clock;
  readonly serviceUrl: string;
  readonly botEndpoint: () => string;
  readonly signal: AbortSignal;
}

/** Tells the bot of every install and removal it has not heard of, again and again until it answers. */
export async function announceInstalls(news: Announcement): Promise<void> {
  for (const person of people) {
    let wait = 100;
    while (!news.installs.isAnnounced(person.key) && !news.signal.aborted) {
      if (await announce(news, person)) {
        news.installs.setAnnounced(person.key);
        continue;
      }
      await delay(wait, undefined, { signal: news.signal, ref: false }).catch(() => undefined);
      wait = Math.min(wait * 2, 2000);
    }
  }
}

async function announce(news: Announcement, person: SeedPerson): Promise<boolean> {
  for (const activity of activitiesFor(news, person)) {
    if (!isAccepted(await deliver(news.botEndpoint, activity))) {
      return false;
    }
  }
  return true;
}

function activitiesFor(news: Announcement, person: SeedPerson): readonly Activity[] {
  const scene: Scene = {
    person,
    address: { conversation: getPersonal(person.key) },
    now: news.clock.now(),
    serviceUrl: news.serviceUrl,
    locale: news.locales.localeOf(person.key),
  };
  return news.installs.hasApp(person.key)
    ? [installationActivity(scene, 'add'), botAddedActivity(scene)]
    : [installationActivity(scene, 'remove')];
}
