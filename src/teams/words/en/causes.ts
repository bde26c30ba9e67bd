import type { CauseCode, CauseOwner, Certainty, Fix, Source } from '../../../domain/cause.ts';

/** What is told about the person and the group of the request; escaped already. */
export interface CauseNames {
  readonly person: string;
  readonly group: string;
}

/** Why somebody is not in Active Directory yet. */
export const causes = {
  'procedure-failed': () => 'The set-up stopped before it was done.',
  'awaiting-decision': () => 'Nobody has decided yet.',
  'user-not-found': ({ person }) => `${person} is no longer in Microsoft Entra.`,
  'user-is-guest': ({ person }) =>
    `${person} is a guest, and guests have no account in Active Directory.`,
  'user-is-cloud-only': ({ person }) =>
    `${person} exists in the cloud only, and writeback skips people without an account in Active Directory.`,
  'user-missing': ({ person }) => `I cannot find the account of ${person} in Active Directory.`,
  'user-ambiguous': ({ person }) => `More than one account in Active Directory could be ${person}.`,
  'user-in-other-domain': ({ person, group }) =>
    `The account of ${person} is in another domain than ${group}.`,
  'licence-missing': () => 'The tenant has no licence for entitlement management.',
  'assignment-ended': ({ person }) => `The assignment of ${person} was removed or has expired.`,
  'membership-removed': ({ person, group }) => `Somebody took ${person} out of ${group}.`,
  'assignment-stuck': () => 'Entitlement management takes much longer than usual to deliver.',
  'group-not-found': ({ group }) => `${group} is no longer in Microsoft Entra.`,
  'group-is-synced': ({ group }) =>
    `${group} comes from Active Directory, so it is not written back.`,
  'group-is-dynamic': ({ group }) => `${group} fills itself by a rule.`,
  'group-is-role-assignable': ({ group }) => `${group} can hold directory roles.`,
  'group-is-distribution': ({ group }) =>
    `${group} is a distribution or mail-enabled security group.`,
  'group-kind-not-writable': ({ group }) =>
    `No writeback engine of the tenant writes groups of the kind of ${group}.`,
  'group-writeback-off': ({ group }) => `Writeback of ${group} was switched off.`,
  'group-writeback-undecided': ({ group }) =>
    `Nobody has decided whether ${group} is written back, so the default of the tenant counts.`,
  'group-too-large': ({ group }) => `${group} has more members than the engine writes.`,
  'group-ambiguous': ({ group }) => `More than one object in Active Directory could be ${group}.`,
  'writeback-off': () => 'Group writeback is switched off in the tenant.',
  'organizational-unit-missing': () =>
    'No organizational unit for written-back groups is configured.',
  'organizational-unit-differs': () =>
    'The engine writes to another organizational unit than when the request was approved.',
  'sync-staging': () => 'The sync server is in staging mode and writes nothing.',
  'sync-disabled': () => 'The sync is switched off.',
  'sync-suspended': () => 'The sync is suspended, as it is while its wizard is open.',
  'sync-stopped': () => 'The sync has not run for much longer than it should.',
  'job-missing': () => 'Cloud Sync has no configuration that writes groups.',
  'job-paused': () => 'The configuration of Cloud Sync is paused.',
  'job-not-started': () => 'The configuration of Cloud Sync has never been started.',
  'job-quarantined': () => 'The configuration of Cloud Sync is in quarantine.',
  'job-failing': () => 'Cloud Sync failed when it last ran.',
  'group-out-of-scope': ({ group }) => `${group} is not in the scope of Cloud Sync.`,
  'provisioning-failed': ({ group }) => `Cloud Sync could not write ${group}.`,
  'provisioning-skipped': ({ person, group }) =>
    `Cloud Sync skipped ${person} when it wrote ${group}.`,
  'directory-refused-credentials': () => 'Active Directory did not accept my account.',
  'directory-not-secure': () =>
    'The connection to Active Directory is not secure, so I do not use it.',
  'directory-unreachable': () => 'No domain controller answers, so I cannot look.',
  'not-verifiable': () => 'I cannot look into Active Directory here.',
  'group-missing': ({ group }) =>
    `A sync has run, but ${group} did not appear in Active Directory.`,
  'member-missing': ({ person, group }) =>
    `A sync has run, but Active Directory does not show ${person} in ${group}.`,
  'user-is-disabled': ({ person }) => `The account of ${person} is disabled.`,
  'assignment-under-way': () => 'Entitlement management is delivering the assignment.',
  'membership-not-yet': ({ person, group }) =>
    `${person} does not show as a member of ${group} in Microsoft Entra yet.`,
  'sync-running': () => 'A sync is running.',
  'sync-not-begun': () => 'No sync has begun since the membership reached Microsoft Entra.',
} satisfies Readonly<Record<CauseCode, (names: CauseNames) => string>>;

