import type { ApprovalRoute } from '../domain/approval.ts';
import type { Role } from '../domain/authority.ts';
import type { Diagnosis } from '../domain/cause.ts';
import type { Delegation } from '../domain/delegation.ts';
import type { DriftReport } from '../domain/drift-store.ts';
import type { GroupKind, WritebackTenant } from '../domain/group.ts';
import type { AccessPackageId, GroupId, RequestId, UserId } from '../domain/ids.ts';
import type { Notice } from '../domain/notice.ts';
import type { Actor, Person } from '../domain/person.ts';
import type { DurationLimits, Plan } from '../domain/plan.ts';
import type { Refusal } from '../domain/prerequisites.ts';
import type { Request } from '../domain/request.ts';
import type { SyncNowResult } from '../domain/sync-now-result.ts';
import type { Replacing } from './deputy-news.ts';
import type { FavouriteUseCases } from './favourites.ts';

/** What keeps people from asking for a group, as the typeahead says it beside the kind. */
export type GroupTrait = 'synced' | 'dynamic' | 'role-assignable';

/** A group for the form's typeahead: namesakes are told apart by mail, kind and id. */
export interface GroupOffer {
  readonly id: GroupId;
  readonly displayName: string;
  readonly mail?: string | undefined;
  readonly kind: GroupKind;
  readonly traits: readonly GroupTrait[];
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
  /** A number of the ticket system, where the policy wants one. */
  readonly ticket?: string | undefined;
  /** Set for a line of a list. */
  readonly batch?: Request['batch'];
}

/** As much of the form as decides who is asked. */
export type RouteWish = Pick<SubmitWish, 'beneficiary' | 'group' | 'accessPackageId' | 'days'>;

/** Who would be asked; what the rule wants of the form, in the organisation's own words. */
export type RoutePreview =
  | {
      readonly kind: 'route';
      readonly route: ApprovalRoute;
      readonly plan: Plan;
      readonly reasonRule: string | undefined;
      /** Present: a ticket number is needed. */
      readonly ticketRule: string | undefined;
      readonly maximumDays: number | undefined;
      /** Present: emergency access for so long is permitted. */
      readonly breakGlassHours: number | undefined;
    }
  | Refused;

/** Everything that stands against it. */
export interface Refused {
  readonly kind: 'refused';
  readonly refusals: readonly Refusal[];
  /** Present: it cannot be asked for now, but emergency access for so long is permitted. */
  readonly breakGlassHours?: number | undefined;
}

export interface BreakGlassWish extends Omit<SubmitWish, 'days'> {
  /** The second click, after having read what it means. */
  readonly confirmed: boolean;
}

export type BreakGlassResult =
  /** The first click: nothing is stored yet. */
  | {
      readonly kind: 'confirm';
      readonly hours: number;
      readonly until: Date;
      readonly plan: Plan;
      /** All of them are told at once, and each can review it afterwards. */
      readonly told: readonly Person[];
      /** The open request for the same, which ends by it. */
      readonly replaces?: RequestId | undefined;
    }
  | SubmitResult;

/** Who decides for whom, in which period. */
export interface Delegations {
  /** What this person has given to a deputy. */
  readonly given: readonly Delegation[];
  /** For whom this person decides. */
  readonly received: readonly Delegation[];
}

export interface NamedDeputy extends Replacing {
  readonly delegation: Delegation;
  /** On record, for everybody who is to be told. */
  readonly notices: readonly Notice[];
}

export type ReviewVerdict = 'justified' | 'not-justified';

export interface DeputyWish {
  /** An object id from the people picker, or a user principal name as typed. */
  readonly deputy: string;
  readonly from: Date;
  readonly until: Date;
  /** IANA name of the approver's time zone, for telling the days. */
  readonly zone?: string | undefined;
}

export type SubmitResult = { readonly kind: 'submitted'; readonly request: Request } | Refused;

/** A click: which request, and which version of it the person saw. */
export interface Click {
  readonly requestId: RequestId;
  readonly version: number;
  readonly comment?: string | undefined;
  /** Hash of the plan that was shown; when it is another one by now, the click is `request-changed`. */
  readonly planHash?: string | undefined;
  /** With approve: fewer days than were asked for. */
  readonly days?: number | undefined;
}

/**
 * Everything people can ask of the product; teams/ turns clicks and words into these calls. The actor comes
 * from the authenticated activity. All throw the `graph-…` Problems; a click on a request that has moved on
 * throws `already-decided` or `request-changed`, an unknown or invisible one `request-not-found`, one's own
 * request `own-request`, anything else forbidden `not-allowed`. The loser of a race gets `already-decided`.
 */
