import type { Role } from '../domain/authority.ts';
import type { WritebackTenant } from '../domain/group.ts';
import type { AccessPackageId, GroupId, RequestId, UserId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import type { Refusal } from '../domain/prerequisites.ts';
import type { Request } from '../domain/request.ts';

/** A group for the form's typeahead: namesakes are told apart by mail, kind and id. */
export interface GroupOffer {
  readonly id: GroupId;
  readonly displayName: string;
  readonly mail?: string | undefined;
  /** In words, such as "Microsoft 365" or "dynamic". */
  readonly kindText: string;
  readonly isRequestable: boolean;
}

export interface AccessPackageOffer {
  readonly id: AccessPackageId;
  readonly displayName: string;
  readonly catalogName: string;
}

/** The form, parsed but not yet checked against the world. */
export interface SubmitWish {
  /** The id of the form card: the same form sent twice makes one request. */
  readonly formId: string;
  /** Undefined: oneself. An object id from the people picker, or a user principal name as typed. */
  readonly beneficiary?: string | undefined;
  readonly group:
    | { readonly kind: 'existing'; readonly id: GroupId }
    | { readonly kind: 'new'; readonly displayName: string };
  /** Undefined: the bot chooses. */
  readonly accessPackageId?: AccessPackageId | undefined;
  readonly reason: string;
  /** Undefined: no expiration. */
  readonly days?: number | undefined;
}

export type SubmitResult =
  | { readonly kind: 'submitted'; readonly request: Request }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** A click: which request, and which version of it the person saw. */
export interface Click {
  readonly requestId: RequestId;
  readonly version: number;
  readonly comment?: string | undefined;
}

/**
 * Everything people can ask of the product; teams/ turns clicks and words into these calls. The actor comes
 * from the authenticated activity. All throw the `graph-…` Problems; a click on a request that has moved on
 * throws `already-decided` or `request-changed`, an unknown or invisible one `request-not-found`, one's own
 * request `own-request`, anything else forbidden `not-allowed`. The loser of a race gets `already-decided`.
 */
export interface UseCases {
  offerGroups(text: string): Promise<readonly GroupOffer[]>;
  offerAccessPackages(text: string): Promise<readonly AccessPackageOffer[]>;
  submit(actor: Actor, wish: SubmitWish): Promise<SubmitResult>;
  approve(actor: Actor, click: Click): Promise<Request>;
  /** Throws `input-not-valid` when the comment is missing: a refusal needs a reason. */
  deny(actor: Actor, click: Click): Promise<Request>;
  /** Without a version whatever is there is cancelled. */
  cancel(actor: Actor, click: Omit<Click, 'version'> & { version?: number }): Promise<Request>;
  /** Runs the procedure again from where it failed; the approval stands. */
  retry(actor: Actor, click: Click): Promise<Request>;
  /** A person confirms what no directory query can (on-premises mode `none`). */
  attest(actor: Actor, click: Click): Promise<Request>;
  find(actor: Actor, id: RequestId): Promise<Request>;
  listMine(actor: Actor): Promise<readonly Request[]>;
  rolesOf(actor: Pick<Actor, 'tenantId' | 'id'>, request: Request): readonly Role[];
  isAdministrator(userId: UserId): boolean;
  readonly canChooseAccessPackage: boolean;
  readonly maximumDays: number;
  /** For the administrator's `prerequisites` command: tenant facts as Graph tells them. */
  describeTenant(): Promise<WritebackTenant>;
}
