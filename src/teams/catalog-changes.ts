import type { CatalogRole } from '../domain/approval-policy.ts';
import type { TakeBackPreview } from '../domain/catalog-view.ts';
import { type CatalogId, type RoleAssignmentId, UserId } from '../domain/ids.ts';
import { holderName } from './cards/catalog-parts.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { said } from './cards/escape.ts';
import { type CatalogNews, changeTelling } from './catalog-news.ts';
import { drawCatalog } from './catalog-views.ts';
import type { CatalogChatDeps } from './deps.ts';
import type { Turn } from './turn.ts';

/** Gives the role, tells its new holder, and shows the catalog as it is then. */
export async function confirmDelegation(
  deps: CatalogChatDeps,
  turn: Turn,
  wish: {
    readonly formId: string;
    readonly catalogId: CatalogId;
    readonly userId: UserId;
    readonly role: CatalogRole;
  },
): Promise<AdaptiveCard> {
  const { words, actor } = turn;
  const { catalogId, role } = wish;
  const { done, isTold } = await changeTelling(deps, turn, (announce) =>
    deps.catalogs.delegate(actor, wish, ({ person: to, catalog }) =>
      announce({ to, news: { news: 'given', catalog, role } }),
    ),
  );
  const name = said(done.person.displayName, 60);
  if (done.isHeld) {
    const text = words.catalogs.held(name, words.catalogs.roles[role]);
    return drawCatalog(deps, turn, { catalogId, notice: { style: 'emphasis', text } });
  }
  const given = words.catalogs.delegated[role](name);
  const style = isTold ? 'good' : 'warning';
  const told = isTold ? words.catalogs.told(name) : words.catalogs.notTold(name);
  const text = done.person.id === actor.id ? given : `${given} ${told}`;
  return drawCatalog(deps, turn, { catalogId, notice: { style, text } });
}

/** Takes the role back, tells whoever had it, and shows the catalog as it is then. */
export async function confirmTakeBack(
  deps: CatalogChatDeps,
  turn: Turn,
  wish: {
    readonly formId: string;
    readonly catalogId: CatalogId;
    readonly assignmentId: RoleAssignmentId;
  },
): Promise<AdaptiveCard> {
  const { words, actor } = turn;
  const { catalogId } = wish;
  const { done } = await changeTelling(deps, turn, (announce) =>
    deps.catalogs.takeBack(actor, wish, async (certain) => {
      const news = newsForHolder(certain);
      await (news === undefined ? undefined : announce(news));
    }),
  );
  if (done === undefined) {
    const notice = { style: 'emphasis', text: words.catalogs.goneAlready } as const;
    return drawCatalog(deps, turn, { catalogId, notice });
  }
  const text = words.catalogs.tookBack(holderName(words, done.assignment));
  return drawCatalog(deps, turn, { catalogId, notice: { style: 'good', text } });
}

/** Groups and applications are told nothing. */
function newsForHolder({ catalog, assignment }: TakeBackPreview): CatalogNews | undefined {
  const { holder, role } = assignment;
  const userId = UserId.safeParse(holder.id);
  return holder.kind === 'user' && userId.success
    ? {
        to: { id: userId.data, displayName: holder.displayName },
        news: { news: 'taken', catalog, role },
      }
    : undefined;
}
