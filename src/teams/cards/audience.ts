import type { UserId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import type { CardKind } from '../../domain/ports.ts';
import type { Request, RequestState } from '../../domain/request.ts';

/** A card of a request that somebody has, or must get. */
export interface CardPlace {
  readonly recipient: Person;
  readonly kind: CardKind;
  /** `send`: it must exist. `update`: it is brought up to date where it exists already. */
  readonly duty: 'send' | 'update';
}

/**
 * Who has which card of a request: the requester always 'request', each approver 'approval' (new ones only while
 * somebody has to decide), and at the end 'outcome' to the requester and, when it is confirmed, to the beneficiary.
 * The requester's own card comes last, because it tells who could not be reached.
 */
export function audienceOf(request: Request): readonly CardPlace[] {
  const duty = request.state === 'awaiting-approval' ? 'send' : 'update';
  const approvers = unique(request.approvers).map(
    (recipient): CardPlace => ({ recipient, kind: 'approval', duty }),
  );
  return [
    ...approvers,
    ...outcomes(request),
    { recipient: request.requester, kind: 'request', duty: 'send' },
  ];
}

/** Whether the request has come to an end that somebody is told about by a new message. */
export function hasOutcome(request: Request): boolean {
  return ends.some((state) => state === request.state);
}

const ends = [
  'confirmed',
  'denied',
  'expired',
  'failed',
] as const satisfies readonly RequestState[];

function outcomes(request: Request): readonly CardPlace[] {
  const duty = hasOutcome(request) ? 'send' : 'update';
  const requester: CardPlace = { recipient: request.requester, kind: 'outcome', duty };
  const { beneficiary } = request;
  if (request.state !== 'confirmed' || beneficiary.id === request.requester.id) {
    return [requester];
  }
  return [requester, { recipient: beneficiary, kind: 'outcome', duty }];
}

function unique(people: readonly Person[]): readonly Person[] {
  const seen = new Set<UserId>();
  return people.filter(({ id }) => !seen.has(id) && seen.add(id).size > 0);
}
