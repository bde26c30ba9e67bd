import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Clock } from '../../domain/ports.ts';
import type { Journal } from '../journal.ts';
import type { ActionCommand, StoredMessage } from '../page/protocol.ts';
import { people } from '../seed.ts';
import { readActionCommands } from './action-commands.ts';
import type { HttpAnswer } from './bot-link.ts';
import type { ClockStrip } from './clock-strip.ts';
import { getPersonal } from './conversations.ts';
import { openDialog, submitDialog } from './dialogs.ts';
import { announceInstalls, Installs } from './installs.ts';
import { LiveFeed } from './live-feed.ts';
import { keepPagesCurrent } from './live-updates.ts';
import { Locales, type OfferedLocale } from './locales.ts';
import { Messages } from './messages.ts';
import { toPeople } from './page-api.ts';
import { PageFiles } from './page-files.ts';
import { invoke, listMessages, say } from './people-actions.ts';
import { type PromptStarters, readPromptStarters } from './prompt-starters.ts';
import { type RateLimit, RateLimiter } from './rate-limit.ts';
import { SentFiles } from './sent-files.ts';
import { answerRequest, type Site } from './site.ts';
import { countUnread } from './unread.ts';

export type { StoredMessage } from '../page/protocol.ts';
export type { HttpAnswer } from './bot-link.ts';
export type { ClockStrip } from './clock-strip.ts';

export interface TeamsOptions {
  readonly journal: Journal;
  readonly clock: Clock;
  /** Where the bot listens, asked for each delivery: `http://127.0.0.1:3978/api/messages`. */
  readonly botEndpoint: () => string;
  /** 0 or absent takes any free port. */
  readonly port?: number;
  readonly clockStrip: ClockStrip;
  /** Keys of people who have not installed the app at the first start; absent, those of the seed. */
  readonly withoutApp?: readonly string[];
}

const peopleWithoutApp = people.filter((one) => one.withoutApp).map(({ key }) => key);

/** The sandbox's Teams: a Bot Connector for the bot, a page for people, and the same actions for tests. */
export interface SandboxTeams {
  /** The page. */
  readonly url: string;
  /** What activities name as their service URL. */
  readonly serviceUrl: string;
  close(): Promise<void>;
  /** `place` is a conversation id, or `personal`, `group`, `channel`. Answers status 0 when the bot was not mentioned where it must be. */
  say(personKey: string, place: string, text: string): Promise<HttpAnswer>;
  /** The same with a file in the 1:1 chat. */
  attach(
    personKey: string,
    file: { readonly name: string; readonly text: string },
  ): Promise<HttpAnswer>;
  /** Sends an invoke about a message, for instance `adaptiveCard/action`. */
  invoke(personKey: string, messageId: string, name: string, value: unknown): Promise<HttpAnswer>;
  messages(conversationId: string): readonly StoredMessage[];
  personalConversation(personKey: string): string;
  /** Resolves when the bot has heard of every install; runs by itself from the start. */
  announceInstall(): Promise<void>;
  hasApp(personKey: string): boolean;
  /** Adds the app for a person or takes it away; the bot is told. */
  setInstalled(personKey: string, installed: boolean): void;
  /** In which language a person has their Teams; British English at the start. */
  setLocale(personKey: string, locale: OfferedLocale): void;
  /** Per-conversation rate limits; off at the start. */
  limitRate(limit: RateLimit): void;
  /** How many operations of the bot were refused for that. */
  throttled(): number;
  /** "Request access" in the box to write in, or on a message; the answer is the dialog. */
  openDialog(personKey: string, place: string, messageId?: string): Promise<HttpAnswer>;
  submitDialog(personKey: string, place: string, data: unknown): Promise<HttpAnswer>;
  /** Deliver every activity twice, as to a slow bot; off at the start. */
  deliverTwice(on: boolean): void;
}

