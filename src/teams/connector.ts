import type { Activity } from 'botbuilder';
import type { TenantId, UserId } from '../domain/ids.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import type { ConnectorCall } from './connector-http.ts';

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
}

export function createConnector(call: ConnectorCall, botChannelId: string): Connector {
  return {
    async post({ serviceUrl, conversationId }, activity) {
      const path = messagesOf(conversationId, activity.replyToId);
      return call({ method: 'POST', serviceUrl, path, body: activity });
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
      return call({ method: 'POST', serviceUrl, path: 'conversations', body });
    },
  };
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
