import type { WritebackChange } from './group-schema.ts';
import { isExchangeGroup, isUnified } from './group-view.ts';
import { badRequest } from './refusal.ts';
import type { GroupProperties, WritebackConfiguration } from './rows.ts';

const groupTypes = [
  'universalDistributionGroup',
  'universalSecurityGroup',
  'universalMailEnabledSecurityGroup',
];

export const unsetWriteback: WritebackConfiguration = {
  isEnabled: null,
  onPremisesGroupType: null,
};

/** The configuration after a change. A type once set cannot become null; `isEnabled: null` changes nothing. */
export function changeWriteback(
  group: GroupProperties,
  before: WritebackConfiguration,
  change: WritebackChange | null,
): WritebackConfiguration {
  if (isExchangeGroup(group)) {
    throw badRequest(
      'The service does not currently support writes of mail-enabled groups. Please ensure that the mail-enablement property is unset and the security-enablement property is set.',
    );
  }
  if (change === null) {
    throw invalid('writebackConfiguration');
  }
  return {
    isEnabled: change.isEnabled ?? before.isEnabled,
    onPremisesGroupType: changeType(group, before, change.onPremisesGroupType),
  };
}

function changeType(
  group: GroupProperties,
  before: WritebackConfiguration,
  sent: string | null | undefined,
): string | null {
  if (sent === undefined) {
    return before.onPremisesGroupType;
  }
  if (sent === null) {
    if (before.onPremisesGroupType !== null) {
      throw invalid('writebackConfiguration.onPremisesGroupType');
    }
    return null;
  }
  const type = groupTypes.find((name) => name.toLowerCase() === sent.toLowerCase());
  if (type === undefined || (!isUnified(group) && type !== 'universalSecurityGroup')) {
    throw invalid('writebackConfiguration.onPremisesGroupType');
  }
  return type;
}

function invalid(property: string): Error {
  return badRequest(`Invalid value specified for property '${property}' of resource 'Group'.`);
}
