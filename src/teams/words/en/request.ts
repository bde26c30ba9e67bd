import type { Owner } from '../../../domain/advice.ts';
import type { LegName } from '../../../domain/legs.ts';
import type { LastLook } from '../../../domain/request.ts';

export const request = {
  forWhom: (person: string, group: string) => `${person} in ${group}`,
  asks: (requester: string) => `${requester} asks for your decision`,
  number: (id: string) => `Request ${id}`,
  for: 'For',
  requestedBy: 'Asked by',
  asked: (who: string, moment: string) => `${who}, ${moment}`,
  reason: 'Reason',
  duration: 'Duration',
  decided: 'Decision',
  quoted: (words: string) => `“${words}”`,
  decidedWith: (decision: string, quote: string) => `${decision}: ${quote}`,
  /** A whole request in one line of plain text. */
  sentence: (id: string, who: string, state: string) => `${id}: ${who}, ${state}`,
  asksFor: (asks: string, sentence: string) => `${asks}. ${sentence}`,
  progressTitle: 'The way to Active Directory',
  comment: 'Comment (needed to deny)',
  commentHint: 'The requester will read it',
  commentMissing:
    'Say why you deny: the requester will read it. Write a comment, then choose Deny.',
} as const;

export const states = {
  awaitingApproval: (who: string) => `Waiting for ${who} to decide`,
  settingUp: 'Approved. I am setting it up.',
  delivering: 'Approved and set up. Entitlement management is assigning the package.',
  awaitingMembership: 'Assigned. Waiting for the membership to show in Entra.',
  awaitingSync: 'In Entra. Waiting for the sync to Active Directory.',
  confirmed: 'Done: Active Directory shows the membership.',
  attested: (who: string) => `Done: ${who} confirmed the membership in Active Directory.`,
  denied: (who: string) => `Denied by ${who}`,
  deniedFor: (who: string, approver: string) => `Denied by ${who} for ${approver}`,
  cancelled: (who: string) => `Cancelled by ${who}`,
  expired: 'Nobody decided in time, so this request has expired.',
  stoppedAt: (step: string) => `Stopped at the step “${step}”`,
  stoppedWaiting: 'Stopped on the way to Active Directory',
} as const;

export const listStates = {
  'awaiting-approval': 'waiting for approval',
  denied: 'denied',
  cancelled: 'cancelled',
  expired: 'expired',
  'setting-up': 'being set up',
  delivering: 'being assigned',
  'awaiting-membership': 'waiting for Entra',
  'awaiting-sync': 'waiting for the sync',
  confirmed: 'in Active Directory',
  failed: 'stopped',
} as const;

export const legs = {
  assigned: 'Assigned in entitlement management',
  'member-in-entra': 'Member in Microsoft Entra',
  exported: 'Exported by the sync',
  'member-in-ad': 'Member in Active Directory',
} satisfies Readonly<Record<LegName, string>>;

export const legStates = {
  pending: ['○', 'waiting'],
  working: ['◐', 'under way'],
  done: ['✓', 'done'],
  failed: ['✕', 'failed'],
  unknown: ['?', 'cannot be seen'],
  'not-reached': ['○', 'not reached'],
} as const;

export const findings = {
  'not-member': 'Active Directory does not show the membership yet.',
  'group-missing': 'The group is not in Active Directory yet.',
  'user-missing': 'I cannot find the person in Active Directory yet.',
  'group-ambiguous':
    'More than one object in Active Directory could be the group. An administrator should look.',
  'user-ambiguous':
    'More than one account in Active Directory could be the person. An administrator should look.',
  'not-verifiable':
    'I cannot look into Active Directory here. An approver or administrator who has looked can confirm.',
  'directory-unreachable': 'No domain controller answered at the last look. I keep looking.',
  'sync-disabled': 'The sync is switched off. An administrator must switch it on.',
  'sync-suspended': 'The sync is suspended. An administrator must start it again.',
  'sync-staging':
    'The sync server is in staging mode and writes nothing. An administrator should look.',
  'waiting-for-cycle': 'No sync cycle has begun since the membership reached Entra.',
} satisfies Readonly<Record<LastLook['finding'], string>>;

export const times = {
  doneIn: (span: string) => `done in ${span}`,
  altogether: (span: string) => `Altogether ${span} from the approval to the proof.`,
  since: (moment: string) => `since ${moment}`,
  lastLook: (moment: string) => `Last look ${moment}.`,
  approvedBy: (who: string, moment: string) => `Approved by ${who}, ${moment}`,
  deniedBy: (who: string, moment: string) => `Denied by ${who}, ${moment}`,
  cancelledBy: (who: string, moment: string) => `Cancelled by ${who}, ${moment}`,
} as const;

export const notices = {
  /** A second click of the same person. */
  approvedYourself: (moment: string) => `You approved this yourself, ${moment}.`,
  deniedYourself: (moment: string) => `You denied this yourself, ${moment}.`,
  approvedBefore: (who: string, moment: string) => `${who} approved this, ${moment}, before you.`,
  deniedBefore: (who: string, moment: string) => `${who} denied this, ${moment}, before you.`,
  notCancelled: {
    approved: (who: string, moment: string) =>
      `Nothing was cancelled: that is possible until somebody decides, and ${who} had approved it, ${moment}.`,
    denied: (who: string, moment: string) =>
      `Nothing was cancelled: ${who} had denied it, ${moment}.`,
    emergency: (moment: string) =>
      `Nothing was cancelled: emergency access cannot be cancelled. It ends by itself about ${moment}.`,
    over: 'Nothing was cancelled: this request was over already.',
    notYours: (who: string) =>
      `Nothing was cancelled: only ${who}, who asked for it, or an administrator can cancel it.`,
  },
  unreachable: (who: string) =>
    `I cannot write to ${who}. They do not have the Writeback app in Teams, or it is blocked for them. As soon as they have it, they get this request.`,
  passOn: (link: string) => `Send them this link, with which they can add it: ${link}`,
  mender: (owner: string) => `Who can mend this: ${owner}.`,
  done: 'Done. The card shows how it stands now.',
} as const;

export const owners = {
  you: 'you',
  'the approver': 'the approver',
  'the group owner': 'the group owner',
  'an administrator': 'an administrator',
  nobody: 'nobody',
} satisfies Readonly<Record<Owner, string>>;
