import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { TenantId, UserId } from '../domain/ids.ts';
import type { BotAdapter } from './adapter.ts';
import type { AdaptiveCard } from './cards/elements.ts';

/** A conversation and the Bot Connector that serves it. */
export interface Address {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

/**
 * Messages of the bot's own accord, through the Bot Connector. One try each; all throw `ConnectorError`.
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

/** What the Bot Connector answered, or that it did not (`status` undefined: timeout, reset, refused). */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  readonly status: number | undefined;
  /** The error code of Teams, such as `BotNotInConversationRoster`. */
  readonly code: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(answer: Pick<ConnectorError, 'status' | 'code' | 'retryAfterMs'>, cause: unknown) {
    super(`The Bot Connector answered ${answer.status ?? 'nothing'} ${answer.code ?? ''}`.trim(), {
      cause,
    });
    this.status = answer.status;
    this.code = answer.code;
    this.retryAfterMs = answer.retryAfterMs;
  }
}

export function createConnector(adapter: BotAdapter): Connector {
  return {
    async post({ serviceUrl, conversationId }, activity) {
      return sending(async () => {
        const { conversations } = await adapter.connectorClient(serviceUrl);
        const { id } = await conversations.sendToConversation(conversationId, activity);
        return id;
      });
    },
    async update({ serviceUrl, conversationId }, activityId, activity) {
      await sending(async () => {
        const { conversations } = await adapter.connectorClient(serviceUrl);
        await conversations.updateActivity(conversationId, activityId, activity);
      });
    },
    async open({ tenantId, userId }, serviceUrl) {
      return sending(async () => {
        const { conversations } = await adapter.connectorClient(serviceUrl);
        const opened = await conversations.createConversation({
          isGroup: false,
          bot: { id: adapter.botChannelId, name: '' },
          members: [{ id: userId, name: '' }],
          tenantId,
          channelData: { tenant: { id: tenantId } },
        });
        return opened.id;
      });
    },
  };
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

const RestFailure = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  response: z
    .object({
      headers: z.custom<Pick<Headers, 'get'>>(
        (value) => typeof value === 'object' && value !== null && 'get' in value,
      ),
    })
    .optional()
    .catch(undefined),
});

async function sending<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw toConnectorError(error);
  }
}

function toConnectorError(error: unknown): ConnectorError {
  const failure = RestFailure.safeParse(error);
  const { statusCode: status, code, response } = failure.success ? failure.data : {};
  const seconds = Number(response?.headers.get('retry-after') ?? Number.NaN);
  const retryAfterMs = Number.isFinite(seconds) ? seconds * 1000 : undefined;
  return new ConnectorError({ status, code, retryAfterMs }, error);
}
