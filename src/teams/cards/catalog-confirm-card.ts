import type { DelegationPreview, TakeBackPreview } from '../../domain/catalog-view.ts';
import type { Words } from '../words/words.ts';
import { backToCatalog, bullets, holderName } from './catalog-parts.ts';
import { type AdaptiveCard, card, execute, heading, panel, section, text } from './elements.ts';
import { said, saidPlain } from './escape.ts';

/** The second look before somebody gets a role: what it allows, and what not. */
export function confirmDelegationCard(
  words: Words,
  { catalog, person, role }: DelegationPreview,
  formId: string,
): AdaptiveCard {
  const { catalogs } = words;
  const name = said(person.displayName, 60);
  const { id: catalogId } = catalog;
  return card(words, {
    fallbackText: catalogs.confirmTitle(saidPlain(person.displayName, 60)),
    body: [
      heading(catalogs.confirmTitle(name)),
      text(catalogs.wouldBe[role](name, said(catalog.displayName))),
      text(said(person.userPrincipalName, 160), { isSubtle: true, spacing: 'none' }),
      section(catalogs.may, bullets(words, catalogs.allows[role])),
      section(catalogs.mayNot, bullets(words, catalogs.forbids[role])),
      text(catalogs.mayApprove, { isSubtle: true, spacing: 'medium' }),
    ],
    actions: [
      execute(catalogs.confirmDelegate, 'catalog-confirm-delegate', {
        data: { catalogId, userId: person.id, role, formId },
        style: 'positive',
      }),
      backToCatalog(words, catalogId),
    ],
  });
}

/** The second look before somebody loses a role. */
export function confirmTakeBackCard(
  words: Words,
  { catalog, assignment, isLastOwner }: TakeBackPreview,
  formId: string,
): AdaptiveCard {
  const { catalogs } = words;
  const name = holderName(words, assignment);
  const { id: catalogId, displayName } = catalog;
  return card(words, {
    fallbackText: catalogs.takeBackConfirmTitle(saidPlain(assignment.holder.displayName, 60)),
    body: [
      heading(catalogs.takeBackConfirmTitle(name)),
      text(catalogs.wouldLose[assignment.role](name, said(displayName))),
      ...(isLastOwner ? [panel('warning', [text(catalogs.lastOwner(said(displayName)))])] : []),
    ],
    actions: [
      execute(catalogs.confirmTakeBack, 'catalog-confirm-take-back', {
        data: { catalogId, assignmentId: assignment.id, formId },
        style: 'destructive',
      }),
      backToCatalog(words, catalogId),
    ],
  });
}
