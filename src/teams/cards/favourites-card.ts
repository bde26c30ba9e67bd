import { mostFavourites, type SeenFavourite } from '../../domain/favourite.ts';
import type { Words } from '../words/words.ts';
import {
  type AdaptiveCard,
  type Choice,
  type ChoiceInput,
  type Column,
  card,
  type Element,
  type Execute,
  execute,
  heading,
  text,
} from './elements.ts';
import { said, saidPlain } from './escape.ts';
import { favouriteLabel, favouriteTraits } from './favourite-label.ts';
import { noticePanel } from './request-parts.ts';
import type { Notice } from './view.ts';

export interface FavouritesView {
  readonly words: Words;
  /** All of them, newest first. */
  readonly favourites: readonly SeenFavourite[];
  /** Counted from 0; the last one where there are fewer. */
  readonly page?: number | undefined;
  /** What came of the last click; escaped. */
  readonly notice?: Notice | { readonly style: 'good'; readonly text: string } | undefined;
  /** What stands in the field still, because it could not be kept. */
  readonly chosen?: Choice | undefined;
}

const rowsPerPage = 8;

/** The groups that the reader keeps at hand, each to be asked for or removed, and the field to keep another one. */
export function favouritesCard(view: FavouritesView): AdaptiveCard {
  const { words, favourites, notice } = view;
  const say = words.favourites;
  // A refusal of the last click has said already that Entra does not answer.
  const isUnseen =
    notice?.style !== 'attention' && favourites.some(({ state }) => state === 'not-seen');
  const isFull = favourites.length >= mostFavourites;
  return card(words, {
    fallbackText: say.summary,
    body: [
      heading(say.title),
      text(say.intro, { isSubtle: true, spacing: 'none' }),
      ...(notice === undefined ? [] : [noticePanel(notice)]),
      ...(isUnseen ? [text(say.notSeen, { spacing: 'medium' })] : []),
      ...rows(view),
      isFull ? text(say.full(mostFavourites), { spacing: 'large' }) : picker(view),
    ],
    actions: isFull ? [] : [execute(say.keep, 'favourite-keep', { style: 'positive' })],
  });
}

function rows(view: FavouritesView): readonly Element[] {
  const { words, favourites } = view;
  if (favourites.length === 0) {
    return [text(words.favourites.empty, { spacing: 'medium' })];
  }
  const pages = Math.ceil(favourites.length / rowsPerPage);
  const page = Math.min(view.page ?? 0, pages - 1);
  const from = page * rowsPerPage;
  const shown = favourites.slice(from, from + rowsPerPage);
  return [
    ...shown.map((favourite) => row(view, favourite, page)),
    ...(pages === 1 ? [] : paging(view, from, shown.length)),
  ];
}

function row(
  { words, favourites }: FavouritesView,
  favourite: SeenFavourite,
  page: number,
): Element {
  const { id, displayName, state } = favourite;
  const { request, requestOf, remove, removeOf } = words.favourites;
  const label = saidPlain(favouriteLabel(words, favourite, favourites), 70);
  const canBeAsked = state === 'there' || state === 'not-seen';
  return {
    type: 'Container',
    separator: true,
    spacing: 'medium',
    items: [
      text(said(displayName, 60), { weight: 'bolder' }),
      text(traitsLine(words, favourite, favourites), { isSubtle: true, spacing: 'none' }),
      {
        type: 'ColumnSet',
        spacing: 'small',
        columns: [
          ...(canBeAsked
            ? [
                link(
                  request,
                  execute(requestOf(label), 'favourite-request', { data: { groupId: id } }),
                ),
              ]
            : []),
          link(
            remove,
            execute(removeOf(label), 'favourite-remove', { data: { groupId: id, page } }),
          ),
        ],
      },
    ],
  };
}

/** Many rows have the same words to choose; by ear each says as well which group it is for. */
function link(words: string, action: Execute): Column {
  const selectAction = { ...action, tooltip: action.title, associatedInputs: 'none' } as const;
  return {
    type: 'Column',
    width: 'auto',
    items: [{ type: 'Container', selectAction, items: [text(words, { color: 'accent' })] }],
  };
}

function traitsLine(words: Words, favourite: SeenFavourite, all: readonly SeenFavourite[]): string {
  const traits = favouriteTraits(words, favourite, all).map((trait) => said(trait));
  switch (favourite.state) {
    case 'gone':
      return [words.favourites.gone, ...traits].join(' · ');
    case 'not-requestable':
      return [...traits, words.form.notRequestable].join(' · ');
    case 'there':
    case 'not-seen':
      return traits.join(' · ');
  }
}

function paging(
  { words, favourites }: FavouritesView,
  from: number,
  count: number,
): readonly Element[] {
  const { shown, previous, next } = words.favourites;
  const page = from / rowsPerPage;
  const until = from + count;
  return [
    text(shown(from + 1, until, favourites.length), { isSubtle: true, spacing: 'medium' }),
    {
      type: 'ActionSet',
      spacing: 'small',
      actions: [
        ...(from > 0 ? [turnTo(previous, page - 1)] : []),
        ...(until < favourites.length ? [turnTo(next, page + 1)] : []),
      ],
    },
  ];
}

function turnTo(title: string, page: number): Execute {
  return execute(title, 'favourite-list', { data: { page }, associatedInputs: 'none' });
}

/** Never `isRequired`: on the web its error stays after a choice (Microsoft-Teams-Samples #868, #1213). */
function picker({ words: { favourites, form }, chosen }: FavouritesView): ChoiceInput {
  return {
    type: 'Input.ChoiceSet',
    id: 'group',
    label: favourites.group,
    style: 'filtered',
    placeholder: form.groupHint,
    choices:
      chosen === undefined ? [] : [{ title: saidPlain(chosen.title, 120), value: chosen.value }],
    'choices.data': { type: 'Data.Query', dataset: 'otherGroups' },
    spacing: 'large',
    ...(chosen === undefined ? {} : { value: chosen.value }),
  };
}
