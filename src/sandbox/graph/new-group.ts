import { toCloudSid } from './guids.ts';
import type { GroupProperties } from './rows.ts';
import { toIso } from './world.ts';

export interface NewGroupFields {
  readonly id: string;
  readonly displayName: string;
  readonly description?: string | null | undefined;
  readonly mailNickname: string;
  readonly mailEnabled: boolean;
  readonly securityEnabled: boolean;
  readonly groupTypes?: readonly string[] | undefined;
  readonly visibility?: string | null | undefined;
  readonly uniqueName?: string | null | undefined;
  readonly isAssignableToRole?: boolean | null | undefined;
  readonly membershipRule?: string | null | undefined;
  readonly membershipRuleProcessingState?: string | null | undefined;
  readonly resourceBehaviorOptions?: readonly string[] | undefined;
}

/** A group with every property that Graph shows, born at `now` in sandbox milliseconds. */
export function newGroupProperties(fields: NewGroupFields, now: number): GroupProperties {
  const mail = fields.mailEnabled ? `${fields.mailNickname}@contoso.test` : null;
  const born = toIso(now).replace(/\.\d+Z$/, 'Z');
  return {
    ...identityOf(fields, mail),
    deletedDateTime: null,
    classification: null,
    createdDateTime: born,
    expirationDateTime: null,
    groupTypes: fields.groupTypes ?? [],
    isAssignableToRole: fields.isAssignableToRole ?? null,
    isManagementRestricted: null,
    ...ruleOf(fields),
    ...cloudOnly,
    preferredDataLocation: null,
    preferredLanguage: null,
    proxyAddresses: mail === null ? [] : [`SMTP:${mail}`],
    renewedDateTime: born,
    resourceBehaviorOptions: fields.resourceBehaviorOptions ?? [],
    resourceProvisioningOptions: [],
    securityEnabled: fields.securityEnabled,
    securityIdentifier: toCloudSid(fields.id),
    theme: null,
    visibility: visibilityOf(fields),
    serviceProvisioningErrors: [],
  };
}

function ruleOf(fields: NewGroupFields): object {
  return {
    membershipRule: fields.membershipRule ?? null,
    membershipRuleProcessingState: fields.membershipRuleProcessingState ?? null,
  };
}

function visibilityOf(fields: NewGroupFields): string | null {
  const usual = fields.groupTypes?.includes('Unified') === true ? 'Public' : null;
  return fields.visibility ?? usual;
}

function identityOf(
  fields: NewGroupFields,
  mail: string | null,
): Pick<
  GroupProperties,
  'id' | 'displayName' | 'description' | 'mail' | 'mailEnabled' | 'mailNickname' | 'uniqueName'
> {
  return {
    id: fields.id,
    displayName: fields.displayName,
    description: fields.description ?? null,
    mail,
    mailEnabled: fields.mailEnabled,
    mailNickname: fields.mailNickname,
    uniqueName: fields.uniqueName ?? null,
  };
}

const cloudOnly = {
  onPremisesDomainName: null,
  onPremisesLastSyncDateTime: null,
  onPremisesNetBiosName: null,
  onPremisesSamAccountName: null,
  onPremisesSecurityIdentifier: null,
  onPremisesSyncEnabled: null,
  onPremisesProvisioningErrors: [],
};
