import { createHash } from 'node:crypto';
import type { ConversationReference } from '../domain/ports.ts';
import type { PostedCard } from '../domain/posted-card.ts';
import type { Request } from '../domain/request.ts';
import type { UseCases } from '../setup/use-cases.ts';
import { type CardPlace, outcomeAt } from './cards/audience.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { approvalSentence } from './cards/sentences.ts';
import { optionsOf } from './cards/view.ts';
import { drawCard, unreachableFor } from './request-views.ts';
import { wordsFor } from './words/choose.ts';
import type { Words } from './words/words.ts';

export interface Draft {
  /** In the language of the recipient. */
  readonly words: Words;
  readonly request: Request;
  readonly place: CardPlace;
  readonly posted: readonly PostedCard[];
  readonly reference: ConversationReference | undefined;
  readonly appLink?: string | undefined;
}

export interface PostedView {
  readonly card: AdaptiveCard;
  /** The same for the same news in every language: who changes theirs is not told an outcome twice. */
  readonly hash: string;
}

/** A card as it stands in the 1:1 chat of its recipient. */
export function postedView(useCases: Pick<UseCases, 'rolesOf'>, draft: Draft): PostedView {
  return {
    card: draw(useCases, draft),
    hash: hashOf(draw(useCases, { ...draft, words: wordsFor(undefined) }), endOf(draft)),
  };
}

function draw(
  useCases: Pick<UseCases, 'rolesOf'>,
  { words, request, place, posted, reference, appLink }: Draft,
): AdaptiveCard {
  const { id } = place.recipient;
  const roles = useCases.rolesOf({ tenantId: request.tenantId, id }, request);
  const options = optionsOf(roles, request);
  const viewerIds =
    reference === undefined || options.length === 0 ? [] : [reference.channelUserId];
  const isRequesters = place.kind === 'request';
  const unreachable = isRequesters ? unreachableFor(id, request, posted) : [];
  const card = drawCard(place.kind, {
    words,
    request,
    audience: { kind: 'base', options, viewerIds },
    readerId: id,
    isAdministrator: roles.includes('administrator'),
    unreachable,
    appLink,
  });
  return place.kind === 'approval'
    ? { ...card, fallbackText: approvalSentence(words, request, id) }
    : card;
}

/** An outcome is news when the request has ended once more, not when something else has happened to it since. */
function endOf({ place, request }: Draft): Date | undefined {
  return place.kind === 'outcome' ? outcomeAt(request) : undefined;
}

/** Of a request that has ended the version that buttons carry says nothing; what counts is the end. */
function hashOf(card: AdaptiveCard, end: Date | undefined): string {
  const text = JSON.stringify(card, (key, value: unknown) =>
    key === 'version' && end !== undefined ? end : value,
  );
  return createHash('sha256').update(text).digest('base64url');
}