/** What to do about it, said to whoever can. */
export const fixes = {
  wait: 'Nothing: it resolves itself, and I keep looking.',
  'sync-now': 'The next scheduled sync takes it along. An administrator can run one now.',
  decide: 'One of the approvers has to decide.',
  'try-again': 'Choose Try again when the reason on the card is mended.',
  'request-again': 'If the access is still needed, make a new request.',
  'choose-another-person': 'Make a request for a person with an account in Active Directory.',
  'choose-another-group': 'Make a request for another group.',
  'create-account-on-premises':
    'Create the account in Active Directory and let it sync to Microsoft Entra.',
  'enable-account': 'Enable the account.',
  'check-search-base':
    'Check that the account is in the forest of the group and below the base in which I search.',
  'remove-duplicate': 'Find the objects with the same marker or anchor and leave one.',
  'assign-licence': 'Assign Microsoft Entra ID P2 or Governance.',
  'reprocess-assignment': 'Reprocess the assignment in the Entra admin centre.',
  'restore-membership': 'Remove the assignment and make a new request, or add the person again.',
  'change-membership-rule': 'Change the rule, or turn the group into one with assigned members.',
  'convert-source-of-authority': "Convert the group's source of authority to the cloud.",
  'set-up-engine-for-kind':
    'Set up Cloud Sync for security groups, or Connect Sync for Microsoft 365 groups.',
  'enable-writeback-of-group': 'Switch on writeback in the properties of the group.',
  'enable-writeback-of-tenant': 'Enable group writeback in Entra Connect Sync or Cloud Sync.',
  'make-group-smaller': 'Split the group, or leave out members who need no access on premises.',
  'set-organizational-unit':
    'Make the organizational unit of the engine and the one in which I look the same.',
  'end-staging': 'Take the server out of staging mode, or look at the active one.',
  'enable-scheduler': 'Run Set-ADSyncScheduler -SyncCycleEnabled $true on the sync server.',
  'ask-to-enable-scheduler': 'Ask an administrator to switch the scheduled sync on again.',
  'close-wizard': 'Close the configuration wizard on the sync server.',
  'check-sync-server': 'Check that the sync server runs and what its last run reported.',
  'create-job': 'Create a configuration from Microsoft Entra ID to Active Directory.',
  'start-job': 'Start the configuration.',
  'clear-quarantine': 'Mend what put it into quarantine, then restart it.',
  'widen-scope': 'Add the group to the scoping filter of the configuration.',
  'read-provisioning-log': 'The provisioning log names the reason.',
  'renew-directory-account': 'Renew the account with which I read Active Directory.',
  'secure-directory-connection': 'Configure LDAPS with a certificate that I can verify.',
  'check-domain-controllers': 'Check the connection to the domain controllers.',
  'confirm-by-hand': 'Look into Active Directory and confirm the membership on the card.',
  'check-connector-rights':
    'Check the rights of the connector account on the organizational unit, and the export errors.',
  'check-replication':
    'Check the export errors of the group and the replication between domain controllers.',
} satisfies Readonly<Record<Fix, string>>;

export const causeOwners = {
  requester: 'the requester',
  approver: 'an approver',
  'group-owner': 'the group owner',
  administrator: 'an administrator',
  nobody: 'nobody',
} satisfies Readonly<Record<CauseOwner, string>>;

export const certainties = {
  certain: 'This is the reason:',
  likely: 'Probably:',
  possible: 'Perhaps:',
} satisfies Readonly<Record<Certainty, string>>;

export const sources = {
  writeback: 'This request',
  'entra-user': 'The user in Microsoft Entra',
  'entra-group': 'The group in Microsoft Entra',
  'entra-membership': 'The membership in Microsoft Entra',
  'entra-tenant': 'The settings of the tenant',
  'entitlement-management': 'Entitlement management',
  'sync-schedule': 'The schedule of Entra Connect',
  'cloud-sync': 'Entra Cloud Sync',
  'provisioning-log': 'The provisioning log',
  'active-directory': 'Active Directory',
} satisfies Readonly<Record<Source, string>>;
