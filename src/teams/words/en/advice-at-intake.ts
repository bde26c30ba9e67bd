import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What is refused when somebody asks, and may turn out only later. */
export const adviceAtIntake = {
  'user-not-found': {
    happened: (s: string) => `I cannot find ${s} in Microsoft Entra.`,
    next: 'Choose the person from the list, or type the full sign-in name.',
    whenFailed: {
      happened: (s: string) => `${s} is no longer in Microsoft Entra.`,
      next: 'When the account is back, choose Try again. For another person, make a new request.',
    },
  },
  'user-is-guest': {
    happened: (s: string) => `${s} is a guest.`,
    next: 'Guests have no account in Active Directory, so they can never become a member there. Choose another person, or ask an administrator for an account in Active Directory.',
    whenFailed: {
      next: 'Guests have no account in Active Directory, so they can never become a member there. Make a new request for another person, or ask an administrator for an account in Active Directory.',
    },
  },
  'user-is-cloud-only': {
    happened: (s: string) => `${s} exists in the cloud only.`,
    next: 'Writeback skips people without an account in Active Directory. An administrator must create the account there and let it sync.',
    whenFailed: {
      next: 'Writeback skips people without an account in Active Directory. An administrator must create the account there and let it sync, then choose Try again.',
    },
  },
  'user-is-disabled': {
    happened: (s: string) => `The account of ${s} is disabled.`,
    next: 'An administrator must enable it first.',
    whenFailed: { next: 'An administrator must enable it, then choose Try again.' },
  },
  'group-not-found': {
    happened: (s: string) => `I cannot find the group ${s}.`,
    next: 'Choose a group from the list, or type a new name.',
    whenFailed: {
      happened: (s: string) => `The group ${s} is no longer in Microsoft Entra.`,
      next: 'An administrator can restore a deleted group for 30 days, then choose Try again. For another group, make a new request.',
    },
  },
  'group-name-taken': {
    happened: (s: string) =>
      `A group with the address of ${s} exists already, perhaps among the deleted ones.`,
    next: 'Choose the existing group, or type another name.',
    whenFailed: { next: 'Make a new request: choose the existing group, or type another name.' },
  },
  'group-name-not-allowed': {
    happened: (s: string) => `The naming policy of your organisation does not permit ${s}.`,
    next: 'Choose another name, or ask an administrator for the rules.',
    whenFailed: {
      next: 'Make a new request with another name, or ask an administrator for the rules.',
    },
  },
  'group-is-dynamic': {
    happened: (s: string) => `${s} fills itself by a rule.`,
    next: 'Nobody can be assigned to a dynamic group. Its owner can change the rule, or you choose another group.',
    whenFailed: {
      next: 'Nobody can be assigned to a dynamic group. The group owner can change the rule, then choose Try again. For another group, make a new request.',
    },
  },
  'group-is-synced': {
    happened: (s: string) => `${s} comes from Active Directory.`,
    next: 'Groups mastered on premises cannot be written back. An administrator can convert its source of authority to the cloud first.',
    whenFailed: {
      next: 'Groups mastered on premises cannot be written back. An administrator can convert its source of authority to the cloud, then choose Try again.',
    },
  },
  'group-is-role-assignable': {
    happened: (s: string) => `${s} can hold directory roles.`,
    next: 'Such groups are managed by privileged administrators only, not through access packages.',
  },
  'group-is-distribution': {
    happened: (s: string) => `${s} is a distribution or mail-enabled security group.`,
    next: 'Access packages and writeback work with Microsoft 365 and security groups. Choose another group.',
    whenFailed: {
      next: 'Access packages and writeback work with Microsoft 365 and security groups. Make a new request for another group.',
    },
  },
  'group-kind-not-writable': {
    happened: (s: string) =>
      `No writeback engine of your tenant can write ${s} to Active Directory.`,
    next: 'An administrator must set up the engine for this kind of group: Cloud Sync for security groups, Connect Sync for Microsoft 365 groups.',
  },
  'group-out-of-scope': {
    happened: (s: string) => `Cloud Sync does not write ${s} to Active Directory.`,
    next: 'An administrator must add the group to the scope of the Cloud Sync configuration in the Entra admin centre; I see the change within a minute.',
    whenFailed: {
      next: 'An administrator must add the group to the scope of the Cloud Sync configuration in the Entra admin centre, then choose Try again.',
    },
  },
  'job-paused': {
    happened: (s: string) => `Cloud Sync would write ${s} to Active Directory, but it is paused.`,
    next: 'An administrator must enable the Cloud Sync configuration in the Entra admin centre.',
    whenFailed: {
      next: 'An administrator must enable the Cloud Sync configuration in the Entra admin centre, then choose Try again.',
    },
  },
  'job-not-started': {
    happened: (s: string) =>
      `Cloud Sync would write ${s} to Active Directory, but it was never started.`,
    next: 'An administrator must finish and start the Cloud Sync configuration in the Entra admin centre.',
    whenFailed: {
      next: 'An administrator must finish and start the Cloud Sync configuration in the Entra admin centre, then choose Try again.',
    },
  },
  'writeback-off': {
    happened: () => 'Group writeback is switched off in your tenant.',
    next: 'An administrator must enable group writeback in Entra Connect Sync or Cloud Sync.',
  },
  'organizational-unit-missing': {
    happened: () => 'No organizational unit for written-back groups is configured.',
    next: 'An administrator must choose the organizational unit in Entra Connect.',
  },
  'already-member': {
    happened: (s: string) => `${s} is a member of this group already.`,
    next: 'There is nothing to request. If Active Directory does not show it, wait for the next sync cycle.',
  },
  'open-request-exists': {
    happened: (s: string) => `There is an open request for this group and ${s} already.`,
    next: 'Type "my requests" to see it.',
  },
  'too-many-open-requests': {
    happened: (s: string) => `Your open requests have reached the limit (${s}).`,
    next: 'When one of them has come to an end, you can send the next. Type "my requests" to see them: what nobody has decided yet you can cancel, or you ask its approvers to decide. Many memberships fit into one list, which counts as one. An administrator can raise the limit.',
  },
  'nobody-can-approve': {
    happened: (s: string) => `Too few people could approve this request (${s}).`,
    next: 'Requester and beneficiary never approve, nor do disabled accounts, nor, where the policy wants different people, whoever approves another stage. An administrator must name further approvers.',
    whenFailed: {
      next: 'Requester and beneficiary never approve, nor do disabled accounts, nor, where the policy wants different people, whoever approves another stage. An administrator must name further approvers, then choose Try again.',
    },
  },
  'too-many-approvers': {
    happened: (s: string) => `The approval policy asks more than 200 people here (${s}).`,
    next: 'Nobody would feel asked. An administrator must name a smaller group in the approval policy.',
    whenFailed: {
      next: 'Nobody would feel asked. An administrator must name a smaller group in the approval policy, then choose Try again.',
    },
  },
  'access-package-not-found': {
    happened: (s: string) => `I cannot find the access package ${s}.`,
    next: 'Choose one from the list, or let me choose.',
    whenFailed: {
      happened: (s: string) => `The access package ${s} no longer exists.`,
      next: 'Make a new request: choose another package, or let me choose.',
    },
  },
  'access-package-does-not-fit': {
    happened: (s: string) =>
      `The access package ${s} does not give membership of this group alone.`,
    next: 'Choose a package that gives membership of this group and nothing else, or let me choose: everybody in a package gets all that it gives, and this approval is for one group.',
    whenFailed: {
      next: 'Make a new request: choose a package that gives membership of this group and nothing else, or let me choose.',
    },
  },
  'access-package-holds-more': {
    happened: (s: string) =>
      `The access package ${s}, which I use for this group, gives more than its membership.`,
    next: 'Somebody has put something else into it. An administrator must take that out again in the Entra admin centre, under the resource roles of the package; then the request can be made again.',
    whenFailed: {
      next: 'Somebody has put something else into it, so nobody was assigned. An administrator must take that out again in the Entra admin centre, under the resource roles of the package, then choose Try again.',
    },
  },
  'input-not-valid': {
    happened: (s: string) => s,
    next: 'Correct the form and send it again.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
