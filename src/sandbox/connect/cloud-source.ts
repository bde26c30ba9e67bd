/** A group of the cloud as Connect imports it; the names are Graph's. */
export interface CloudGroup {
  readonly id: string;
  readonly displayName: string;
  readonly description?: string | null | undefined;
  readonly mail?: string | null | undefined;
  readonly securityEnabled: boolean;
  readonly groupTypes: readonly string[];
  readonly writebackConfiguration?:
    | {
        readonly isEnabled?: boolean | null | undefined;
        readonly onPremisesGroupType?: string | null | undefined;
      }
    | null
    | undefined;
}

export interface CloudMember {
  readonly id: string;
  /** Absent for who exists in the cloud alone, and for groups. */
  readonly onPremisesSecurityIdentifier?: string | null | undefined;
}

/** Where Connect imports from. */
export interface CloudSource {
  groups(): readonly CloudGroup[] | Promise<readonly CloudGroup[]>;
  members(groupId: string): readonly CloudMember[] | Promise<readonly CloudMember[]>;
}
