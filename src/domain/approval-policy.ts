import type { Reminders } from './approval.ts';
import type { ApprovalNeed, ApproverSource } from './approver-source.ts';
import type { AccessPackageId, CatalogId, GroupId, UserId } from './ids.ts';

/** What is known of a request when its route is chosen. */
export interface PolicyFacts {
  readonly requesterId: UserId;
  readonly beneficiaryId: UserId;
  /** A new group has no id yet, so only rules by name can match it. */
  readonly group: {
    readonly id?: GroupId | undefined;
    readonly displayName: string;
    readonly isNew: boolean;
  };
  /** Without an id where the procedure will create it. */
  readonly catalog: { readonly id?: CatalogId | undefined; readonly displayName: string };
  /** Undefined while nobody has chosen one; a rule by access package does not match then. */
  readonly accessPackage?:
    | { readonly id?: AccessPackageId | undefined; readonly displayName: string }
    | undefined;
  /** Undefined: no expiration. */
  readonly days?: number | undefined;
  /** Direct or nested member of an Entra group; whatever it throws comes out of `routeFor`. */
  isMember(userId: UserId, groupId: GroupId): Promise<boolean>;
}

/** https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate */
export type CatalogRole = 'catalog-owner' | 'access-package-manager';

export interface StageTemplate {
  readonly name: string;
  readonly approvers: readonly ApproverSource[];
  readonly need: ApprovalNeed;
  readonly escalation?:
    | { readonly afterMs: number; readonly to: readonly ApproverSource[] }
    | undefined;
}

/** What a text that the requester types must be like. Use `findTextComplaint`. */
export interface TextRule {
  /** Characters, blanks at both ends not counted. */
  readonly minimumLength?: number | undefined;
  /** Regular expression with the flag `u`; it must be found somewhere in the text. */
  readonly pattern?: string | undefined;
  /** The organisation's own words for whoever typed something else. */
  readonly message: string;
}

/** The way to approval that a rule gives, with sources where the snapshot on a request has people. */
export interface ApprovalTemplate {
  readonly kind: 'approval';
  /** Name of the rule that matched. */
  readonly rule: string;
  /** At least one. */
  readonly stages: readonly StageTemplate[];
  readonly distinctApprovers: boolean;
  readonly expiresAfterMs?: number | undefined;
  readonly reminders?: Reminders | undefined;
  readonly reasonRule?: TextRule | undefined;
  /** Present: a ticket number is needed. */
  readonly ticketRule?: TextRule | undefined;
  /** Longest duration in days; no expiration is longer than that. Absent: the product's own limit. */
  readonly maximumDays?: number | undefined;
  /** Present only where this requester may take access at once, for so long, and be reviewed afterwards. */
  readonly breakGlass?: { readonly hours: number } | undefined;
}

/** The rule says that this may not be requested at all. */
export interface RefusedTemplate {
  readonly kind: 'refused';
  readonly rule: string;
  /** The organisation's own words for the requester. */
  readonly message: string;
}

export type RouteTemplate = ApprovalTemplate | RefusedTemplate;

/** Chooses the way to approval. */
export interface ApprovalPolicy {
  /** What the policy says to this; every policy has a rule that matches everything. */
  routeFor(facts: PolicyFacts): Promise<RouteTemplate>;
  /** Whether some rule wants the number of a ticket; absent is no. */
  readonly asksForTicket?: boolean;
}

/** Longest text that a pattern is run against, so that no expression can be made to run for long. */
export const longestRuledText = 500;

/** The rule's message when the text is not as the rule wants it; undefined when it is. */
export function findTextComplaint(rule: TextRule, text: string): string | undefined {
  const trimmed = text.trim();
  const isLongEnough = Array.from(trimmed).length >= (rule.minimumLength ?? 0);
  if (!isLongEnough || trimmed.length > longestRuledText) {
    return rule.message;
  }
  if (rule.pattern === undefined || new RegExp(rule.pattern, 'u').test(trimmed)) {
    return undefined;
  }
  return rule.message;
}