/** Starts on 127.0.0.1 and goes on telling the bot of the installs until it answers. */
export async function startTeams(options: TeamsOptions): Promise<SandboxTeams> {
  const stopping = new AbortController();
  const [commands, starters] = await Promise.all([readActionCommands(), readPromptStarters()]);
  const server = createServer();
  const url = await listen(server, options.port ?? 0);
  const site = buildSite(options, { url, commands, starters, signal: stopping.signal });
  const stopUpdates = keepPagesCurrent(site.live, options.clockStrip);
  server.on(
    'request',
    (request: IncomingMessage, response: ServerResponse) =>
      void answerRequest(site, request, response),
  );
  void site.announceInstall();
  return {
    url,
    serviceUrl: site.serviceUrl,
    say: async (personKey, place, text) => say(site, personKey, { place, text }),
    attach: async (personKey, file) => say(site, personKey, { place: 'personal', text: '', file }),
    // oxlint-disable-next-line max-params -- reads best as who, where, what, with what
    invoke: async (personKey, messageId, name, value) =>
      invoke(site, personKey, { name, value, replyToId: messageId }),
    messages: (conversationId) => listMessages(site.messages, conversationId),
    personalConversation: (personKey) => getPersonal(personKey).id,
    openDialog: async (personKey, place, messageId) =>
      openDialog(site, personKey, { place, messageId }),
    submitDialog: async (personKey, place, data) => submitDialog(site, personKey, { place, data }),
    ...switchesOf(site),
    async close() {
      stopping.abort();
      stopUpdates();
      site.live.close();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

interface Runtime {
  readonly url: string;
  readonly commands: readonly ActionCommand[];
  readonly starters: PromptStarters;
  readonly signal: AbortSignal;
}

function buildSite(options: TeamsOptions, { url, commands, starters, signal }: Runtime): Site {
  const { journal, clock, botEndpoint, clockStrip } = options;
  const live = new LiveFeed();
  const messages = new Messages(journal, clock, (change) => {
    live.send(change);
    live.send({ kind: 'unread', unread: countUnread(journal, messages) });
  });
  const locales = new Locales(journal);
  const installs = new Installs(journal, options.withoutApp ?? peopleWithoutApp);
  const serviceUrl = `${url}connector/`;
  const announceInstall = serially(async () => {
    await announceInstalls({
      installs,
      locales,
      clock,
      serviceUrl,
      botEndpoint,
      signal,
    });
  });
  const limiter = new RateLimiter(clock);
  const delivery = { twice: false };
  const files = new PageFiles();
  const own = {
    live,
    messages,
    installs,
    locales,
    serviceUrl,
    announceInstall,
    limiter,
    delivery,
    files,
    sentFiles: new SentFiles(url),
    commands,
    starters,
  };
  return { journal, clock, botEndpoint, clockStrip, ...own };
}

function switchesOf(
  site: Site,
): Pick<
  SandboxTeams,
  | 'hasApp'
  | 'setInstalled'
  | 'setLocale'
  | 'limitRate'
  | 'throttled'
  | 'deliverTwice'
  | 'announceInstall'
> {
  return {
    announceInstall: site.announceInstall,
    hasApp: (personKey) => site.installs.hasApp(personKey),
    setInstalled(personKey, installed) {
      site.installs.change(personKey, installed);
      site.live.send({ kind: 'people', people: toPeople(site) });
      void site.announceInstall();
    },
    setLocale(personKey, locale) {
      site.locales.change(personKey, locale);
    },
    limitRate(limit) {
      site.limiter.limit = limit;
    },
    throttled: () => site.limiter.refused,
    deliverTwice(on) {
      site.delivery.twice = on;
    },
  };
}

/** One run at a time: two would tell the bot the same twice. */
function serially(run: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  return async () => {
    last = last.then(run);
    await last;
  };
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = z.object({ port: z.number() }).parse(server.address());
  return `http://127.0.0.1:${address.port}/`;
}
