import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { TenantId, UserId } from '../domain/ids.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorCall } from './connector-http.ts';
import { RosterPage } from './roster-page.ts';

export { ConnectorError } from './connector-error.ts';

/** A conversation and the Bot Connector that serves it. */
export interface Address {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

/**
 * Messages through the Bot Connector. One try each; all throw `ConnectorError`.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export interface Connector {
  /** Resolves to the id of the new message. */
  post(address: Address, activity: Partial<Activity>): Promise<string>;
  update(address: Address, activityId: string, activity: Partial<Activity>): Promise<void>;
  /** Finds or opens the 1:1 chat with a person who has the app, and resolves to its id. */
  open(
    person: { readonly tenantId: TenantId; readonly userId: UserId },
    serviceUrl: string,
  ): Promise<string>;
  /**
   * Who is in a chat or a channel, one page of it: the first one, or that of the `continuationToken` of the page
   * before. Chats come as a whole, whatever page size is asked for. Every bot may ask for the conversations that it was
   * added to, without a permission of the manifest or of Graph.
   * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context#fetch-the-roster-or-user-profile
   */
  members(address: Address, continuationToken: string | undefined): Promise<RosterPage>;
}

export function createConnector(call: ConnectorCall, botChannelId: string): Connector {
  return {
    async post({ serviceUrl, conversationId }, activity) {
      const path = messagesOf(conversationId, activity.replyToId);
      return idOf(await call({ method: 'POST', serviceUrl, path, body: activity }));
    },
    async update({ serviceUrl, conversationId }, activityId, activity) {
      const path = messagesOf(conversationId, activityId);
      await call({ method: 'PUT', serviceUrl, path, body: activity });
    },
    async open({ tenantId, userId }, serviceUrl) {
      const body = {
        isGroup: false,
        bot: { id: botChannelId, name: '' },
        members: [{ id: userId, name: '' }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      };
      return idOf(await call({ method: 'POST', serviceUrl, path: 'conversations', body }));
    },
    async members({ serviceUrl, conversationId }, continuationToken) {
      const query = new URLSearchParams({ pageSize: String(largestPage) });
      if (continuationToken !== undefined) {
        query.set('continuationToken', continuationToken);
      }
      // A thread of a channel has no members of its own.
      const place = encodeURIComponent(channelOf(conversationId));
      const path = `conversations/${place}/pagedmembers?${query.toString()}`;
      return toPage(await call({ method: 'GET', serviceUrl, path }));
    },
  };
}

/** Teams gives no more at once, and no fewer than 50. */
const largestPage = 500;

const Created = z.object({ id: z.string().catch('') }).catch({ id: '' });

/** '' where the answer names none. */
function idOf(answer: unknown): string {
  return Created.parse(answer).id;
}

function toPage(answer: unknown): RosterPage {
  const page = RosterPage.safeParse(answer);
  if (!page.success) {
    const nothing = { status: undefined, code: undefined, retryAfterMs: undefined };
    throw new ConnectorError(nothing, page.error);
  }
  return page.data;
}

/** The id of a conversation without that of a thread in it. */
export function channelOf(conversationId: string): string {
  return conversationId.split(';', 1)[0] ?? conversationId;
}

function messagesOf(conversationId: string, activityId?: string): string {
  const messages = `conversations/${encodeURIComponent(conversationId)}/activities`;
  return activityId === undefined ? messages : `${messages}/${encodeURIComponent(activityId)}`;
}

/** A card as a message: alone, because a text beside it would make it impossible to update, and with a summary. */
export function cardActivity(
  card: AdaptiveCard,
  options: { readonly alert?: boolean } = {},
): Partial<Activity> {
  return {
    type: 'message',
    summary: card.fallbackText,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    ...(options.alert === true ? { channelData: { notification: { alert: true } } } : {}),
  };
}
