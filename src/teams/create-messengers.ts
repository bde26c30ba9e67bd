import { createBatchMessenger } from './batch-messenger.ts';
import type { Channel } from './channel.ts';
import type { Connector } from './connector.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import { tellDrift } from './drift-news.ts';
import type { GroupCards } from './group-cards.ts';
import { createIntroductions, type Introductions } from './introductions.ts';
import { createMessenger } from './messenger.ts';
import { sendDueNotices } from './send-notices.ts';
import { teamsDefaultServiceUrl } from './service-urls.ts';
import type { Submissions } from './submissions.ts';
import type { Teams, TeamsOptions } from './teams-bot.ts';
import type { Welcomes } from './welcomes.ts';

const sendAttempts = 4;

/** Everything that is sent by itself. */
export function createMessengers(
  options: TeamsOptions & {
    readonly welcomes: Welcomes;
    readonly groupCards: GroupCards | undefined;
  },
  connector: Connector,
  submissions: Submissions,
): Omit<Teams, 'endpoint'> {
  const delivery = patientDelivery(options, connector);
  return {
    ...createNotices(options, delivery),
    messenger: createMessenger({ ...options, submissions, delivery }),
    batchMessenger: createBatchMessenger({
      ...options,
      ...options.lists,
      batchCards: options.lists.cards,
      submissions,
      delivery,
    }),
  };
}

function createNotices(
  options: TeamsOptions,
  delivery: Delivery,
): Pick<Teams, 'tellDrift' | 'sendNotices'> {
  const { notices, useCases, clock } = options;
  if (notices === undefined) {
    return { tellDrift: () => Promise.resolve(), sendNotices: () => Promise.resolve() };
  }
  const { administrators } = useCases;
  return {
    tellDrift: (news) => tellDrift({ notices, administrators, clock }, news),
    sendNotices: (signal) => sendDueNotices({ ...options, notices, delivery }, signal),
  };
}

/** For what nobody waits for. */
function patientDelivery(
  options: TeamsOptions & { readonly welcomes: Welcomes },
  connector: Connector,
): Delivery {
  const { channel, conversations, welcomes, clock, defaultLanguage } = options;
  return createDelivery({
    connector,
    conversations,
    welcomes,
    clock,
    defaultServiceUrl: options.defaultServiceUrl ?? defaultServiceUrlOf(channel),
    attempts: sendAttempts,
    introductions: introductionsOf(options),
    defaultLanguage,
  });
}

function introductionsOf({ installing, clock, log }: TeamsOptions): Introductions | undefined {
  return installing && createIntroductions({ ...installing, clock, log });
}

function defaultServiceUrlOf(channel: Channel): string {
  const given = channel.kind === 'teams' ? channel.defaultServiceUrl : undefined;
  return given ?? teamsDefaultServiceUrl;
}
