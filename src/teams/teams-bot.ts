import type { AppInstaller, InstallAttempts } from '../domain/app-installer.ts';
import type { BatchCardStore, BatchStore } from '../domain/batch-store.ts';
import type { DriftRow } from '../domain/drift-store.ts';
import type { GroupCardStore } from '../domain/group-card.ts';
import type { Log } from '../domain/log.ts';
import type { NoticeOutbox } from '../domain/notice.ts';
import type { Clock, ConversationStore, Directory, Locks } from '../domain/ports.ts';
import type { CardStore } from '../domain/posted-card.ts';
import type { RequestStore } from '../domain/request-store.ts';
import type { UndeliveredList } from '../domain/undelivered.ts';
import type { BatchUseCases } from '../setup/batches/batch-use-cases.ts';
import type { CatalogUseCases } from '../setup/catalogs.ts';
import type { UseCases } from '../setup/use-cases.ts';
import { BotAdapter } from './adapter.ts';
import { Admission, type AdmissionDeps } from './admission.ts';
import { answerDefect } from './answer-defect.ts';
import type { BatchMessenger } from './batch-messenger.ts';
import { WritebackBot } from './bot.ts';
import { createBotToken } from './bot-token.ts';
import type { Channel } from './channel.ts';
import { ChannelAuthentication } from './channel-authentication.ts';
import { createChoiceTitles } from './choice-titles.ts';
import { type Connector, createConnector } from './connector.ts';
import { createConnectorHttp } from './connector-http.ts';
import { createMessengers } from './create-messengers.ts';
import { createDelivery } from './delivery.ts';
import { createEndpoint, type Endpoint } from './endpoint.ts';
import { createGroupCards, type GroupCards } from './group-cards.ts';
import { defaultAnswerWithinMs, defaultContentWithinMs, type LateDeps } from './late-answers.ts';
import { type FileDeps, loopbackFileHosts, teamsFileHosts } from './list-file.ts';
import type { Messenger } from './messenger.ts';
import { pacedConnector } from './paced-connector.ts';
import { RecentConversations } from './recent-conversations.ts';
import { SendPace } from './send-pace.ts';
import { loopbackServiceUrls, teamsServiceUrls } from './service-urls.ts';
import { createSubmissions } from './submissions.ts';
import { createWelcomes } from './welcomes.ts';

/** Lists of requests: what people do with them, and what their cards are drawn from. */
export interface ListOptions {
  readonly useCases: BatchUseCases;
  readonly batches: Pick<BatchStore, 'get' | 'listRequests'>;
  readonly cards: BatchCardStore;
}

export interface TeamsOptions {
  readonly lists: ListOptions;
  /** Absent where no catalogs are managed. */
  readonly catalogs?: CatalogUseCases | undefined;
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
  /** Absent where nothing of a request is shown to a group. */
  readonly groupCardStore?: GroupCardStore | undefined;
  /** Where to look up who somebody is to the organisation; absent where everybody is believed. */
  readonly members?: Pick<Directory, 'findUser'> | undefined;
  /** Whether guests may use the bot too. */
  readonly allowsGuests?: boolean | undefined;
  readonly undelivered?: UndeliveredList | undefined;
  /** Where notices are until they have arrived; absent where they are sent once, and nobody is told of drift. */
  readonly notices?: NoticeOutbox | undefined;
  /** For people of whom no language is known; English when not given. */
  readonly defaultLanguage?: string | undefined;
  /** Keeps cards that are drawn in a turn apart from those that the engine draws; absent where there is no engine. */
  readonly locks?: Locks | undefined;
  /** Where somebody adds the app, to be passed on. */
  readonly appLink?: string | undefined;
  /** How long a click or a form may take before it is answered that the work goes on, in real milliseconds. */
  readonly answerWithinMs?: number | undefined;
  /** How long somebody waits for what is worth nothing empty, in real milliseconds; see late-answers.ts. */
  readonly contentWithinMs?: number | undefined;
  /** After how long somebody who asked is told that the answer comes later, in real milliseconds. */
  readonly patienceMs?: number | undefined;
  /** How many messages this process sends in a second, of the 50 that Teams takes from the app in one tenant. */
  readonly sendsPerSecond?: number | undefined;
  /** How long one send may take, in real milliseconds. */
  readonly sendTimeoutMs?: number | undefined;
}

