import type { Request } from '../../domain/request.ts';
import { texts } from '../texts.ts';
import { type Action, type Element, type Execute, execute } from './elements.ts';
import { limits } from './limits.ts';
import type { Option, RequestView } from './view.ts';

/** All that a button carries: which request, and which version of it was seen. */
export function requestData({ id, version }: Request): Readonly<Record<string, string | number>> {
  return { requestId: id, version };
}

/**
 * A personal view has its buttons; the card that everybody sees has one that asks for the reader's own. Where there is
 * nothing to do but wait, the card can be brought up to date, also one that was only asked for by "status".
 */
export function requestActions({ request, audience }: RequestView): readonly Action[] {
  const data = requestData(request);
  if (audience.kind === 'personal' && audience.options.length > 0) {
    return audience.options.map((option) => optionAction(option, data));
  }
  if (audience.options.length > 0) {
    return [execute(texts.buttons.showOptions, 'view', { data })];
  }
  return isFinal(request) ? [] : [execute(texts.buttons.refresh, 'view', { data })];
}

/** The field that goes along with Approve and Deny. */
export function commentInput({ audience, comment }: RequestView): readonly Element[] {
  if (audience.kind === 'base' || !audience.options.includes('deny')) {
    return [];
  }
  return [
    {
      type: 'Input.Text',
      id: 'comment',
      label: texts.request.comment,
      placeholder: texts.request.commentHint,
      isMultiline: true,
      maxLength: limits.comment,
      spacing: 'medium',
      ...(comment === undefined ? {} : { value: comment }),
    },
  ];
}

const styles: Readonly<Partial<Record<Option, Execute['style']>>> = {
  approve: 'positive',
  attest: 'positive',
  deny: 'destructive',
};

function optionAction(option: Option, data: Execute['data']): Action {
  const style = styles[option];
  return execute(texts.buttons[option], option, {
    data,
    ...(style === undefined ? {} : { style }),
  });
}

function isFinal({ state }: Request): boolean {
  return state === 'confirmed' || state === 'denied' || state === 'cancelled' || state === 'failed';
}
