import { askedNow } from '../../domain/approval.ts';
import type { UserId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import type { CardKind } from '../../domain/posted-card.ts';
import type { Request, RequestState } from '../../domain/request.ts';
import { isInForce } from '../../domain/voting.ts';
import { breakGlassPlaces } from './break-glass-places.ts';

/** A card of a request that somebody has, or must get. */
export interface CardPlace {
  readonly recipient: Pick<Person, 'id' | 'preferredLanguage'>;
  readonly kind: CardKind;
  /** `send`: it must exist. `update`: it is brought up to date where it exists already. */
  readonly duty: 'send' | 'update';
}

/**
 * Who has which card of a request: the requester always 'request', each approver 'approval' (new ones only while
 * somebody has to decide), and at the end 'outcome' to the requester and, when it is confirmed, to the beneficiary.
 * For a line of a list the list has these cards, and only the beneficiary is told by one of the request's own.
 * The requester's own card comes last, because it tells who could not be reached.
 */
export function audienceOf(
  request: Request,
  administrators: readonly UserId[] = [],
): readonly CardPlace[] {
  if (request.batch !== undefined) {
    return outcomes(request).filter(({ recipient }) => recipient.id !== request.requester.id);
  }
  return [
    ...(request.approval.breakGlass === undefined
      ? approvers(request)
      : breakGlassPlaces(request, administrators)),
    ...outcomes(request),
    { recipient: request.requester, kind: 'request', duty: 'send' },
  ];
}

function approvers(request: Request): readonly CardPlace[] {
  return unique(request.approvers).map((recipient) => ({
    recipient,
    kind: 'approval',
    duty: dutyTo(recipient, request),
  }));
}

/** Who is not asked any more, or was a deputy, keeps what they have and gets no card late. */
function dutyTo({ id }: Person, { state, approval, updatedAt }: Request): CardPlace['duty'] {
  const isAsked = askedNow(approval).some(
    (seat) => seat.person.id === id && isInForce(seat, updatedAt),
  );
  return state === 'awaiting-approval' && isAsked ? 'send' : 'update';
}

/** Whether the request has come to an end that somebody is told about by a new message. */
export function hasOutcome(request: Request): boolean {
  return ends.some((state) => state === request.state);
}

/** When it came to that end, which tells it from another end after another try. */
export function outcomeAt(request: Request): Date | undefined {
  if (request.state === 'confirmed') {
    return request.proof.checkedAt;
  }
  if (request.state === 'denied') {
    return request.decision.at;
  }
  return request.state === 'expired' || request.state === 'failed' ? request.at : undefined;
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