/** The whole Teams side of the product: what comes in, and the messenger for what goes out by itself. */
export interface Teams {
  readonly endpoint: Endpoint;
  readonly messenger: Messenger;
  readonly batchMessenger: BatchMessenger;
  /** Has whoever should know told in which groups Active Directory is newly not as Entra says. */
  readonly tellDrift: (news: readonly DriftRow[]) => Promise<void>;
  /** Sends the notices that are due; to be called again and again. */
  readonly sendNotices: (signal: AbortSignal) => Promise<void>;
}

export function createTeams(given: TeamsOptions): Teams {
  const { channel, clock, log } = given;
  const conversations = new RecentConversations(given.conversations, clock);
  const groupCards = groupCardsOf(given);
  const welcomes = createWelcomes(conversations);
  const options = { ...given, conversations, welcomes, groupCards };
  const isSandbox = channel.kind === 'sandbox';
  const { adapter, connector } = createChannel(options);
  adapter.onTurnError = (context, error) => answerDefect(log, context, error);
  const submissions = createSubmissions();
  const allowedTenants = options.allowedTenants ?? (isSandbox ? undefined : [channel.tenantId]);
  const waits = waitsOf(options);
  const messengers = createMessengers(options, connector, submissions);
  const bot = new WritebackBot({
    ...options,
    ...messengers,
    submissions,
    ...admissionOf(given),
    titles: createChoiceTitles(),
    allowedTenants,
    ...waits,
    ...listsFor(options),
    deliveryFrom: (defaultServiceUrl) =>
      createDelivery({ ...options, connector, defaultServiceUrl, attempts: 1 }),
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
      receivedWithinMs: waits.contentWithinMs,
      log,
    }),
    ...messengers,
  };
}

function admissionOf({
  members,
  allowsGuests = false,
  clock,
}: TeamsOptions): Pick<AdmissionDeps, 'admission' | 'allowsGuests'> {
  return { admission: members && new Admission(members, clock), allowsGuests };
}

function waitsOf({
  answerWithinMs = defaultAnswerWithinMs,
  contentWithinMs = defaultContentWithinMs,
}: TeamsOptions): Pick<LateDeps, 'answerWithinMs' | 'contentWithinMs'> {
  return { answerWithinMs, contentWithinMs };
}

function groupCardsOf(given: TeamsOptions): GroupCards | undefined {
  const { groupCardStore: store } = given;
  return store && createGroupCards({ ...given, store });
}

function listsFor({
  lists,
  channel,
}: TeamsOptions): Pick<FileDeps, 'batches' | 'batchCards' | 'fileHosts'> {
  const fileHosts = channel.kind === 'sandbox' ? loopbackFileHosts : teamsFileHosts;
  return { batches: lists.useCases, batchCards: lists.cards, fileHosts };
}

function createChannel({ channel, clock, sendTimeoutMs = 15_000, sendsPerSecond }: TeamsOptions): {
  readonly adapter: BotAdapter;
  readonly connector: Connector;
} {
  const token = channel.kind === 'teams' ? createBotToken(channel) : undefined;
  const appId = channel.kind === 'teams' ? channel.appId : 'sandbox';
  const call = createConnectorHttp({ token, sendTimeoutMs });
  const pace = new SendPace(clock, sendsPerSecond === undefined ? {} : { sendsPerSecond });
  const connector = pacedConnector(createConnector(call, `28:${appId}`), pace);
  const authentication = new ChannelAuthentication({ channel, token, sendTimeoutMs });
  return { adapter: new BotAdapter(authentication, connector), connector };
}
