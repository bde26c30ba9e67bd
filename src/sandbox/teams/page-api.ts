import { z } from 'zod';
import type { Journal } from '../journal.ts';
import type { CardOutcome, PageChat, PagePerson, World } from '../page/protocol.ts';
import { people, type SeedPerson } from '../seed.ts';
import { timeZoneOf } from './activities.ts';
import { isAccepted } from './bot-link.ts';
import { toCardOutcome } from './card-outcome.ts';
import { type ClockStrip, toClockState } from './clock-strip.ts';
import { botName, conversationsOf, getAddress } from './conversations.ts';
import { openDialog, searchInDialog, submitDialog, toDialogOutcome } from './dialogs.ts';
import type { Installs } from './installs.ts';
import type { LiveFeed } from './live-feed.ts';
import { offeredLocales } from './locales.ts';
import { type ActionDeps, invoke, say, search, submit } from './people-actions.ts';
import { SearchQuery } from './people-search.ts';
import type { PromptStarters } from './prompt-starters.ts';
import { countUnread, markRead } from './unread.ts';

export interface PageDeps extends ActionDeps {
  readonly journal: Journal;
  readonly installs: Installs;
  readonly live: LiveFeed;
  readonly clockStrip: ClockStrip;
  readonly starters: PromptStarters;
  readonly announceInstall: () => Promise<void>;
}

const newestShown = 200;
const As = z.object({ as: z.string() });
const Place = As.extend({ conversationId: z.string() });
const Said = Place.extend({ text: z.string().min(1).max(28_000) });
const Attached = Place.extend({
  text: z.string().max(28_000),
  file: z.object({ name: z.string().min(1).max(200), text: z.string() }),
});
const Pressed = As.extend({ messageId: z.string(), data: z.looseObject({}) });
const Executed = Pressed.extend({
  id: z.string().optional(),
  verb: z.string().optional(),
  trigger: z.enum(['manual', 'automatic']),
});
const Searched = SearchQuery.extend({ as: z.string(), messageId: z.string() });
const Chosen = Place.extend({ commandId: z.string(), messageId: z.string().optional() });
const Filled = Chosen.extend({ data: z.looseObject({}) });
const Looked = SearchQuery.extend(Place.shape);
const Spoken = As.extend({ locale: z.enum(offeredLocales) });
const Sync = z.object({ wish: z.enum(['run', 'skip', 'pause', 'resume']) });

/** What the page may ask for; the names are its paths below `/api/`. */
export async function answerPage(deps: PageDeps, path: string, body: unknown): Promise<unknown> {
  switch (path) {
    case 'world':
      return worldFor(deps, As.parse(body).as);
    case 'messages': {
      const { as, conversationId } = Place.parse(body);
      return deps.messages.list(getAddress(as, conversationId).conversation.id).slice(-newestShown);
    }
    case 'say': {
      const { as, conversationId, text } = Said.parse(body);
      return { delivered: isAccepted(await say(deps, as, { place: conversationId, text })) };
    }
    case 'attach': {
      const { as, conversationId: place, ...message } = Attached.parse(body);
      return { delivered: isAccepted(await say(deps, as, { place, ...message })) };
    }
    case 'execute':
      return execute(deps, Executed.parse(body));
    case 'submit': {
      const { as, messageId, data } = Pressed.parse(body);
      return { delivered: isAccepted(await submit(deps, as, { messageId, value: data })) };
    }
    case 'search': {
      const { as, ...typed } = Searched.parse(body);
      return search(deps, as, typed);
    }
    default:
      return (await dialog(deps, path, body)) ?? change(deps, path, body);
  }
}

