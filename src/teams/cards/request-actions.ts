import { groupIdOf, isOpen, type Request } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { type Action, type AdaptiveCard, type Execute, execute, refresh } from './elements.ts';
import type { Option, RequestView } from './view.ts';
import { whyButton } from './why-button.ts';

/** All that a button carries: which request, and which version of it was seen. */
export function requestData({ id, version }: Request): Readonly<Record<string, string | number>> {
  return { requestId: id, version };
}

/**
 * A personal view has its buttons; the card that everybody sees has one that asks for the reader's own. Where there is
 * nothing to do but wait, the card can be brought up to date, also one that was only asked for by "status".
 */
export function requestActions(view: RequestView): readonly Action[] {
  const { words, request, audience } = view;
  const data = requestData(request);
  const why = [...keepButton(view), ...whyButton(words, request), ...listButton(view)];
  if (audience.kind === 'personal' && audience.options.length > 0) {
    const options = audience.options.map((option) => optionAction(words, option, request));
    return [...options, ...againButton(view), ...why];
  }
  if (audience.options.length > 0) {
    return [execute(words.buttons.showOptions, 'view', { data }), ...why];
  }
  return isFinal(request)
    ? [...againButton(view), ...why]
    : [execute(words.buttons.refresh, 'view', { data }), ...why];
}

/** Once a request is over, those whom it was about can ask for the same once more. */
function againButton({ words, request, readerId }: RequestView): readonly Action[] {
  const isOwn = readerId === request.requester.id || readerId === request.beneficiary.id;
  return isFinal(request) && isOwn
    ? [execute(words.buttons.again, 'again', { data: requestData(request) })]
    : [];
}

/** Whoever has asked for a group may want to ask for it often. Their own list alone is changed, in their own view. */
function keepButton({ words, request, audience, readerId }: RequestView): readonly Action[] {
  const isTheirs = audience.kind === 'personal' && readerId === request.requester.id;
  if (!isTheirs || groupIdOf(request) === undefined) {
    return [];
  }
  const data = requestData(request);
  return [
    execute(words.favourites.keepThis, 'favourite-keep-asked', { data, associatedInputs: 'none' }),
  ];
}

/** Back to the list that the request is a line of, for those who have that list. */
function listButton({ words, request, audience, readerId }: RequestView): readonly Action[] {
  const { batch, requester, approvers, createdAt } = request;
  const isTheirs = readerId === requester.id || approvers.some(({ id }) => id === readerId);
  if (batch === undefined || audience.kind !== 'personal' || !isTheirs) {
    return [];
  }
  const data = { batchId: batch.id, page: 0, seenAt: createdAt.getTime() };
  return [execute(words.list.open(batch.id), 'list-view', { data, associatedInputs: 'none' })];
}

/** Lets those who have a view of their own fetch it as soon as they see the card. */
export function refreshOf({ words, request, audience }: RequestView): AdaptiveCard['refresh'] {
  const viewerIds = audience.kind === 'base' ? audience.viewerIds : [];
  const action = { title: words.buttons.refresh, verb: 'view', data: requestData(request) };
  return viewerIds.length === 0 ? undefined : refresh(action, viewerIds);
}

const styles: Readonly<Partial<Record<Option, Execute['style']>>> = {
  approve: 'positive',
  attest: 'positive',
  justified: 'positive',
  deny: 'destructive',
  'not-justified': 'destructive',
};

/** A decision says as well which plan was shown, so that it never counts for another one. */
function optionAction(words: Words, option: Option, request: Request): Action {
  const style = styles[option];
  const { planHash } = request.approval;
  const isDecision = option === 'approve' || option === 'deny';
  const data = { ...requestData(request), ...(isDecision ? { planHash } : {}) };
  return execute(words.buttons[option], option, {
    data,
    ...(style === undefined ? {} : { style }),
  });
}

function isFinal(request: Request): boolean {
  return !isOpen(request);
}
