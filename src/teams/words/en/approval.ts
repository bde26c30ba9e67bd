import { plural } from '../counting.ts';

/** What a card says of the way to a decision. */
export const approval = {
  title: 'Approval',
  rule: 'Rule',
  ticket: 'Ticket',
  waitingForSome: (count: number, who: string) => `Waiting for ${count} of ${who} to decide`,
  waitingForAll: (who: string) => `Waiting for all of them to decide: ${who}`,
  waitingForBoth: (who: string) => `Waiting for both ${who} to decide`,
  expires: (moment: string) => `Without a decision it ends ${moment}.`,
  claimed: (who: string, moment: string) => `${who} is on it, since ${moment}.`,
  youClaimed: (moment: string) => `You are on it, since ${moment}.`,
  youApproved: (moment: string) => `You approved this, ${moment}. It still needs others.`,
  neededLater: (stage: string) =>
    `You do not approve here, because a later stage needs you and nobody approves twice. Yours is this one: ${stage}.`,
  left: 'You are no longer asked here, because you have left the group or the role for which you were.',
  reminder: (moment: string) => `Reminder: this has been waiting since ${moment}.`,
  reminds: (asks: string) => `Reminder. ${asks}`,
  escalated: (who: string, moment: string) =>
    `Nobody decided for too long, so since ${moment} these are asked as well: ${who}.`,
  stage: (number: number, count: number, name: string) => `Stage ${number} of ${count}: ${name}`,
  given: (given: number, need: number) =>
    plural('en', need, {
      one: `${given} of 1 approval`,
      other: `${given} of ${need} approvals`,
    }),
  marks: { done: '✓', asked: '◐', later: '○', ended: '✕' },
  voted: (who: string, moment: string) => `✓ ${who} approved, ${moment}`,
  votedFor: (who: string, approver: string, moment: string) =>
    `✓ ${who} approved for ${approver}, ${moment}`,
  votedWith: (vote: string, quote: string) => `${vote}: ${quote}`,
  unanswered: (who: string) => `No answer yet: ${who}`,
  neverAnswered: (who: string) => `No answer: ${who}`,
  comesLater: (who: string) => `Asked afterwards: ${who}`,
  standsIn: (deputy: string, approver: string, lastDay: string) =>
    `${deputy} stands in for ${approver} until ${lastDay}`,
  shortened: (now: string, asked: string, who: string) =>
    `${now} (asked for: ${asked}; made shorter by ${who})`,
  duration: 'For how long',
  asAsked: (duration: string) => `As asked: ${duration}`,
  because: {
    named: 'You are asked because the approval policy names you.',
    groupMember: (group: string) => `You are asked because you are a member of ${group}.`,
    manager: (who: string) => `You are asked because you are the manager of ${who}.`,
    /** Of a review. */
    administrator: 'You are asked as an administrator, because too few others could approve this.',
    managerFallback: (who: string) =>
      `You are asked because ${who} has no manager who could decide.`,
    catalogOwner: (catalog: string) => `You are asked because you own the catalog ${catalog}.`,
    packageManager: (catalog: string) =>
      `You are asked because you manage the access packages of the catalog ${catalog}.`,
    deputy: (who: string, lastDay: string) =>
      `You are asked because you stand in for ${who} until ${lastDay}.`,
  },
  returned: 'The plan has changed, so this has come back to be approved again',
  returnedBody: (moment: string) =>
    `It had been approved, but when the work was to begin, ${moment}, something was no longer as approved. Nothing was changed. What is different is marked with ⚠ below.`,
  returns: (asks: string) => `Changed since it was approved. ${asks}`,
  writeback: { on: 'on', off: 'off', undetermined: 'not decided' },
  changed: (before: string, after: string) => `⚠ Changed: ${before} → ${after}`,
  newerBelow: 'There is a newer message about this request further down.',
  showHere: 'Show it here',
} as const;
