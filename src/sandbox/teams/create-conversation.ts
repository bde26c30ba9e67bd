import { z } from 'zod';
import { tenantId } from '../seed.ts';
import type { ConnectorDeps, ConnectorReply } from './connector.ts';
import { type Address, findAddress, findPerson, getPersonal } from './conversations.ts';
import { postActivity } from './outgoing.ts';
import { badArgument, conversationNotFound, Refusal } from './refusal.ts';

const ConversationParameters = z.object({
  isGroup: z.boolean().nullish(),
  tenantId: z.string().nullish(),
  members: z.array(z.object({ id: z.string() })).nullish(),
  activity: z.unknown().optional(),
  channelData: z
    .object({
      tenant: z.object({ id: z.string() }).nullish(),
      channel: z.object({ id: z.string() }).nullish(),
    })
    .nullish(),
});
type ConversationParameters = z.infer<typeof ConversationParameters>;

/** Opens a 1:1 chat with a person who has the app, or a new thread in a channel; a bot can begin nothing else. */
export function createConversation(deps: ConnectorDeps, body: unknown): ConnectorReply {
  const parameters = ConversationParameters.safeParse(body);
  if (!parameters.success) {
    throw badArgument('Incorrect conversation creation parameters.');
  }
  const channelId = parameters.data.channelData?.channel?.id;
  return channelId === undefined
    ? createPersonal(deps, parameters.data)
    : createThread(deps, channelId, parameters.data.activity);
}

function createPersonal(deps: ConnectorDeps, parameters: ConversationParameters): ConnectorReply {
  const [member, ...others] = parameters.members ?? [];
  if (member === undefined || others.length > 0 || parameters.isGroup === true) {
    throw new Refusal(400, 'BadSyntax', { message: 'Incorrect conversation creation parameters.' });
  }
  checkTenant(parameters);
  const person = findPerson(member.id);
  if (person === undefined || !deps.installs.hasApp(person.key)) {
    throw new Refusal(403, 'ForbiddenOperationException', {
      message: "The bot is not installed in the user's personal scope.",
    });
  }
  const conversation = getPersonal(person.key);
  const activityId = postFirst(deps, { conversation }, parameters.activity);
  return { status: 201, body: { id: conversation.id, ...activityId } };
}

function checkTenant(parameters: ConversationParameters): void {
  const named = parameters.tenantId ?? parameters.channelData?.tenant?.id;
  if (named === undefined) {
    throw badArgument('The tenant id is missing.');
  }
  if (named !== tenantId) {
    throw new Refusal(403, 'ForbiddenOperationException', {
      message: 'The bot is not known in this tenant.',
    });
  }
}

function postFirst(
  deps: ConnectorDeps,
  address: Address,
  activity: unknown,
): { readonly activityId?: string } {
  if (activity === undefined || activity === null) {
    return {};
  }
  const posted = z
    .object({ id: z.string().optional() })
    .parse(postActivity(deps, address, activity).body);
  return posted.id === undefined ? {} : { activityId: posted.id };
}

function createThread(deps: ConnectorDeps, channelId: string, activity: unknown): ConnectorReply {
  const address = findAddress(channelId);
  if (address?.conversation.kind !== 'channel') {
    throw conversationNotFound();
  }
  const { activityId } = postFirst(deps, { conversation: address.conversation }, activity);
  if (activityId === undefined) {
    throw badArgument('A thread begins with a message.');
  }
  return { status: 201, body: { id: `${channelId};messageid=${activityId}`, activityId } };
}
