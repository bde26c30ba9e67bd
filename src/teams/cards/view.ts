import { findRefusal, type Role } from '../../domain/authority.ts';
import type { Person } from '../../domain/person.ts';
import type { Request } from '../../domain/request.ts';

/** What somebody may do to a request, as buttons. */
export type Option = 'approve' | 'deny' | 'cancel' | 'retry' | 'attest';

const all = ['approve', 'deny', 'cancel', 'retry', 'attest'] as const satisfies readonly Option[];

/** A sentence on top of a card about what the reader has just tried; escaped. */
export interface Notice {
  readonly style: 'warning' | 'attention';
  readonly text: string;
}

/**
 * What a card of a request is drawn from. `base` is what is posted and what everybody in the conversation would
 * see: no guarded action; `viewerIds` are the Teams ids of those who have a different view and fetch it.
 * `personal` is one person's view, given as the answer to a click of theirs.
 */
export type Audience =
  | {
      readonly kind: 'base';
      readonly options: readonly Option[];
      readonly viewerIds: readonly string[];
    }
  | { readonly kind: 'personal'; readonly options: readonly Option[] };

export interface RequestView {
  readonly request: Request;
  readonly audience: Audience;
  /** Those who could not be reached; told to the requester. */
  readonly unreachable?: readonly Person[] | undefined;
  readonly notice?: Notice | undefined;
  /** The comment somebody had typed when the click did not work out. */
  readonly comment?: string | undefined;
}

/** The buttons for somebody with these roles; the one policy of domain/authority.ts decides. */
export function optionsOf(roles: readonly Role[], request: Request): readonly Option[] {
  return all.filter((option) => findRefusal(roles, option, request) === undefined);
}
