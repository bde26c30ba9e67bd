import {
  type Activity,
  CloudAdapter,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { ChannelAuthentication } from './channel-authentication.ts';
import type { Connector } from './connector.ts';

/** Somebody who has shown to be the Bot Connector, as the SDK keeps it. */
export type Caller = AuthenticateRequestResult;

/**
 * CloudAdapter whose turns are given back instead of written to a response, so that no SDK text leaves, and whose
 * messages go through our own Connector, which does not repeat what may have been carried out.
 */
export class BotAdapter extends CloudAdapter {
  readonly #connector: Connector;
  readonly #authentication: ChannelAuthentication;

  constructor(authentication: ChannelAuthentication, connector: Connector) {
    super(authentication);
    this.#authentication = authentication;
    this.#connector = connector;
  }

  /** Throws `AuthenticationError` when the caller is not the Bot Connector, `KeysUnreachableError` when nobody knows. */
  async authenticate(authorization: string, activity: Activity): Promise<Caller> {
    return this.#authentication.authenticateRequest(activity, authorization);
  }

  async turn(
    caller: Caller,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(caller, activity, logic);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      responses.push(...(await this.#send(context, activity)));
    }
    return responses;
  }

  override async updateActivity(
    context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse> {
    const { id = '' } = activity;
    await this.#connector.update(addressOf(context), id, activity);
    return { id };
  }

  async #send(context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse[]> {
    if (activity.type !== undefined && notForTheChannel.has(activity.type)) {
      return super.sendActivities(context, [activity]);
    }
    const { id: _unknownYet, ...message } = activity;
    return [{ id: await this.#connector.post(addressOf(context), message) }];
  }
}

/** What the SDK keeps for itself: the answer to an invoke, a pause, a trace. */
const notForTheChannel: ReadonlySet<string> = new Set(['invokeResponse', 'delay', 'trace']);

function addressOf({ activity }: TurnContext): {
  readonly serviceUrl: string;
  readonly conversationId: string;
} {
  return { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id };
}
