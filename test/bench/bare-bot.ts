import {
  type Activity,
  type AdaptiveCardInvokeResponse,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  TeamsActivityHandler,
} from 'botbuilder';
import {
  type ServiceClientCredentials,
  ServiceClientCredentialsFactory,
  TokenCredentials,
} from 'botframework-connector';
import restify from 'restify';

/**
 * An echo bot as botbuilder's samples write it, on restify, with channel authentication on: what turn.ts compares
 * with. It is told its cloud through the environment. Its own token is a fixed word, which costs it less than a real
 * one would.
 */
class FixedToken extends ServiceClientCredentialsFactory {
  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === process.env['MicrosoftAppId'];
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(): Promise<ServiceClientCredentials> {
    return new TokenCredentials('bare');
  }
}

class EchoBot extends TeamsActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(MessageFactory.text(`Echo: ${context.activity.text}`));
      await next();
    });
  }

  protected override async onAdaptiveCardInvoke(): Promise<AdaptiveCardInvokeResponse> {
    const answer: object = { text: 'Done' };
    const type = 'application/vnd.microsoft.activity.message';
    return { statusCode: 200, type, value: answer as Activity & Record<string, unknown> };
  }
}

const settings = Object.fromEntries(
  [
    'MicrosoftAppId',
    'ToChannelFromBotLoginUrl',
    'ToChannelFromBotOAuthScope',
    'ToBotFromChannelTokenIssuer',
    'ToBotFromChannelOpenIdMetadataUrl',
    'ToBotFromEmulatorOpenIdMetadataUrl',
    'OAuthUrl',
    'CallerId',
  ].map((name) => [name, process.env[name] ?? '']),
);
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(settings, new FixedToken()),
);
const bot = new EchoBot();
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
  const { headers } = request;
  const body = request.body as Record<string, unknown>;
  await adapter.process({ body, headers, method: 'POST' }, response, (context) => bot.run(context));
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
