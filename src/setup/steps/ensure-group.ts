import type { Group, NewGroupKind } from '../../domain/group.ts';
import type { RequestId, UserId } from '../../domain/ids.ts';
import type { GroupChoice } from '../../domain/plan.ts';
import type { Directory } from '../../domain/ports.ts';
import { Problem } from '../../domain/problem.ts';
import { notVisibleYet } from '../patience.ts';
import type { StepResult } from './step.ts';

export interface GroupWish {
  readonly requestId: RequestId;
  readonly choice: GroupChoice;
  /** Of a group to be created; a Microsoft 365 group when absent. */
  readonly kind?: NewGroupKind | undefined;
  readonly reason: string;
  readonly ownerId: UserId;
}

/**
 * Step 1: create the group, or pick the one that exists. It is a Microsoft 365 group as on the page that this follows,
 * and a security group where Cloud Sync is the only engine, because that writes no other. The unique name made of the request's id
 * lets the creation happen once, whatever happens in between.
 * https://learn.microsoft.com/graph/api/group-upsert
 */
export async function ensureGroup(
  directory: Directory,
  wish: GroupWish,
): Promise<StepResult<Group>> {
  return wish.choice.kind === 'existing'
    ? pickGroup(directory, wish.choice)
    : createGroup(directory, wish, wish.choice);
}

async function pickGroup(
  directory: Directory,
  choice: Extract<GroupChoice, { kind: 'existing' }>,
): Promise<StepResult<Group>> {
  const group = await directory.findGroup(choice.id);
  if (group === undefined) {
    throw new Problem('group-not-found', { detail: `group ${choice.id} no longer exists` });
  }
  return { changed: false, summary: `Picked the group ${group.displayName}.`, value: group };
}

async function createGroup(
  directory: Directory,
  wish: GroupWish,
  choice: Extract<GroupChoice, { kind: 'new' }>,
): Promise<StepResult<Group>> {
  const uniqueName = uniqueNameOf(wish.requestId);
  const before = await directory.findGroupByUniqueName(uniqueName);
  if (before !== undefined) {
    return { changed: false, summary: `Found the group ${before.displayName}.`, value: before };
  }
  await directory.createGroupOnce({
    uniqueName,
    displayName: choice.displayName,
    mailNickname: choice.mailNickname,
    kind: wish.kind,
    description: `Made by Writeback for request ${wish.requestId}. ${wish.reason}`.slice(0, 1024),
    ownerId: wish.ownerId,
  });
  const group = await directory.findGroupByUniqueName(uniqueName);
  if (group === undefined) {
    throw notVisibleYet(`group ${uniqueName}`);
  }
  return { changed: true, summary: `Created the group ${group.displayName}.`, value: group };
}

/** Graph's alternate key of a group that was made for this request. */
export function uniqueNameOf(requestId: RequestId): string {
  return `writeback-${requestId.toLowerCase()}`;
}