/** Resolves to `undefined` when it is about no dialog. */
async function dialog(deps: PageDeps, path: string, body: unknown): Promise<unknown> {
  switch (path) {
    case 'dialog': {
      const { as, conversationId: place, ...chosen } = Chosen.parse(body);
      return toDialogOutcome(await openDialog(deps, as, { place, ...chosen }));
    }
    case 'dialog-submit': {
      const { as, conversationId: place, ...filled } = Filled.parse(body);
      return toDialogOutcome(await submitDialog(deps, as, { place, ...filled }));
    }
    case 'dialog-search': {
      const { as, conversationId: place, ...typed } = Looked.parse(body);
      return searchInDialog(deps, as, { place, ...typed });
    }
    default:
      return undefined;
  }
}

/** Resolves to `undefined` when the page has no such path. */
function change(deps: PageDeps, path: string, body: unknown): unknown {
  switch (path) {
    case 'read': {
      const { as, conversationId } = Place.parse(body);
      markRead(deps.journal, deps.messages, { personKey: as, conversationId });
      deps.live.send({ kind: 'unread', unread: countUnread(deps.journal, deps.messages) });
      return {};
    }
    case 'install':
      deps.installs.change(As.parse(body).as, true);
      deps.live.send({ kind: 'people', people: toPeople(deps) });
      void deps.announceInstall();
      return {};
    case 'locale': {
      const { as, locale } = Spoken.parse(body);
      deps.locales.change(as, locale);
      deps.live.send({ kind: 'people', people: toPeople(deps) });
      return {};
    }
    case 'sync':
      wishSync(deps.clockStrip, Sync.parse(body).wish);
      deps.live.send({ kind: 'clock', clock: toClockState(deps.clockStrip) });
      return {};
    default:
      return undefined;
  }
}

async function execute(deps: PageDeps, pressed: z.infer<typeof Executed>): Promise<CardOutcome> {
  const { as, messageId, data, id, verb, trigger } = pressed;
  const value = { action: { type: 'Action.Execute', id, verb, data }, trigger };
  return toCardOutcome(
    await invoke(deps, as, { name: 'adaptiveCard/action', value, replyToId: messageId }),
  );
}

function wishSync(clockStrip: ClockStrip, wish: z.infer<typeof Sync>['wish']): void {
  switch (wish) {
    case 'run':
      clockStrip.runCycle();
      break;
    case 'skip':
      clockStrip.skip();
      break;
    case 'pause':
      clockStrip.pause();
      break;
    case 'resume':
      clockStrip.resume();
      break;
  }
}

function worldFor(deps: PageDeps, personKey: string): World {
  const chats: PageChat[] = conversationsOf(personKey).map(({ id, kind, name, memberKeys }) => ({
    conversationId: id,
    kind,
    name,
    memberKeys,
  }));
  const unread = countUnread(deps.journal, deps.messages);
  return {
    botName,
    people: toPeople(deps),
    locales: offeredLocales,
    commands: deps.commands,
    chats,
    unread,
    clock: toClockState(deps.clockStrip),
  };
}

/** Everybody as the page shows them. */
export function toPeople({
  installs,
  locales,
  starters,
}: Pick<PageDeps, 'installs' | 'locales' | 'starters'>): readonly PagePerson[] {
  return people.map((person) => ({
    key: person.key,
    name: person.displayName,
    title: person.title,
    teamsId: person.teamsId,
    objectId: person.objectId,
    userPrincipalName: person.userPrincipalName,
    hasApp: installs.hasApp(person.key),
    locale: locales.localeOf(person.key),
    timeZone: timeZoneOf(person),
    starters: starters(locales.localeOf(person.key)),
    ...badgeOf(person.role),
  }));
}

function badgeOf(role: SeedPerson['role']): { readonly badge?: string } {
  switch (role) {
    case 'requester':
      return {};
    case 'approver':
      return { badge: 'approver' };
    case 'manager':
      return { badge: 'manager' };
    case 'administrator':
      return { badge: 'admin' };
    case 'guest':
      return { badge: 'guest' };
    case 'cloud-only':
      return { badge: 'cloud only' };
  }
}
