import { isOpen, type Request } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { type Action, type AdaptiveCard, type Execute, execute, refresh } from './elements.ts';
import type { Option, RequestView } from './view.ts';

/** All that a button carries: which request, and which version of it was seen. */
export function requestData({ id, version }: Request): Readonly<Record<string, string | number>> {
  return { requestId: id, version };
}

/**
 * A personal view has its buttons; the card that everybody sees has one that asks for the reader's own. Where there is
 * nothing to do but wait, the card can be brought up to date, also one that was only asked for by "status".
 */
export function requestActions({ words, request, audience }: RequestView): readonly Action[] {
  const data = requestData(request);
  if (audience.kind === 'personal' && audience.options.length > 0) {
    return audience.options.map((option) => optionAction(words, option, request));
  }
  if (audience.options.length > 0) {
    return [execute(words.buttons.showOptions, 'view', { data })];
  }
  return isFinal(request) ? [] : [execute(words.buttons.refresh, 'view', { data })];
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
