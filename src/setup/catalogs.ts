import type { AdministrationLog } from '../domain/administration.ts';
import type { CatalogRole } from '../domain/approval-policy.ts';
import type { CatalogManagement } from '../domain/catalog-management.ts';
import type {
  CatalogList,
  CatalogView,
  DelegationPreview,
  TakeBackPreview,
} from '../domain/catalog-view.ts';
import type { Catalog } from '../domain/entitlement.ts';
import type { CatalogId, GroupId, RoleAssignmentId, UserId } from '../domain/ids.ts';
import type { Actor, Person } from '../domain/person.ts';
import type { CloudInventory } from '../domain/ports.ts';
import { addGroup } from './catalogs-add-group.ts';
import { createCatalog } from './catalogs-create.ts';
import { delegateRole, previewDelegation } from './catalogs-delegate.ts';
import { listCatalogs } from './catalogs-list.ts';
import { holdsRole } from './catalogs-standing.ts';
import { previewTakeBack, takeBackRole } from './catalogs-take-back.ts';
import { viewCatalog } from './catalogs-view.ts';
import type { SetupDeps } from './deps.ts';

export interface CatalogDeps extends SetupDeps {
  readonly catalogs: CatalogManagement;
  readonly administration: AdministrationLog;
  readonly inventory: Pick<CloudInventory, 'listOwners'>;
}

export interface NewCatalogWish {
  /** The id of the form: the same form sent twice makes one catalog. */
  readonly formId: string;
  readonly displayName: string;
  readonly description: string;
}

export interface AddGroupWish {
  readonly formId: string;
  readonly catalogId: CatalogId;
  readonly groupId: GroupId;
}

export interface DelegationWish {
  readonly catalogId: CatalogId;
  readonly role: CatalogRole;
  /** An object id from the people picker, or a user principal name as typed. */
  readonly person: string;
}

export interface TakeBackWish {
  readonly catalogId: CatalogId;
  readonly assignmentId: RoleAssignmentId;
}

/**
 * Catalogs of entitlement management and who manages them. Who may do what is decided each time by what Graph says
 * of the actor's object id at that moment; a catalog that somebody is nothing to is `catalog-not-found`, what they may
 * see and not do `not-allowed`. All throw the `graph-…` Problems and `licence-missing`. Every change is put on record
 * before and after.
 */
export interface CatalogUseCases {
  /** Those that the actor owns or manages, for administrators all; with `name` only those whose name begins so. */
  list(actor: Actor, name?: string): Promise<CatalogList>;
  open(actor: Actor, id: CatalogId): Promise<CatalogView>;
  /** Throws `catalog-name-taken` and `input-not-valid`; the same form again resolves to the catalog it made. */
  create(actor: Actor, wish: NewCatalogWish): Promise<Catalog>;
  /**
   * `changed` is false when it was there. Throws what the procedure refuses a group for, `group-not-owned` and
   * `not-visible-yet`.
   */
  addGroup(
    actor: Actor,
    wish: AddGroupWish,
  ): Promise<{ readonly changed: boolean; readonly groupName: string }>;
  /** What is about to be confirmed. Throws `user-not-found`, `user-is-disabled`, `user-is-guest`. */
  previewDelegation(actor: Actor, wish: DelegationWish): Promise<DelegationPreview>;
  /** `isHeld` is true when there was nothing to do. `before` is called when it is certain what will be done. */
  delegate(
    actor: Actor,
    wish: Omit<DelegationWish, 'person'> & { readonly formId: string; readonly userId: UserId },
    before?: (certain: DelegationPreview) => Promise<void>,
  ): Promise<DelegationPreview>;
  /** Undefined when the role is gone already. Throws `catalog-last-owner`, not for administrators. */
  previewTakeBack(actor: Actor, wish: TakeBackWish): Promise<TakeBackPreview | undefined>;
  /** The same, done. */
  takeBack(
    actor: Actor,
    wish: TakeBackWish & { readonly formId: string },
    before?: (certain: TakeBackPreview) => Promise<void>,
  ): Promise<TakeBackPreview | undefined>;
  /** Whether a person holds the role themselves, as Graph says at this moment. */
  holdsRole(
    held: Pick<DelegationWish, 'catalogId' | 'role'> & { readonly userId: UserId },
  ): Promise<boolean>;
  isAdministrator(id: Person['id']): boolean;
}

export function createCatalogUseCases(deps: CatalogDeps): CatalogUseCases {
  return {
    list: (actor, name) => listCatalogs(deps, actor, name),
    open: (actor, id) => viewCatalog(deps, actor, id),
    create: (actor, wish) => createCatalog(deps, actor, wish),
    addGroup: (actor, wish) => addGroup(deps, actor, wish),
    previewDelegation: (actor, wish) => previewDelegation(deps, actor, wish),
    delegate: (actor, wish, before) => delegateRole(deps, actor, { ...wish, before }),
    previewTakeBack: (actor, wish) => previewTakeBack(deps, actor, wish),
    takeBack: (actor, wish, before) => takeBackRole(deps, actor, { ...wish, before }),
    holdsRole: (held) => holdsRole(deps, held),
    isAdministrator: (id) => deps.settings.administrators.includes(id),
  };
}
