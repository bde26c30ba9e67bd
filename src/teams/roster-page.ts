import { z } from 'zod';
import { TenantId, UserId } from '../domain/ids.ts';

/** Teams has two names for the object id, and gives anonymous people of a meeting none. */
const Listed = z.object({
  id: z.string(),
  tenantId: TenantId,
  aadObjectId: UserId.optional().catch(undefined),
  objectId: UserId.optional().catch(undefined),
});

export interface Member {
  readonly tenantId: TenantId;
  readonly userId: UserId;
  /** The Teams id (MRI), which is another one for each bot. */
  readonly channelUserId: string;
}

/** One page of a roster; who has no identity in Entra is left out. https://learn.microsoft.com/javascript/api/botframework-schema/teamschannelaccount */
export const RosterPage = z.object({
  members: z.array(z.unknown()).transform((members) => members.flatMap(toMember)),
  continuationToken: z.string().min(1).optional().catch(undefined),
});
export type RosterPage = z.infer<typeof RosterPage>;

function toMember(listed: unknown): readonly Member[] {
  const { data } = Listed.safeParse(listed);
  const userId = data?.aadObjectId ?? data?.objectId;
  return data === undefined || userId === undefined
    ? []
    : [{ tenantId: data.tenantId, userId, channelUserId: data.id }];
}
