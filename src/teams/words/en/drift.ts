import type { DriftFinding } from '../../../domain/drift-finding.ts';
import type { DriftFix } from '../../../domain/drift-fix.ts';
import { plural } from '../counting.ts';

/** Where Active Directory is not as Entra says. */
export const drift = {
  title: 'Active Directory differs from Entra',
  compared: 'Entra and Active Directory compared',
  news: (count: number) =>
    plural('en', count, { one: 'One new difference', other: `${count} new differences` }),
  all: (count: number) =>
    plural('en', count, { one: 'One difference', other: `${count} differences` }),
  none: 'At the last look Active Directory matched Entra.',
  notYet: 'I have not compared Entra and Active Directory yet.',
  nothingCompared: 'At the last look there was no group that I could compare.',
  lastLook: (moment: string, groups: number) =>
    plural('en', groups, {
      one: `Last look: ${moment}, at one group`,
      other: `Last look: ${moment}, at ${groups} groups`,
    }),
  unread: (count: number) =>
    plural('en', count, {
      one: 'One group could not be compared.',
      other: `${count} groups could not be compared.`,
    }),
  off: 'The daily comparison is switched off (DRIFT_WATCH=off).',
  impossible:
    'I compare nothing, because I cannot read whole groups in Active Directory; that takes AD_MODE=direct.',
  administratorsOnly: 'Only administrators of Writeback can see this. Ask one of them.',
  promise: 'I only look. Nothing of what follows has been run.',
  since: (moment: string) => `since ${moment}`,
  fix: (place: string) => `To mend it, ${place}:`,
  places: {
    'active-directory': 'for an administrator of Active Directory',
    'sync-server': 'on the Entra Connect server',
    entra: 'for an administrator of Entra',
  } satisfies Readonly<Record<DriftFix['runOn'], string>>,
  findings: {
    'member-added': (what: string) => `${what} was added in Active Directory by hand.`,
    'member-removed': (what: string) => `${what} was removed in Active Directory by hand.`,
    'member-missing': (what: string) => `${what} is in Entra and not in Active Directory.`,
    'writeback-off': () => 'Its writeback was switched off, so no change reaches Active Directory.',
    moved: (what: string) => `It was moved out of the target OU: ${what}`,
    'wrong-type': (what: string) => `Its kind in Active Directory was changed: groupType ${what}.`,
    'group-missing': () => 'It is not in Active Directory.',
    'group-ambiguous': (what: string) => `More than one object could be it: ${what}`,
    'group-orphaned': (what: string) => `It is gone from Entra and still there: ${what}`,
  } satisfies Readonly<Record<DriftFinding['kind'], (what: string) => string>>,
  /** Where a group has more differences, or there are more groups, than a card holds. */
  more: (count: number) =>
    plural('en', count, {
      one: 'One more is not shown here. “npm run drift” shows everything.',
      other: `${count} more are not shown here. “npm run drift” shows everything.`,
    }),
} as const;
