import type { SeenFavourite } from '../../../src/domain/favourite.ts';
import { GroupId } from '../../../src/domain/ids.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/elements.ts';
import { said } from '../../../src/teams/cards/escape.ts';
import { favouriteChoice, favouriteLabel } from '../../../src/teams/cards/favourite-label.ts';
import { type FavouritesView, favouritesCard } from '../../../src/teams/cards/favourites-card.ts';
import { explain } from '../../../src/teams/cards/notices.ts';
import type { Words } from '../../../src/teams/words/words.ts';
import { rita } from '../requests.ts';
import { confirmed, drawerIn } from './drawers.ts';
import type { Samples } from './samples.ts';

export function favourite(number: number, changes: Partial<SeenFavourite> = {}): SeenFavourite {
  const id = GroupId.parse(`bbbbbbbb-0000-4000-8000-${String(number).padStart(12, '0')}`);
  return { id, displayName: `Team ${number}`, kind: 'security', state: 'there', ...changes };
}

const reports = favourite(1, {
  displayName: 'Finance Reports',
  mail: 'finance-reports@contoso.test',
  kind: 'microsoft-365',
});
const mixed: readonly SeenFavourite[] = [
  reports,
  favourite(2, { displayName: 'Finance Reports' }),
  favourite(3, { displayName: 'Build Servers' }),
  favourite(4, { displayName: 'Build Servers' }),
  favourite(5, { displayName: 'All of Sales', kind: 'distribution', state: 'not-requestable' }),
  favourite(6, { displayName: 'Old Project', state: 'gone' }),
];

/** The groups that somebody keeps at hand, and where else they are met. */
export function favouriteSamples(words: Words): Samples {
  const { form, personal } = drawerIn(words);
  const say = words.favourites;
  function card(view: Omit<FavouritesView, 'words'>): AdaptiveCard {
    return favouritesCard({ words, ...view });
  }
  return {
    'favourites-empty': card({ favourites: [] }),
    'favourites-mixed': card({
      favourites: mixed,
      notice: { style: 'good', text: say.kept(said(reports.displayName)) },
    }),
    'favourites-full': card({
      favourites: Array.from({ length: 20 }, (_unused, index) => favourite(index)),
      page: 1,
    }),
    'favourites-not-seen': card({
      favourites: mixed.slice(0, 2).map((each) => ({ ...each, state: 'not-seen' })),
      notice: { style: 'attention', text: explain(words, 'graph-unreachable', '') },
      chosen: { title: 'Quarter Close · Microsoft 365', value: favourite(9).id },
    }),
    'favourites-on-form': form({
      values: { group: reports.id },
      titles: new Map([[reports.id, favouriteLabel(words, reports, mixed)]]),
      recent: [
        ...mixed.slice(0, 3).map((each) => ({
          title: favouriteChoice(words, each, mixed),
          value: each.id,
        })),
        { title: 'Treasury Payments', value: favourite(8).id },
      ],
    }),
    'favourites-of-request': personal(confirmed, [], { readerId: rita.id }),
  };
}
