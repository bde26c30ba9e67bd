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
  },
  'ticket-not-accepted': {
    happened: (s: string) => s,
    next: 'Enter the number of the ticket and send the form again.',
  },
  'duration-too-long': {
    happened: (s: string) => `For this access the approval policy permits at most ${s} days.`,
    next: 'Choose a shorter time and send the form again.',
  },
  'refused-by-policy': {
    happened: (s: string) => s,
    next: 'The approval policy of your organisation says so. An administrator can change it.',
  },
  'break-glass-off': {
    happened: (s: string) => `Emergency access to ${s} is not permitted.`,
    next: 'Make an ordinary request; its approvers are asked at once.',
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
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
