import { z } from 'zod';
import type { Answer, Call, Route } from './call.ts';
import { isNicknameTaken } from './group-conflicts.ts';
import type { JsonObject } from './json.ts';
import { badRequest, Refusal } from './refusal.ts';
import type { World } from './world.ts';

const Proposal = z.object({
  entityType: z.literal('Group'),
  displayName: z.string().optional(),
  mailNickname: z.string().optional(),
  onBehalfOfUserId: z.string().optional(),
});
type Proposal = z.infer<typeof Proposal>;

export const validateRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: 'directoryObjects/validateProperties',
    permission: 'Group.Read.All',
    handle: validateProperties,
  },
];

function validateProperties(world: World, call: Call): Answer {
  const proposal = Proposal.safeParse(call.body);
  if (!proposal.success) {
    throw badRequest("Invalid value specified for property 'entityType'.");
  }
  const details = complaints(world, proposal.data);
  if (details.length > 0) {
    const message = 'The values provided contain one or more validation errors.';
    throw new Refusal(422, 'Request_UnprocessableEntity', { message, details });
  }
  return { status: 204 };
}

function complaints(world: World, proposal: Proposal): JsonObject[] {
  const { groupNamePrefix: prefix, blockedWords } = world.tenant();
  const found: JsonObject[] = [];
  for (const target of ['displayName', 'mailNickname'] as const) {
    const value = proposal[target];
    if (value === undefined) {
      continue;
    }
    if (!value.startsWith(prefix)) {
      const message = `The ${target} is missing the required prefix/suffix per your organization's group naming policy`;
      found.push({ target, code: 'MissingPrefixSuffix', message, prefix, suffix: null });
    }
    const word = blockedWords.find((item) => value.toLowerCase().includes(item.toLowerCase()));
    if (word !== undefined) {
      const message = `The ${target} contains a blocked word per your organization's group naming policy`;
      found.push({ target, code: 'ContainsBlockedWord', message });
    }
  }
  if (proposal.mailNickname !== undefined && isNicknameTaken(world, proposal.mailNickname)) {
    const message = 'The value for mailNickname is already in use.';
    found.push({ target: 'mailNickname', code: 'PropertyConflict', message });
  }
  return found;
}
