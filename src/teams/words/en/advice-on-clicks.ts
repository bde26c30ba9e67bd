import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What happens when people decide, click and are written to. */
export const adviceOnClicks = {
  'catalog-not-found': {
    happened: () => 'I cannot find that catalog among those you own or manage.',
    next: 'Type "catalogs" to see yours.',
  },
  'catalog-name-taken': {
    happened: (s: string) => `There is a catalog called ${s} already.`,
    next: 'Choose another name, or open the existing catalog.',
  },
  'catalog-last-owner': {
    happened: (s: string) => `Nobody would own the catalog ${s} any more.`,
    next: 'Make somebody else an owner first. An administrator of Writeback can take back the last one.',
  },
  'group-not-owned': {
    happened: (s: string) => `You do not own the group ${s}.`,
    next: 'Owners of a catalog add groups that they own themselves. Ask the group owner to add you as one, or an administrator of Writeback to add the group.',
  },
  'request-not-found': {
    happened: () => 'I cannot find that request.',
    next: 'Type "my requests" to see yours.',
  },
  'not-allowed': {
    happened: () => 'You may not do this.',
    next: 'Ask one of the people named on the card.',
  },
  'own-request': {
    happened: () => 'You may not decide on a request of your own or for yourself.',
    next: 'One of the other approvers has to decide.',
  },
  'already-decided': {
    happened: () => 'This request has been decided in the meantime.',
    next: 'The card now shows how it stands.',
  },
  'request-changed': {
    happened: () => 'This request has changed in the meantime.',
    next: 'The card now shows how it stands; please look again.',
  },
  'person-not-reachable': {
    happened: (s: string) => `I cannot write to ${s}.`,
    next: 'They have to add the Writeback app in Teams first.',
  },
  defect: {
    happened: () => 'Something went wrong on my side.',
    next: 'Nothing was lost. An administrator finds the reason in the log under the number of this request.',
  },
  'reason-not-accepted': {
    happened: (s: string) => s,
    next: 'Say it in the reason and send the form again.',
    whenFailed: {
      next: 'What is to be changed is no longer as it was approved, and another rule counts for it now. Make a new request that keeps to it.',
    },
  },
  'ticket-not-accepted': {
    happened: (s: string) => s,
    next: 'Enter the number of the ticket and send the form again.',
    whenFailed: {
      next: 'What is to be changed is no longer as it was approved, and another rule counts for it now. Make a new request that keeps to it.',
    },
  },
  'duration-too-long': {
    happened: (s: string) => `For this access the approval policy permits at most ${s} days.`,
    next: 'Choose a shorter time and send the form again.',
    whenFailed: {
      next: 'What is to be changed is no longer as it was approved, and another rule counts for it now. Make a new request that keeps to it.',
    },
  },
  'refused-by-policy': {
    happened: (s: string) => s,
    next: 'The approval policy of your organisation says so. An administrator can change it.',
    whenFailed: {
      next: 'What is to be changed is no longer as it was approved, and the approval policy of your organisation refuses it now. An administrator can change the policy, then choose Try again.',
    },
  },
  'break-glass-off': {
    happened: (s: string) => `Emergency access to ${s} is not permitted.`,
    next: 'Make an ordinary request; its approvers are asked at once.',
  },
  'break-glass-unreviewed': {
    happened: (s: string) =>
      `Your emergency access ${s} has not been reviewed yet, and until then there is no other.`,
    next: 'Ask one of those who were told of it to review it, or make an ordinary request; its approvers are asked at once.',
  },
  'break-glass-new-group': {
    happened: (s: string) =>
      `${s} does not exist yet, and emergency access creates no group: its owner would stay when the hours are over.`,
    next: 'Choose a group that exists, or make an ordinary request; its approvers are asked at once.',
  },
  'break-glass-under-way': {
    happened: (s: string) => `${s} is under way already and gives the same membership.`,
    next: 'Emergency access would not be any faster. Whoever made that request or is to get the access can type "why" and its number to read what it waits for.',
  },
  'not-asked-now': {
    happened: () => 'You are not asked at this stage.',
    next: 'Those who are asked now are named on the card.',
  },
  'already-approved': {
    happened: () => 'Your approval counts already.',
    next: 'You need do nothing more. If further approvals are needed, they have to come from others.',
  },
  'approved-earlier-stage': {
    happened: () => 'You approved an earlier stage of this request.',
    next: 'This stage needs somebody else. Those who are asked are named on the card.',
  },
  'needed-later': {
    happened: (s: string) => `A later stage of this request needs you (${s}).`,
    next: 'It has nobody else, and nobody approves twice. Please leave this stage to one of the others who are named on the card.',
  },
  'no-longer-approver': {
    happened: () => 'You no longer belong to those who decide on this request.',
    next: 'You have left the group or the role for which you were asked. Those who are asked are named on the card; an administrator can put it right.',
  },
  'approval-expired': {
    happened: () => 'The time for deciding on this request is over.',
    next: 'Nothing was decided. Whoever still needs the access makes a new request.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
