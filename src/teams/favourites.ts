import { z } from 'zod';
import { mostFavourites, type SeenFavourite } from '../domain/favourite.ts';
import { GroupId, RequestId } from '../domain/ids.ts';
import { isProblem } from '../domain/problem.ts';
import { groupIdOf } from '../domain/request.ts';
import type { CardAnswer } from './card-actions.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { said } from './cards/escape.ts';
import { favouriteLabel } from './cards/favourite-label.ts';
import { type FavouritesView, favouritesCard } from './cards/favourites-card.ts';
import { explain } from './cards/notices.ts';
import type { ChatDeps } from './deps.ts';
import { newForm } from './forms.ts';
import { inTime } from './late-answers.ts';
import { ownGroups } from './own-groups.ts';
import { sayPrivately } from './say-privately.ts';
import type { Turn } from './turn.ts';

const Page = z.number().int().min(0).max(100).optional().catch(undefined);

/** What a button about favourites can say. Whose they are is told by the actor and by nothing in it. */
export const FavouriteAction = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('favourite-list'), data: z.object({ page: Page }) }),
  z.object({
    verb: z.literal('favourite-keep'),
    data: z.object({ group: GroupId.optional().catch(undefined) }),
  }),
  z.object({
    verb: z.enum(['favourite-request', 'favourite-remove']),
    data: z.object({ groupId: GroupId, page: Page }),
  }),
  z.object({ verb: z.literal('favourite-keep-asked'), data: z.object({ requestId: RequestId }) }),
]);
export type FavouriteAction = z.infer<typeof FavouriteAction>;

/** Of real time: names that are a little old are better than a list that comes late. */
const lookWithinMs = 600;

type Shown = Omit<FavouritesView, 'words' | 'favourites'>;

export function isFavouriteAction(action: { readonly verb: string }): action is FavouriteAction {
  return action.verb.startsWith('favourite-');
}

/** The answer to the command: the actor's own list. */
export async function showFavourites(
  deps: ChatDeps,
  turn: Turn,
  shown: Shown = {},
): Promise<AdaptiveCard> {
  return favouritesCard({ words: turn.words, favourites: await see(deps, turn), ...shown });
}

/** Does what the button says. What is kept already, or removed already, stays so. */
export async function answerFavourite(
  deps: ChatDeps,
  turn: Turn,
  action: FavouriteAction,
): Promise<CardAnswer> {
  if (action.verb === 'favourite-keep-asked') {
    return keepAsked(deps, turn, action.data.requestId);
  }
  if (!turn.isPersonal) {
    return { kind: 'message', text: turn.words.chat.onlyPrivately };
  }
  switch (action.verb) {
    case 'favourite-list':
      return redrawn(deps, turn, action.data);
    case 'favourite-keep':
      return redrawn(deps, turn, await keep(deps, turn, action.data.group));
    case 'favourite-remove':
      return redrawn(deps, turn, await remove(deps, turn, action.data));
    case 'favourite-request':
      return openForm(deps, turn, action.data);
  }
}

async function redrawn(deps: ChatDeps, turn: Turn, shown: Shown): Promise<CardAnswer> {
  return { kind: 'card', card: await showFavourites(deps, turn, shown), isForm: true };
}

/** As Entra has them now; as they were known last where it takes longer than somebody who asked would wait. */
async function see(deps: ChatDeps, turn: Turn): Promise<readonly SeenFavourite[]> {
  const { patienceMs: answerWithinMs = lookWithinMs } = deps;
  const seen = await inTime({ answerWithinMs }, lookSafely(deps, turn));
  if (seen !== undefined) {
    return seen;
  }
  const known = await deps.useCases.favourites.list(turn.actor);
  return known.map((favourite) => ({ ...favourite, state: 'not-seen' }));
}

async function lookSafely(
  { useCases, log }: ChatDeps,
  { actor }: Turn,
): Promise<readonly SeenFavourite[] | undefined> {
  try {
    return await useCases.favourites.look(actor);
  } catch (error) {
    if (isProblem(error)) {
      log.info({ code: error.code }, 'favourites were not looked at');
      return undefined;
    }
    throw error;
  }
}

async function keep(deps: ChatDeps, turn: Turn, id: GroupId | undefined): Promise<Shown> {
  const { actor, words } = turn;
  const { noGroup, kept, wasKept } = words.favourites;
  if (id === undefined) {
    return { notice: { style: 'attention', text: noGroup } };
  }
  try {
    const { outcome, group } = await deps.useCases.favourites.keep(actor, id);
    // Where there is no room, the card says so in place of the field.
    const text = (outcome === 'kept' ? kept : wasKept)(said(group.displayName));
    return outcome === 'full' ? {} : { notice: { style: 'good', text } };
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    deps.log.info({ code: error.code }, 'a favourite was not kept');
    const title = deps.titles.known(words.language).get(id) ?? words.form.chosenGroup;
    const text = explain(words, error.code, title);
    return { notice: { style: 'attention', text }, chosen: { title, value: id } };
  }
}

async function remove(
  { useCases }: ChatDeps,
  { actor, words }: Turn,
  { groupId, page }: { readonly groupId: GroupId; readonly page?: number | undefined },
): Promise<Shown> {
  const { removed, notAmong } = words.favourites;
  const was = await useCases.favourites.remove(actor, groupId);
  const text = was === undefined ? notAmong : removed(said(was.displayName));
  return { page, notice: { style: 'good', text } };
}

/** A new message, so that the list stays as it is. */
async function openForm(
  deps: ChatDeps,
  turn: Turn,
  { groupId, page }: { readonly groupId: GroupId; readonly page?: number | undefined },
): Promise<CardAnswer> {
  const { actor, words } = turn;
  const { notAmong, formBelow } = words.favourites;
  const all = await deps.useCases.favourites.list(actor);
  const favourite = all.find(({ id }) => id === groupId);
  if (favourite === undefined) {
    return redrawn(deps, turn, { page, notice: { style: 'warning', text: notAmong } });
  }
  const form = newForm(deps, turn, {
    recent: await ownGroups(deps, turn),
    values: { group: favourite.id },
    titles: new Map([
      ...deps.titles.known(words.language),
      [actor.id, actor.displayName],
      [favourite.id, favouriteLabel(words, favourite, all)],
    ]),
  });
  const isSaid = await sayPrivately(deps, turn, form);
  return { kind: 'message', text: isSaid ? formBelow : words.chat.addMeFirst };
}

/** Keeps the group of a request that the actor can see. */
async function keepAsked(deps: ChatDeps, turn: Turn, id: RequestId): Promise<CardAnswer> {
  const { actor, words } = turn;
  const { keptThis, wasKeptThis, fullThis } = words.favourites;
  const command = words.commands.favourites[0] ?? '';
  try {
    const groupId = groupIdOf(await deps.useCases.find(actor, id));
    if (groupId === undefined) {
      return { kind: 'message', text: explain(words, 'group-not-found', id) };
    }
    const { outcome } = await deps.useCases.favourites.keep(actor, groupId);
    const texts = {
      kept: keptThis(command),
      'was-kept': wasKeptThis(command),
      full: fullThis(mostFavourites, command),
    };
    return { kind: 'message', text: texts[outcome] };
  } catch (error) {
    if (isProblem(error)) {
      return { kind: 'message', text: explain(words, error.code, id) };
    }
    throw error;
  }
}
