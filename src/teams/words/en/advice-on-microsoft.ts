import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What Microsoft Graph and entitlement management answer. */
export const adviceOnMicrosoft = {
  'graph-permission-missing': {
    happened: () => 'Microsoft Graph does not let me do this.',
    next: 'An administrator must grant the bot the permission named in the details, then choose Try again.',
  },
  'graph-credentials-refused': {
    happened: () => 'Microsoft Entra did not accept my credentials.',
    next: "An administrator must renew the bot's certificate or secret, then choose Try again.",
  },
  'graph-unreachable': {
    happened: () => 'Microsoft Graph does not answer at the moment.',
    next: 'Nothing is lost. Try again in a few minutes.',
  },
  'graph-throttled': {
    happened: () => 'Microsoft Graph is asking me to slow down.',
    next: 'Nothing is lost. Try again in a few minutes.',
  },
  'graph-outcome-unknown': {
    happened: () => 'Microsoft Graph took an order but did not say whether it was carried out.',
    next: 'I look before I repeat anything. Try again in a few minutes.',
  },
  'graph-refused': {
    happened: () => 'Microsoft Graph refused the order.',
    next: 'An administrator finds the reason in the details.',
  },
  'licence-missing': {
    happened: () => 'The tenant has no licence for entitlement management.',
    next: 'An administrator must assign Microsoft Entra ID P2 or Governance; a new licence takes up to eight hours to count.',
  },
  'not-visible-yet': {
    happened: () => 'A new object is not visible everywhere yet.',
    next: 'Microsoft Entra needs some minutes to copy it. Choose Try again later.',
  },
  'not-resource-owner': {
    happened: () => 'I may not add this group to a catalog.',
    next: 'An administrator must grant the bot Group.ReadWrite.All or make it an owner of the group, then choose Try again.',
  },
  'policy-needs-approval': {
    happened: () => 'Every policy of this access package asks for another approval.',
    next: 'An administrator must add a policy without approval for direct assignment.',
  },
  'assignment-failed': {
    happened: () => 'Entitlement management could not deliver the assignment.',
    next: 'An administrator can reprocess it in the Entra admin centre, or choose Try again here.',
  },
  'assignment-ended': {
    happened: () => 'The assignment was removed before it reached Active Directory.',
    next: 'If the access is still needed, make a new request.',
  },
  'writeback-refused': {
    happened: () => 'Microsoft Graph refused to switch on writeback for this group.',
    next: 'An administrator finds the reason in the details.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
