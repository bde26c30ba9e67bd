import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What Active Directory and the sync engine answer. */
export const adviceOnPremises = {
  'directory-unreachable': {
    happened: () => 'No domain controller answers at the moment.',
    next: 'I keep looking. An administrator can check the connection to Active Directory.',
  },
  'directory-refused-credentials': {
    happened: () => 'Active Directory did not accept my account.',
    next: 'An administrator must renew the account that reads Active Directory.',
  },
  'directory-not-secure': {
    happened: () => 'The connection to Active Directory is not secure, so I do not use it.',
    next: 'An administrator must configure LDAPS with a certificate that I can verify.',
  },
  'sync-unreachable': {
    happened: () => 'I cannot see the schedule of the sync engine at the moment.',
    next: 'The confirmation still arrives; only the expected time is unknown.',
  },
  'sync-start-not-available': {
    happened: () => 'I cannot start a sync from here.',
    next: 'The next cycle takes everything along. An administrator can start one on the sync server, or connect me to it.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
