import type { Proof, Request } from '../../domain/request.ts';
import { texts } from '../texts.ts';
import { saidPlain } from './escape.ts';

/** One line for notifications, screen readers and clients without cards. Plain text. */
export function requestSentence(request: Request): string {
  const person = saidPlain(request.beneficiary.displayName, 60);
  const group = saidPlain(request.plan.group.displayName, 60);
  return `${request.id}: ${texts.request.forWhom(person, group)}, ${texts.listStates[request.state]}`;
}

/** What an approver's notification says. Plain text. */
export function approvalSentence(request: Request): string {
  if (request.state !== 'awaiting-approval') {
    return requestSentence(request);
  }
  const requester = saidPlain(request.requester.displayName, 60);
  return `${texts.request.asks(requester)}. ${requestSentence(request)}`;
}

/** How a request ended. Plain text. */
export function outcomeSentence(request: Request): string {
  const person = saidPlain(request.beneficiary.displayName, 60);
  const group = saidPlain(request.plan.group.displayName, 60);
  const words = texts.outcome;
  switch (request.state) {
    case 'confirmed':
      return confirmedTitle(request.proof)(person, group);
    case 'denied':
      return words.denied(group);
    case 'failed':
      return words.failed(group);
    case 'awaiting-approval':
    case 'cancelled':
    case 'setting-up':
    case 'delivering':
    case 'awaiting-membership':
    case 'awaiting-sync':
      return words.retrying(group);
  }
}

/** Only what Active Directory itself has shown is told as a fact. */
export function confirmedTitle({ kind }: Proof): (person: string, group: string) => string {
  return kind === 'ldap' ? texts.outcome.confirmed : texts.outcome.attested;
}
