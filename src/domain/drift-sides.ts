import type { Group, WritebackEngine } from './group.ts';
import type { GroupId, UserId } from './ids.ts';
import type { OnPremAnchors } from './person.ts';

/** A direct member as Entra lists it; `anchors` are absent for whoever exists in the cloud alone. */
export interface CloudMember {
  readonly kind: 'user' | 'group';
  readonly id: string;
  readonly displayName: string;
  readonly anchors?: OnPremAnchors | undefined;
}

/** What Entra and our own records say of one written-back group. */
export interface CloudGroup {
  /** Undefined when Entra has no such group any more. */
  readonly group: Group | undefined;
  readonly members: readonly CloudMember[];
  /** The engine that writes this group, as far as it is known. */
  readonly engine: WritebackEngine | undefined;
  /** Those whom a confirmed request has proven to be members in Active Directory. */
  readonly proven: ReadonlySet<UserId>;
  /** AD's groupType when a membership was last proven. */
  readonly provenGroupType?: number | undefined;
  /** Those whose request still waits for the sync. */
  readonly arriving: ReadonlySet<UserId>;
}

/** A value of `member`; nothing but the DN is known of an object in a domain that was not searched. */
export interface OnPremMember {
  readonly dn: string;
  readonly securityIdentifier?: string | undefined;
  /** base64 of mS-DS-ConsistencyGuid, or of objectGUID where that is not set. */
  readonly immutableId?: string | undefined;
  /** Set when the member is itself a group written back. */
  readonly cloudGroupId?: GroupId | undefined;
}

/** What Active Directory holds of one written-back group. */
export type OnPremGroup =
  | {
      readonly state: 'found';
      readonly dn: string;
      readonly groupType: number;
      /** False when it lies outside of the organizational unit for written-back groups. */
      readonly isInPlace: boolean;
      readonly organizationalUnit: string;
      readonly members: readonly OnPremMember[];
    }
  | { readonly state: 'missing' }
  | { readonly state: 'ambiguous'; readonly dns: readonly string[] };
