import { z } from 'zod';
import { CatalogId, GroupId, RoleAssignmentId, UserId } from '../domain/ids.ts';
import type { CardAnswer } from './card-actions.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { confirmDelegation, confirmTakeBack } from './catalog-changes.ts';
import {
  addGroupToCatalog,
  chooseDelegate,
  chooseTakeBack,
  createNewCatalog,
  showAddForm,
  showDelegateForm,
  showNewForm,
  showTakeBackForm,
} from './catalog-form-actions.ts';
import { drawCatalog, drawCatalogList, orReason } from './catalog-views.ts';
import type { CatalogChatDeps, ChatDeps } from './deps.ts';
import type { Turn } from './turn.ts';

const Typed = z
  .string()
  .transform((text) => text.toWellFormed().trim().slice(0, 2000))
  .optional()
  .catch(undefined);

const Role = z.enum(['catalog-owner', 'access-package-manager']);

/** An empty choice of a typeahead comes as an empty text. */
const Chosen = z.string().max(320).optional().catch(undefined);

/** What a button on a catalog's card can say. Nothing in it authorises anything. */
export const CatalogAction = z.discriminatedUnion('verb', [
  z.object({ verb: z.enum(['catalog-list', 'catalog-new']), data: z.unknown().optional() }),
  z.object({
    verb: z.enum([
      'catalog-open',
      'catalog-add-form',
      'catalog-delegate-form',
      'catalog-take-back-form',
    ]),
    data: z.object({ catalogId: CatalogId }),
  }),
  z.object({
    verb: z.literal('catalog-create'),
    data: z.object({ formId: z.guid(), name: Typed, description: Typed }),
  }),
  z.object({
    verb: z.literal('catalog-add'),
    data: z.object({
      formId: z.guid(),
      catalogId: CatalogId,
      group: GroupId.optional().catch(undefined),
    }),
  }),
  z.object({
    verb: z.literal('catalog-delegate'),
    data: z.object({
      catalogId: CatalogId,
      person: Chosen,
      personName: Typed,
      role: Role.optional().catch(undefined),
    }),
  }),
  z.object({
    verb: z.literal('catalog-confirm-delegate'),
    data: z.object({ formId: z.guid(), catalogId: CatalogId, userId: UserId, role: Role }),
  }),
  z.object({
    verb: z.literal('catalog-take-back'),
    data: z.object({
      catalogId: CatalogId,
      assignmentId: RoleAssignmentId.optional().catch(undefined),
    }),
  }),
  z.object({
    verb: z.literal('catalog-confirm-take-back'),
    data: z.object({ formId: z.guid(), catalogId: CatalogId, assignmentId: RoleAssignmentId }),
  }),
]);
export type CatalogAction = z.infer<typeof CatalogAction>;

export function isCatalogAction(action: { readonly verb: string }): action is CatalogAction {
  return action.verb.startsWith('catalog-');
}

/** Does what the button says. */
export async function answerCatalogAction(
  deps: ChatDeps,
  turn: Turn,
  action: CatalogAction,
): Promise<CardAnswer> {
  const { catalogs } = deps;
  if (catalogs === undefined) {
    return { kind: 'message', text: turn.words.catalogs.unavailable };
  }
  if (!turn.isPersonal) {
    return { kind: 'message', text: turn.words.chat.onlyPrivately };
  }
  const card = await orReason(deps, turn, () => draw({ ...deps, catalogs }, turn, action));
  // The message is one panel: it is changed in place, for an old client and where the answer comes late.
  return { kind: 'card', card, isForm: true };
}

/** Buttons that show something of one catalog. */
const shown = {
  'catalog-open': drawCatalog,
  'catalog-add-form': showAddForm,
  'catalog-delegate-form': showDelegateForm,
  'catalog-take-back-form': showTakeBackForm,
} as const;

type Showing = Extract<CatalogAction, { readonly verb: keyof typeof shown }>;

function isShowing(action: CatalogAction): action is Showing {
  return Object.hasOwn(shown, action.verb);
}

function draw(deps: CatalogChatDeps, turn: Turn, action: CatalogAction): Promise<AdaptiveCard> {
  if (isShowing(action)) {
    return shown[action.verb](deps, turn, action.data);
  }
  switch (action.verb) {
    case 'catalog-list':
      return drawCatalogList(deps, turn);
    case 'catalog-new':
      return showNewForm(deps, turn);
    case 'catalog-create':
      return createNewCatalog(deps, turn, action.data);
    case 'catalog-add':
      return addGroupToCatalog(deps, turn, action.data);
    case 'catalog-delegate':
      return chooseDelegate(deps, turn, action.data);
    case 'catalog-confirm-delegate':
      return confirmDelegation(deps, turn, action.data);
    case 'catalog-take-back':
      return chooseTakeBack(deps, turn, action.data);
    case 'catalog-confirm-take-back':
      return confirmTakeBack(deps, turn, action.data);
  }
}
