import type { TurnContext } from 'botbuilder';
import type { AppInstaller, InstallAttempts } from '../domain/app-installer.ts';
import type { Log } from '../domain/log.ts';
import type { CardStore, Clock, ConversationStore, RequestStore } from '../domain/ports.ts';
import type { UseCases } from '../setup/use-cases.ts';
import { BotAdapter } from './adapter.ts';
import { describeError, WritebackBot } from './bot.ts';
import { createBotToken } from './bot-token.ts';
import type { Channel } from './channel.ts';
import { ChannelAuthentication } from './channel-authentication.ts';
import { createChoiceTitles } from './choice-titles.ts';
import { type Connector, createConnector } from './connector.ts';
import { createConnectorHttp } from './connector-http.ts';
import { createDelivery } from './delivery.ts';
import { createEndpoint, type Endpoint } from './endpoint.ts';
import { createIntroductions, type Introductions } from './introductions.ts';
import { invokeError } from './invokes.ts';
import { createMessenger, type Messenger } from './messenger.ts';
import { loopbackServiceUrls, teamsDefaultServiceUrl, teamsServiceUrls } from './service-urls.ts';
import { createSubmissions } from './submissions.ts';
import { readReader } from './turn.ts';

export interface TeamsOptions {
  readonly channel: Channel;
  readonly useCases: UseCases;
  readonly conversations: ConversationStore;
  readonly cards: CardStore;
  readonly requests: Pick<RequestStore, 'get'>;
  readonly clock: Clock;
  readonly log: Log;
  /** A new GUID each time. */
  readonly newFormId: () => string;
  /** Where people who never wrote are reached first. The sandbox must say where it is. */
  readonly defaultServiceUrl?: string | undefined;
  /** Which Bot Connectors may be answered; see service-urls.ts for the patterns. */
  readonly allowedServiceUrls?: readonly string[] | undefined;
  /** Whose people are served; by default the tenant of the bot, in the sandbox everybody. */
  readonly allowedTenants?: readonly string[] | undefined;
  /** For people who never had the app; absent where it is not installed for anybody. */
  readonly installing?:
    | { readonly installer: AppInstaller; readonly attempts: InstallAttempts }
    | undefined;
  /** Where somebody adds the app, to be passed on. */
  readonly appLink?: string | undefined;
  /** How long one send may take, in real milliseconds. */
  readonly sendTimeoutMs?: number | undefined;
}

/** The whole Teams side of the product: what comes in, and the messenger for what goes out by itself. */
export interface Teams {
  readonly endpoint: Endpoint;
  readonly messenger: Messenger;
}

const sendAttempts = 4;

export function createTeams(options: TeamsOptions): Teams {
  const { channel, conversations, cards, clock, log } = options;
  const isSandbox = channel.kind === 'sandbox';
  const { adapter, connector } = createChannel(channel, options.sendTimeoutMs ?? 15_000);
  adapter.onTurnError = (context, error) => answerDefect(log, context, error);
  const submissions = createSubmissions();
  const shared = { connector, conversations, clock };
  const allowedTenants = options.allowedTenants ?? (isSandbox ? undefined : [channel.tenantId]);
  const bot = new WritebackBot({
    ...options,
    submissions,
    titles: createChoiceTitles(),
    allowedTenants,
    deliveryFrom: (defaultServiceUrl) =>
      createDelivery({ ...shared, defaultServiceUrl, attempts: 1 }),
  });
  const allowedServiceUrls =
    options.allowedServiceUrls ?? (isSandbox ? loopbackServiceUrls : teamsServiceUrls);
  return {
    endpoint: createEndpoint({
      adapter,
      bot,
      allowedServiceUrls,
      allowedTenants,
      requiresAuthentication: !isSandbox,
      log,
    }),
    messenger: createMessenger({
      ...options,
      cards,
      submissions,
      delivery: createDelivery({
        ...shared,
        defaultServiceUrl: options.defaultServiceUrl ?? defaultServiceUrlOf(channel),
        attempts: sendAttempts,
        introductions: introductionsOf(options),
      }),
    }),
  };
}

function introductionsOf({ installing, clock, log }: TeamsOptions): Introductions | undefined {
  return installing && createIntroductions({ ...installing, clock, log });
}

function createChannel(
  channel: Channel,
  sendTimeoutMs: number,
): { readonly adapter: BotAdapter; readonly connector: Connector } {
  const token = channel.kind === 'teams' ? createBotToken(channel) : undefined;
  const appId = channel.kind === 'teams' ? channel.appId : 'sandbox';
  const connector = createConnector(createConnectorHttp({ token, sendTimeoutMs }), `28:${appId}`);
  const authentication = new ChannelAuthentication({ channel, token, sendTimeoutMs });
  return { adapter: new BotAdapter(authentication, connector), connector };
}

function defaultServiceUrlOf(channel: Channel): string {
  const given = channel.kind === 'teams' ? channel.defaultServiceUrl : undefined;
  return given ?? teamsDefaultServiceUrl;
}

/** Whatever was forgotten elsewhere still gets an answer: an invoke without one would show as 501. */
async function answerDefect(log: Log, context: TurnContext, error: unknown): Promise<void> {
  log.error({ activity: context.activity.type, ...describeError(error) }, 'a turn failed');
  const { chat } = readReader(context.activity).words;
  if (context.activity.type === 'invoke') {
    const value = invokeError(500, 'ServiceError', chat.defect);
    await context.sendActivity({ type: 'invokeResponse', value });
    return;
  }
  if (context.activity.type === 'message') {
    await trySaying(log, context, chat.defect);
  }
}

async function trySaying(log: Log, context: TurnContext, words: string): Promise<void> {
  try {
    await context.sendActivity(words);
  } catch (error) {
    log.warn(describeError(error), 'nor could that be said');
  }
}
