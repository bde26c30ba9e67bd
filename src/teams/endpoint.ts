import { type Activity, type TurnContext } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import { z } from 'zod';
import type { Log } from '../domain/log.ts';
import type { BotAdapter } from './adapter.ts';
import { describeError } from './bot.ts';
import { isAllowedServiceUrl } from './service-urls.ts';

export interface EndpointAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** What stands behind POST /api/messages. */
export interface Endpoint {
  /** False in the sandbox, where everybody is believed; such an endpoint belongs on 127.0.0.1. */
  readonly requiresAuthentication: boolean;
  /** Never throws; a refusal has no body, so that nothing of the inside is told. */
  receive(authorization: string, body: unknown): Promise<EndpointAnswer>;
}

export interface EndpointDeps {
  readonly adapter: BotAdapter;
  readonly bot: { run(context: TurnContext): Promise<void> };
  readonly allowedServiceUrls: readonly string[];
  readonly requiresAuthentication: boolean;
  readonly log: Log;
}

/** Only what the SDK itself stumbles over; turn.ts reads the rest. */
const Envelope = z.looseObject({
  type: z.string().min(1).max(64),
  channelId: z.string().min(1).max(64),
  serviceUrl: z.string().max(512),
  conversation: z.looseObject({ id: z.string().min(1).max(1024) }),
  from: z.looseObject({ id: z.string().min(1).max(512) }),
  recipient: z.looseObject({ id: z.string().max(512) }).optional(),
  id: z.string().max(512).optional(),
  text: z.string().optional(),
  name: z.string().max(256).optional(),
  entities: z.array(z.looseObject({ type: z.string() })).optional(),
  channelData: z.looseObject({}).optional(),
});

export function createEndpoint(deps: EndpointDeps): Endpoint {
  const { adapter, bot, allowedServiceUrls, requiresAuthentication, log } = deps;
  return {
    requiresAuthentication,
    async receive(authorization, body) {
      if (requiresAuthentication && authorization === '') {
        return { status: 401 };
      }
      const activity = toActivity(body);
      if (activity === undefined) {
        return { status: 400 };
      }
      if (!isAllowedServiceUrl(activity.serviceUrl, allowedServiceUrls)) {
        log.warn(
          { channelId: activity.channelId },
          'an activity came with a service URL that is not allowed',
        );
        return { status: 400 };
      }
      try {
        const response = await adapter.turn(authorization, activity, (context) => bot.run(context));
        return { status: response?.status ?? 200, body: response?.body };
      } catch (error) {
        if (error instanceof AuthenticationError) {
          log.warn(
            { channelId: activity.channelId },
            'a caller could not prove to be the Bot Connector',
          );
          return { status: 401 };
        }
        log.error(describeError(error), 'a turn failed');
        return { status: 500 };
      }
    },
  };
}

function toActivity(body: unknown): Activity | undefined {
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) {
    return undefined;
  }
  // The SDK reads these as dates where they are present.
  const { timestamp, localTimestamp, ...rest } = envelope.data;
  const dates = { ...toDate('timestamp', timestamp), ...toDate('localTimestamp', localTimestamp) };
  return KnownActivity.parse({ ...rest, ...dates });
}

const KnownActivity = z.custom<Activity>((value) => Envelope.safeParse(value).success);

function toDate(key: 'timestamp' | 'localTimestamp', value: unknown): object {
  const at = new Date(typeof value === 'string' ? value : Number.NaN);
  return Number.isNaN(at.getTime()) ? {} : { [key]: at };
}
