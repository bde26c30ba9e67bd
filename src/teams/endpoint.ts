import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Log } from '../domain/log.ts';
import type { BotAdapter } from './adapter.ts';
import { describeError } from './bot.ts';
import { toRefusedStatus } from './channel-authentication.ts';
import { inTime } from './late-answers.ts';
import { isAllowedServiceUrl } from './service-urls.ts';
import { readTurn, type TurnReading } from './turn.ts';

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
  readonly bot: {
    run(context: TurnContext, reading: TurnReading): Promise<void>;
    answer(invoke: Activity, reading: TurnReading): Promise<InvokeResponse>;
  };
  readonly allowedServiceUrls: readonly string[];
  /** Undefined: any. */
  readonly allowedTenants: readonly string[] | undefined;
  readonly requiresAuthentication: boolean;
  /** After so long, in real milliseconds, a message counts as received, and its turn goes on: Teams would send it again. */
  readonly receivedWithinMs: number;
  readonly log: Log;
}

/** Only what the SDK itself stumbles over; turn.ts reads the rest. */
const Envelope = z.object({
  type: z.string().min(1).max(64),
  channelId: z.string().min(1).max(64),
  serviceUrl: z.string().max(512).default(''),
  conversation: z.object({ id: z.string().min(1).max(1024) }),
  from: z.object({ id: z.string().min(1).max(512) }),
  recipient: z.object({ id: z.string().max(512) }).optional(),
  id: z.string().max(512).optional(),
  text: z.string().optional(),
  name: z.string().max(256).optional(),
  entities: z.array(z.object({ type: z.string() })).optional(),
  channelData: z.object({}).optional(),
});

export function createEndpoint(deps: EndpointDeps): Endpoint {
  const { adapter, bot, requiresAuthentication, log } = deps;
  const isAllowed = remembering((url) => isAllowedServiceUrl(url, deps.allowedServiceUrls));
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
      try {
        const caller = await adapter.authenticate(authorization, activity);
        const reading = readTurn(activity, deps.allowedTenants);
        const refusal = isAllowed(activity.serviceUrl)
          ? findRefusal(deps, activity, reading)
          : 'an activity came with a service URL that is not allowed';
        if (refusal !== undefined) {
          log.warn({ channelId: activity.channelId }, refusal);
          return { status: 403 };
        }
        return activity.type === 'invoke'
          ? await bot.answer(activity, reading)
          : await answerOf(
              deps,
              activity,
              adapter.turn(caller, activity, (context) => bot.run(context, reading)),
            );
      } catch (error) {
        return toFailure(log, activity, error);
      }
    },
  };
}

/** For everything but invokes, which are in time by themselves. */
async function answerOf(
  deps: EndpointDeps,
  activity: Activity,
  turn: Promise<InvokeResponse | undefined>,
): Promise<EndpointAnswer> {
  const answer = turn.then(
    (response): EndpointAnswer => ({ status: response?.status ?? 200, body: bodyOf(response) }),
  );
  const inTimeAnswer = await inTime({ answerWithinMs: deps.receivedWithinMs }, answer);
  if (inTimeAnswer === undefined) {
    answer.catch((error: unknown) => toFailure(deps.log, activity, error));
  }
  return inTimeAnswer ?? { status: 200 };
}

function bodyOf(response: InvokeResponse | undefined): unknown {
  return response?.body;
}

/** What was allowed once is not looked at again; Teams has few service URLs, and no more than these are kept. */
function remembering(isAllowed: (url: string) => boolean): (url: string) => boolean {
  const allowed = new Set<string>();
  return (url) => {
    if (allowed.has(url)) {
      return true;
    }
    const isNew = isAllowed(url);
    if (isNew && allowed.size < 100) {
      allowed.add(url);
    }
    return isNew;
  };
}

/** What the Bot Connector itself may not ask of this bot. */
function findRefusal(
  { requiresAuthentication }: EndpointDeps,
  activity: Activity,
  reading: TurnReading,
): string | undefined {
  if (!requiresAuthentication) {
    return undefined;
  }
  if (activity.channelId !== 'msteams') {
    return 'an activity came from another channel than Teams';
  }
  return reading.kind === 'other-tenant'
    ? 'an activity came from a tenant that is not served'
    : undefined;
}

function toFailure(log: Log, { channelId }: Activity, error: unknown): EndpointAnswer {
  const status = toRefusedStatus(error);
  switch (status) {
    case 401:
      log.warn({ channelId }, 'a caller could not prove to be the Bot Connector');
      return { status };
    case 503:
      log.error(describeError(error), 'the keys of the Bot Connector cannot be read');
      return { status };
    case undefined:
      log.error(describeError(error), 'a turn failed');
      return { status: 500 };
  }
}

function toActivity(body: unknown): Activity | undefined {
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) {
    return undefined;
  }
  // The SDK reads these as dates where they are present.
  const whole = Whole.parse(body);
  return KnownActivity.parse({
    ...whole,
    timestamp: toDate(whole['timestamp']),
    localTimestamp: toDate(whole['localTimestamp']),
    serviceUrl: envelope.data.serviceUrl,
  });
}

/** Read by `Envelope` already. */
const Whole = z.custom<Readonly<Record<string, unknown>>>();
const KnownActivity = z.custom<Activity>();

function toDate(value: unknown): Date | undefined {
  const at = new Date(typeof value === 'string' ? value : Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
