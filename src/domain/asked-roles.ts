import type { Approval } from './approval.ts';
import type { UserId } from './ids.ts';
import { findStageNeeding } from './needed-later.ts';
import { type Standing, standingOf } from './voting.ts';

export type AskedRole = 'asked' | 'has-voted' | 'voted-earlier' | 'needed-later';

/** What somebody is to the stage that is asked now; nothing when it does not ask them. */
export function askedRolesOf(approval: Approval, id: UserId, now: Date): readonly AskedRole[] {
  const standing = standingOf(approval, id, now);
  return standing === 'may-vote' && findStageNeeding(approval, id, now) !== undefined
    ? ['asked', 'needed-later']
    : rolesFor[standing];
}

const rolesFor: Readonly<Record<Standing, readonly AskedRole[]>> = {
  'not-asked': [],
  'may-vote': ['asked'],
  'has-voted': ['asked', 'has-voted'],
  'voted-earlier': ['asked', 'voted-earlier'],
};
