import { askedNow } from '../../domain/approval.ts';
import { type Action, findRefusal, type Role } from '../../domain/authority.ts';
import type { UserId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import type { Request } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import type { Color } from './elements.ts';

/** What the policy is asked about for each button, in the order of the buttons. */
const actions = {
  approve: 'approve',
  deny: 'deny',
  claim: 'claim',
  unclaim: 'unclaim',
  cancel: 'cancel',
  retry: 'retry',
  attest: 'attest',
  'sync-now': 'sync-now',
  justified: 'review',
  'not-justified': 'review',
} as const satisfies Readonly<Record<Option, Action>>;

const options = [
  'approve',
  'deny',
  'claim',
  'unclaim',
  'cancel',
  'retry',
  'attest',
  'sync-now',
  'justified',
  'not-justified',
] as const;

/** What somebody may do to a request, as buttons. */
export type Option = (typeof options)[number];

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
  /** In the reader's language. */
  readonly words: Words;
  readonly request: Request;
  readonly audience: Audience;
  /** Whose card it is, where it is one person's: it says then why they are asked. */
  readonly readerId?: UserId | undefined;
  /** Whether the reader may see inner names and ways into the portal. */
  readonly isAdministrator?: boolean | undefined;
  /** What an approver may give at most where no end was asked for. */
  readonly maximumDays?: number | undefined;
  /** Those who could not be reached; told to the requester. */
  readonly unreachable?: readonly Person[] | undefined;
  /** Where somebody adds the app, to be passed on to those. */
  readonly appLink?: string | undefined;
  readonly notice?: Notice | undefined;
  /** Whether it is a view of one's own on a card that others see too. */
  readonly isAmongOthers?: boolean | undefined;
  /** The comment somebody had typed when the click did not work out. */
  readonly comment?: string | undefined;
  /** Whether a denial waits for its comment. */
  readonly isCommentMissing?: boolean | undefined;
}

/** What the panel on top of a request's card says. Escaped. */
export interface StateWords {
  readonly style: Color | 'emphasis';
  readonly headline: string;
  readonly lines?: readonly string[];
}

/** The buttons for somebody with these roles; the one policy of domain/authority.ts decides. */
export function optionsOf(roles: readonly Role[], request: Request): readonly Option[] {
  return options.filter(
    (option) =>
      findRefusal(roles, actions[option], request) === undefined && isOfUse(option, roles, request),
  );
}

/** To say "I'm on it" helps where others are asked who have not heard it yet, and where one can approve. */
function isOfUse(option: Option, roles: readonly Role[], { approval }: Request): boolean {
  const isDone = (['claimant', 'has-voted', 'needed-later'] as const).some((role) =>
    roles.includes(role),
  );
  return option !== 'claim' || (!isDone && askedNow(approval).length > 1);
}
