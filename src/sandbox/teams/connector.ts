import { tenantId } from '../seed.ts';
import { type Address, channels, findAddress, team } from './conversations.ts';
import { createConversation } from './create-conversation.ts';
import type { Installs } from './installs.ts';
import type { LiveFeed } from './live-feed.ts';
import { pageOf, toMember } from './members.ts';
import type { Messages } from './messages.ts';
import { checkSize, OutgoingActivity, postActivity, toContent } from './outgoing.ts';
import type { Operation, RateLimiter } from './rate-limit.ts';
import { activityNotFound, badArgument, conversationNotFound, Refusal } from './refusal.ts';

/** What the Connector side of the sandbox's Teams works on. */
export interface ConnectorDeps {
  readonly messages: Messages;
  readonly installs: Installs;
  readonly live: LiveFeed;
  readonly limiter: RateLimiter;
}

export interface ConnectorRequest {
  readonly method: string;
  /** The decoded path below the service URL, without `v3`. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface ConnectorReply {
  readonly status: number;
  readonly body: unknown;
}

/**
 * The Bot Connector as Teams speaks it (Bot Framework REST reference, msteams-docs conversation-messages.md).
 * Raises a `Refusal` with the code a real Teams gives.
 */
export function answerConnector(deps: ConnectorDeps, request: ConnectorRequest): ConnectorReply {
  const [area, id, ...rest] = request.path;
  if (area === 'teams' && id !== undefined) {
    return answerTeam(request.method, id, rest);
  }
  if (area !== 'conversations') {
    throw unknownRoute(request);
  }
  if (id === undefined) {
    if (request.method !== 'POST') {
      throw unknownRoute(request);
    }
    return createConversation(deps, request.body);
  }
  const address = findAddress(id);
  if (address === undefined) {
    throw conversationNotFound();
  }
  return answerConversation(deps, address, { ...request, path: rest });
}

function answerConversation(
  deps: ConnectorDeps,
  address: Address,
  request: ConnectorRequest,
): ConnectorReply {
  const [area, id, below] = request.path;
  if (
    request.method === 'GET' &&
    (area === 'members' || area === 'pagedmembers' || below === 'members')
  ) {
    return answerMembers(deps, address, request);
  }
  if (area !== 'activities') {
    throw unknownRoute(request);
  }
  checkReach(deps, address);
  takeTurn(deps, address, 'send');
  switch (request.method) {
    case 'POST':
      return postActivity(deps, address, request.body);
    case 'PUT':
      return updateActivity(deps, address, { id, body: request.body });
    case 'DELETE':
      return deleteActivity(deps, address, id);
    default:
      throw unknownRoute(request);
  }
}

function checkReach(deps: ConnectorDeps, { conversation }: Address): void {
  const [owner] = conversation.memberKeys;
  if (conversation.kind === 'personal' && owner !== undefined && !deps.installs.hasApp(owner)) {
    throw new Refusal(403, 'BotNotInConversationRoster', {
      message: 'The bot is not part of the conversation roster.',
    });
  }
}

function takeTurn(deps: ConnectorDeps, { conversation }: Address, operation: Operation): void {
  const { waitSeconds } = deps.limiter.take(conversation.id, operation);
  if (waitSeconds !== undefined) {
    const headers = deps.limiter.limit === 'bare' ? {} : { 'retry-after': String(waitSeconds) };
    throw new Refusal(429, 'Throttled', { message: 'Too many requests.', headers });
  }
}

function updateActivity(
  deps: ConnectorDeps,
  address: Address,
  update: { readonly id: string | undefined; readonly body: unknown },
): ConnectorReply {
  checkSize(update.body);
  const activity = OutgoingActivity.safeParse(update.body);
  if (!activity.success) {
    throw badArgument('The activity could not be read.');
  }
  const message = getBotMessage(deps, address, update.id);
  deps.messages.edit(message, {
    ...toContent(activity.data),
    editedAt: deps.messages.now().toISOString(),
  });
  return { status: 200, body: { id: message.id } };
}

function deleteActivity(
  deps: ConnectorDeps,
  address: Address,
  id: string | undefined,
): ConnectorReply {
  deps.messages.remove(getBotMessage(deps, address, id));
  return { status: 200, body: {} };
}

function getBotMessage(
  deps: ConnectorDeps,
  address: Address,
  id: string | undefined,
): ReturnType<Messages['post']> {
  const message = id === undefined ? undefined : deps.messages.find(address.conversation.id, id);
  if (message === undefined) {
    throw activityNotFound();
  }
  if (message.from.kind !== 'bot') {
    throw new Refusal(403, 'NotEnoughPermissions', {
      message: 'The bot may change its own messages only.',
    });
  }
  return message;
}

function answerMembers(
  deps: ConnectorDeps,
  address: Address,
  request: ConnectorRequest,
): ConnectorReply {
  checkReach(deps, address);
  takeTurn(deps, address, 'members');
  const members = address.conversation.memberKeys.map(toMember);
  const [area, id] = request.path;
  if (area === 'pagedmembers') {
    return { status: 200, body: pageOf(members, address.conversation.kind, request.query) };
  }
  if (area === 'activities' || id === undefined) {
    return { status: 200, body: members };
  }
  const member = members.find((candidate) => candidate.id === id || candidate.aadObjectId === id);
  if (member === undefined) {
    throw new Refusal(404, 'MemberNotFoundInConversation', {
      message: 'Member not found in conversation.',
    });
  }
  return { status: 200, body: member };
}

function answerTeam(method: string, id: string, rest: readonly string[]): ConnectorReply {
  if (id !== team.id || method !== 'GET') {
    throw new Refusal(404, 'NotFound', { message: 'The team was not found.' });
  }
  if (rest[0] === 'conversations') {
    return { status: 200, body: { conversations: channels } };
  }
  const memberCount = findAddress(channels[1].id)?.conversation.memberKeys.length;
  return {
    status: 200,
    body: {
      id,
      name: team.name,
      aadGroupId: team.aadGroupId,
      tenantId,
      channelCount: channels.length,
      memberCount,
    },
  };
}

function unknownRoute(request: ConnectorRequest): Refusal {
  const message = `The sandbox's Teams has no ${request.method} ${request.path.join('/')}.`;
  return new Refusal(404, 'NotFound', { message });
}
