import type { ProblemCode } from './problem.ts';

/** Who can mend a problem. */
export type Owner = 'you' | 'the approver' | 'the group owner' | 'an administrator' | 'nobody';

/** What the reader gets: what happened, what it means, who can do what next. */
export interface Advice {
  readonly happened: string;
  readonly next: string;
  readonly owner: Owner;
}

type Text = readonly [happened: (subject: string) => string, next: string, owner: Owner];

const texts: Readonly<Record<ProblemCode, Text>> = {
  'user-not-found': [
    (s) => `I cannot find ${s} in Microsoft Entra.`,
    'Choose the person from the list, or type the full sign-in name.',
    'you',
  ],
  'user-is-guest': [
    (s) => `${s} is a guest.`,
    'Guests have no account in Active Directory, so they can never become a member there. Choose another person, or ask an administrator for an account in Active Directory.',
    'an administrator',
  ],
  'user-is-cloud-only': [
    (s) => `${s} exists in the cloud only.`,
    'Writeback skips people without an account in Active Directory. An administrator must create the account there and let it sync.',
    'an administrator',
  ],
  'user-is-disabled': [
    (s) => `The account of ${s} is disabled.`,
    'An administrator must enable it first.',
    'an administrator',
  ],
  'group-not-found': [
    (s) => `I cannot find the group ${s}.`,
    'Choose a group from the list, or type a new name.',
    'you',
  ],
  'group-name-taken': [
    (s) => `A group with the address of ${s} exists already, perhaps among the deleted ones.`,
    'Choose the existing group, or type another name.',
    'you',
  ],
  'group-name-not-allowed': [
    (s) => `The naming policy of your organisation does not permit ${s}.`,
    'Choose another name, or ask an administrator for the rules.',
    'you',
  ],
  'group-is-dynamic': [
    (s) => `${s} fills itself by a rule.`,
    'Nobody can be assigned to a dynamic group. Its owner can change the rule, or you choose another group.',
    'the group owner',
  ],
  'group-is-synced': [
    (s) => `${s} comes from Active Directory.`,
    'Groups mastered on premises cannot be written back. An administrator can convert its source of authority to the cloud first.',
    'an administrator',
  ],
  'group-is-role-assignable': [
    (s) => `${s} can hold directory roles.`,
    'Such groups are managed by privileged administrators only, not through access packages.',
    'an administrator',
  ],
  'group-is-distribution': [
    (s) => `${s} is a distribution or mail-enabled security group.`,
    'Access packages and writeback work with Microsoft 365 and security groups. Choose another group.',
    'you',
  ],
  'group-kind-not-writable': [
    (s) => `No writeback engine of your tenant can write ${s} to Active Directory.`,
    'An administrator must set up the engine for this kind of group: Cloud Sync for security groups, Connect Sync for Microsoft 365 groups.',
    'an administrator',
  ],
  'writeback-off': [
    () => 'Group writeback is switched off in your tenant.',
    'An administrator must enable group writeback in Entra Connect Sync or Cloud Sync.',
    'an administrator',
  ],
  'organizational-unit-missing': [
    () => 'No organizational unit for written-back groups is configured.',
    'An administrator must choose the organizational unit in Entra Connect.',
    'an administrator',
  ],
  'already-member': [
    (s) => `${s} is a member of this group already.`,
    'There is nothing to request. If Active Directory does not show it, wait for the next sync cycle.',
    'nobody',
  ],
  'open-request-exists': [
    (s) => `There is an open request for this group and ${s} already.`,
    'Type "my requests" to see it.',
    'you',
  ],
  'nobody-can-approve': [
    () => 'Nobody could approve this request.',
    'Everybody who may approve is requester or beneficiary here. An administrator must name another approver.',
    'an administrator',
  ],
  'access-package-not-found': [
    (s) => `I cannot find the access package ${s}.`,
    'Choose one from the list, or let me choose.',
    'you',
  ],
  'access-package-does-not-fit': [
    (s) => `The access package ${s} does not give membership of this group.`,
    'Choose a package that does, or let me choose. I do not add groups to a package that others already hold, because everybody in it would get them.',
    'you',
  ],
  'input-not-valid': [(s) => s, 'Correct the form and send it again.', 'you'],
  'request-not-found': [
    () => 'I cannot find that request.',
    'Type "my requests" to see yours.',
    'you',
  ],
  'not-allowed': [
    () => 'You may not do this.',
    'Ask one of the people named on the card.',
    'the approver',
  ],
  'own-request': [
    () => 'You may not decide on a request of your own or for yourself.',
    'One of the other approvers has to decide.',
    'the approver',
  ],
  'already-decided': [
    () => 'This request has been decided in the meantime.',
    'The card now shows how it stands.',
    'nobody',
  ],
  'request-changed': [
    () => 'This request has changed in the meantime.',
    'The card now shows how it stands; please look again.',
    'you',
  ],
  'graph-permission-missing': [
    () => 'Microsoft Graph does not let me do this.',
    'An administrator must grant the bot the permission named in the details, then choose Try again.',
    'an administrator',
  ],
  'graph-credentials-refused': [
    () => 'Microsoft Entra did not accept my credentials.',
    "An administrator must renew the bot's certificate or secret, then choose Try again.",
    'an administrator',
  ],
  'graph-unreachable': [
    () => 'Microsoft Graph does not answer at the moment.',
    'Nothing is lost. Try again in a few minutes.',
    'you',
  ],
  'graph-throttled': [
    () => 'Microsoft Graph is asking me to slow down.',
    'Nothing is lost. Try again in a few minutes.',
    'you',
  ],
  'graph-outcome-unknown': [
    () => 'Microsoft Graph took an order but did not say whether it was carried out.',
    'I look before I repeat anything. Try again in a few minutes.',
    'you',
  ],
  'graph-refused': [
    () => 'Microsoft Graph refused the order.',
    'An administrator finds the reason in the details.',
    'an administrator',
  ],
  'licence-missing': [
    () => 'The tenant has no licence for entitlement management.',
    'An administrator must assign Microsoft Entra ID P2 or Governance; a new licence takes up to eight hours to count.',
    'an administrator',
  ],
  'not-visible-yet': [
    () => 'A new object is not visible everywhere yet.',
    'Microsoft Entra needs some minutes to copy it. Choose Try again later.',
    'the approver',
  ],
  'not-resource-owner': [
    () => 'I may not add this group to a catalog.',
    'An administrator must grant the bot Group.ReadWrite.All or make it an owner of the group, then choose Try again.',
    'an administrator',
  ],
  'policy-needs-approval': [
    () => 'Every policy of this access package asks for another approval.',
    'An administrator must add a policy without approval for direct assignment.',
    'an administrator',
  ],
  'assignment-failed': [
    () => 'Entitlement management could not deliver the assignment.',
    'An administrator can reprocess it in the Entra admin centre, or choose Try again here.',
    'an administrator',
  ],
  'assignment-ended': [
    () => 'The assignment was removed before it reached Active Directory.',
    'If the access is still needed, make a new request.',
    'you',
  ],
  'writeback-refused': [
    () => 'Microsoft Graph refused to switch on writeback for this group.',
    'An administrator finds the reason in the details.',
    'an administrator',
  ],
  'directory-unreachable': [
    () => 'No domain controller answers at the moment.',
    'I keep looking. An administrator can check the connection to Active Directory.',
    'an administrator',
  ],
  'directory-refused-credentials': [
    () => 'Active Directory did not accept my account.',
    'An administrator must renew the account that reads Active Directory.',
    'an administrator',
  ],
  'directory-not-secure': [
    () => 'The connection to Active Directory is not secure, so I do not use it.',
    'An administrator must configure LDAPS with a certificate that I can verify.',
    'an administrator',
  ],
  'sync-unreachable': [
    () => 'I cannot see the schedule of the sync engine at the moment.',
    'The confirmation still arrives; only the expected time is unknown.',
    'nobody',
  ],
  'person-not-reachable': [
    (s) => `I cannot write to ${s}.`,
    'They have to add the Writeback app in Teams first.',
    'you',
  ],
  defect: [
    () => 'Something went wrong on my side.',
    'Nothing was lost. An administrator finds the reason in the log under the number of this request.',
    'an administrator',
  ],
};

/** The words for a problem; `subject` is the thing it is about and must be shown escaped. */
export function adviceFor(code: ProblemCode, subject: string): Advice {
  const [happened, next, owner] = texts[code];
  return { happened: happened(subject), next, owner };
}

/** Reads a code that was stored; one that is no longer known counts as a defect. */
export function toProblemCode(text: string): ProblemCode {
  return isProblemCode(text) ? text : 'defect';
}

function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(texts, text);
}
