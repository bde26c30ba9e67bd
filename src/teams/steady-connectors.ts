import { type ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { z } from 'zod';

/**
 * Wraps what makes the SDK's clients, so that there is one per service URL and that they neither retry (a POST that
 * was carried out and then answered 502 would be sent again) nor wait for ever (the SDK has no timeout). The SDK
 * makes one for each turn, so it is there for whatever the SDK should ask; what the bot says goes through connector.ts.
 */
export function steadyConnectors(timeoutMs: number): (inner: ConnectorFactory) => ConnectorFactory {
  const clients = new Map<string, Promise<ConnectorClient>>();
  return (inner) => new SteadyConnectorFactory({ inner, timeoutMs, clients });
}

/** More than there are regions of Teams. */
const most = 100;

interface Steadiness {
  readonly inner: ConnectorFactory;
  readonly timeoutMs: number;
  readonly clients: Map<string, Promise<ConnectorClient>>;
}

class SteadyConnectorFactory extends ConnectorFactory {
  readonly #of: Steadiness;

  constructor(of: Steadiness) {
    super();
    this.#of = of;
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const { clients } = this.#of;
    const known = clients.get(serviceUrl);
    if (known !== undefined) {
      return known;
    }
    if (clients.size >= most) {
      clients.clear();
    }
    const made = this.#make(serviceUrl, audience);
    clients.set(serviceUrl, made);
    return made;
  }

  async #make(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const { inner, timeoutMs } = this.#of;
    const client = await inner.create(serviceUrl, audience);
    const { pipeline } = InnerClient.parse(client).client;
    pipeline.removePolicy({ phase: 'Retry' });
    pipeline.addPolicy({
      name: 'sendTimeout',
      sendRequest: (request, next) => next(Object.assign(request, { timeout: timeoutMs })),
    });
    return client;
  }
}

/** The SDK hides the HTTP pipeline of its clients; should that change, every turn fails loudly here. */
const InnerClient = z.object({
  client: z.object({
    pipeline: z.custom<Pipeline>(
      (value) => typeof value === 'object' && value !== null && 'removePolicy' in value,
    ),
  }),
});

interface Pipeline {
  removePolicy(which: { readonly phase: 'Retry' }): void;
  addPolicy(policy: { readonly name: string; readonly sendRequest: SendRequest }): void;
}

type SendRequest = (
  request: object,
  next: (request: object) => Promise<unknown>,
) => Promise<unknown>;