export interface UseCases extends DurationLimits {
  offerGroups(text: string): Promise<readonly GroupOffer[]>;
  offerAccessPackages(text: string): Promise<readonly AccessPackageOffer[]>;
  submit(actor: Actor, wish: SubmitWish): Promise<SubmitResult>;
  /** For the form: who would be asked, or why nobody can approve. Stores nothing. */
  previewRoute(actor: Actor, wish: RouteWish): Promise<RoutePreview>;
  /**
   * One person's approval of the stage that is asked now; the answer is still `awaiting-approval` while more are
   * needed. Throws `not-asked-now`, `already-approved`, `approved-earlier-stage`, `needed-later` when a later stage
   * has nobody else, `nobody-can-approve` when the next one has too few by now, `no-longer-approver`,
   * `approval-expired`, and `input-not-valid` when `days` is not shorter than what was asked for.
   */
  approve(actor: Actor, click: Click): Promise<Request>;
  /** Throws `input-not-valid` when the comment is missing: a refusal needs a reason. */
  deny(actor: Actor, click: Click): Promise<Request>;
  /** "I'm on it"; another approver can take it over. */
  claim(actor: Actor, click: Click): Promise<Request>;
  unclaim(actor: Actor, click: Click): Promise<Request>;
  /** Without a version whatever is there is cancelled. */
  cancel(actor: Actor, click: Omit<Click, 'version'> & { version?: number }): Promise<Request>;
  /** Runs the procedure again from where it failed; the approval stands. */
  retry(actor: Actor, click: Click): Promise<Request>;
  /** A person confirms what no directory query can (on-premises mode `none`). */
  attest(actor: Actor, click: Click): Promise<Request>;
  /**
   * Takes access at once where the policy permits it to this person, for the policy's hours, and tells everybody who
   * would have been asked. A request for the same that waits for approval ends by it. Refused with `break-glass-off`
   * elsewhere, with `break-glass-new-group` where it would create one, with `break-glass-under-way` where a request for
   * the same is under way already.
   */
  breakGlass(actor: Actor, wish: BreakGlassWish): Promise<BreakGlassResult>;
  /** What an approver says afterwards of access that was taken first; a verdict against it needs a comment. */
  review(actor: Actor, click: Click, verdict: ReviewVerdict): Promise<Request>;
  /**
   * Names the actor's deputy for a period; of whoever was named for some of the same days the other days stay. Takes
   * effect in open requests too. Throws `user-not-found`, `user-is-disabled`, `user-is-guest`, `input-not-valid`.
   */
  delegate(actor: Actor, wish: DeputyWish): Promise<NamedDeputy>;
  /** Ends the actor's delegations at once, in open requests too; resolves to what is on record for those who are told. */
  endDelegation(actor: Actor): Promise<readonly Notice[]>;
  listDelegations(actor: Actor): Promise<Delegations>;
  /** Groups that the actor keeps at hand. */
  readonly favourites: FavouriteUseCases;
  /** "Why not yet?", from what the world says at this moment, best reason first. Takes some seconds at most. */
  explain(actor: Actor, id: RequestId): Promise<Diagnosis>;
  /**
   * Runs the sync at once for everything that waits for it, or for what this request's engine writes. Throws
   * `sync-start-not-available`, `sync-unreachable`.
   */
  syncNow(actor: Actor, requestId?: RequestId): Promise<SyncNowResult>;
  find(actor: Actor, id: RequestId): Promise<Request>;
  listMine(actor: Actor): Promise<readonly Request[]>;
  /** What this person can decide on or review now, the longest waiting first; not all of it where that is much. */
  listWaiting(actor: Actor): Promise<readonly Request[]>;
  /** For administrators: reviews of emergency access that others leave open for more than a day, the oldest first. */
  listUnreviewed(actor: Actor): Promise<readonly Request[]>;
  rolesOf(actor: Pick<Actor, 'tenantId' | 'id'>, request: Request): readonly Role[];
  isAdministrator(userId: UserId): boolean;
  readonly administrators: readonly UserId[];
  /** Everything in which Active Directory differed from Entra at the last look, each with its fix, and when that was. */
  reportDrift(): Promise<DriftReport>;
  readonly canChooseAccessPackage: boolean;
  /** Whether the policy wants the number of a ticket for some requests. */
  readonly asksForTicket: boolean;
  /** For the administrator's `prerequisites` command: tenant facts as Graph tells them. */
  describeTenant(): Promise<WritebackTenant>;
}
