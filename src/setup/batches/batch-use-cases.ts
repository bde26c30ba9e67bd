import type { Batch, BatchRow } from '../../domain/batch.ts';
import type { BatchSummary, BatchView } from '../../domain/batch-view.ts';
import type { BatchId } from '../../domain/ids.ts';
import type { Actor, Person } from '../../domain/person.ts';
import type { Refusal } from '../../domain/prerequisites.ts';
import type { Request } from '../../domain/request.ts';
import type { RoutePreview, RouteWish } from '../use-cases.ts';

/** One line as it was read, before anybody has looked whether it makes sense. */
export type ReadRow = Omit<BatchRow, 'verdict'>;

export interface BatchWish {
  /** The form or file it came from: the same one twice makes one list. */
  readonly formId: string;
  readonly rows: readonly ReadRow[];
  /** Typed with the form already. */
  readonly reason?: string | undefined;
  readonly ticket?: string | undefined;
}

/** One way that requests for some of the people would take. */
export interface SharedRoute {
  /** Their names. */
  readonly people: readonly string[];
  readonly shown: Extract<RoutePreview, { readonly kind: 'route' }>;
}

export interface RoutesPreview {
  readonly routes: readonly SharedRoute[];
  /** Against those people for whom there is no way. */
  readonly refusals: readonly Refusal[];
}

export interface BatchClick {
  readonly batchId: BatchId;
  readonly seenAt: Date;
  /** Of the view that was clicked on; a decision without it, or with another one, is `request-changed`. */
  readonly plansHash?: string | undefined;
  readonly comment?: string | undefined;
}

/**
 * What people can ask of a list. A list that somebody may not see does not exist for them: `request-not-found`. What
 * they may see and not do is `not-allowed`, what is over `already-decided`. Checking, sending and carrying out happen
 * afterwards; the view that comes back says that they are under way.
 */
export interface BatchUseCases {
  /** Stores the list for checking. Throws `input-not-valid` when there is no line in it, or more than 200. */
  start(actor: Actor, wish: BatchWish): Promise<BatchView>;
  view(actor: Actor, id: BatchId): Promise<BatchView>;
  /**
   * Sends the good lines. The same click again changes nothing. Throws `input-not-valid` without a reason,
   * `reason-not-accepted` or `ticket-not-accepted` with the organisation's own words as detail, and
   * `too-many-open-requests` with how many are permitted; the list counts as one.
   */
  send(
    actor: Actor,
    click: BatchClick & { readonly reason: string; readonly ticket?: string | undefined },
  ): Promise<BatchView>;
  discard(actor: Actor, click: BatchClick): Promise<BatchView>;
  /** Checks the refused lines again: in the same list before it is sent, as a list of their own afterwards. */
  checkAgain(actor: Actor, click: BatchClick): Promise<BatchView>;
  /**
   * Approves, denies, cancels or tries again whatever of the list this person may. Denying needs a comment. A decision
   * on other plans than those that were seen throws `request-changed`, and nothing of it is done.
   */
  order(
    actor: Actor,
    click: BatchClick & { readonly kind: 'approve' | 'deny' | 'cancel' | 'retry' },
  ): Promise<BatchView>;
  /** Display names of people by object id or sign-in name; who is not found is left out. */
  namesOf(people: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Who would be asked about each of these people, the same way told once. Stores nothing. */
  previewRoutes(
    actor: Actor,
    wish: Omit<RouteWish, 'beneficiary'> & { readonly people: readonly string[] },
  ): Promise<RoutesPreview>;
  /** The refused lines as somebody would write them, for the form in which they are corrected. */
  refusedLines(actor: Actor, id: BatchId): Promise<readonly BatchRow[]>;
  /** The newest lists of this person, newest first. */
  listMine(actor: Actor): Promise<readonly BatchSummary[]>;
  /** For the cards: the same views for these people at once; left out are those who may not see it. */
  viewsFor(
    batch: Batch,
    requests: readonly Request[],
    people: readonly Pick<Person, 'id'>[],
  ): ReadonlyMap<Person['id'], BatchView>;
}
