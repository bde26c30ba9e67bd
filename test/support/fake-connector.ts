import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as the bot sends it, as far as tests look at it. */
export interface SentMessage {
  readonly text?: string;
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
  readonly channelData?: unknown;
}

interface Opening {
  readonly tenantId: string;
  readonly members: readonly { readonly id: string }[];
}

export interface SentActivity {
  readonly method: string;
  readonly conversationId: string;
  readonly activityId: string;
  readonly activity: SentMessage;
}

interface Fault {
  readonly status: number | 'silence';
  readonly code?: string | undefined;
  /** The whole answer, where it is not of the usual shape. */
  readonly body?: object | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The order is carried out all the same, as behind a gateway that lost the answer. */
  readonly afterTheFact?: boolean | undefined;
}

/** A Bot Connector on 127.0.0.1: keeps what the bot posted and updated, and fails as it is told to. */
export interface FakeConnector {
  readonly serviceUrl: string;
  /** In the order of arrival; an update is an entry of its own. */
  readonly sent: readonly SentActivity[];
  /** Bodies of POST /v3/conversations. */
  readonly opened: readonly Opening[];
  /** Every request that came, refused or not: `POST conversations/x/activities`. */
  readonly requests: readonly string[];
  /** The Authorization header of each request, '' where there was none. */
  readonly authorizations: readonly string[];
  /** The next requests whose line contains `what` fail so, one fault each. */
  failNext(what: string, ...faults: readonly Fault[]): void;
  /** Who is in a conversation, page by page; one that is not set is none that the bot is in. */
  readonly rosters: Map<string, readonly (readonly object[])[]>;
  /** Nobody with this object id has the app. */
  lacksApp(userId: string): void;
  close(): Promise<void>;
}

export async function startFakeConnector(): Promise<FakeConnector> {
  const sent: SentActivity[] = [];
  const opened: Opening[] = [];
  const requests: string[] = [];
  const authorizations: string[] = [];
  const faults: { readonly what: string; readonly fault: Fault }[] = [];
  const withoutApp = new Set<string>();
  const rosters = new Map<string, readonly (readonly object[])[]>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(request.url ?? '').replace(/^\/v3\//, '');
    const line = `${request.method} ${path}`;
    const body = await readJson(request);
    requests.push(line);
    authorizations.push(request.headers.authorization ?? '');
    const index = faults.findIndex(({ what }) => line.includes(what));
    const fault = index < 0 ? undefined : faults.splice(index, 1)[0]?.fault;
    const [status, result] =
      fault === undefined || fault.afterTheFact === true ? carryOut(line, body) : [200, {}];
    if (fault === undefined) {
      reply(response, { status, body: result });
    } else if (fault.status !== 'silence') {
      reply(response, { status: fault.status, body: bodyOf(fault), headers: fault.headers });
    }
  }

  function carryOut(line: string, body: unknown): readonly [number, unknown] {
    return line === 'POST conversations'
      ? open(body as Opening)
      : (pageOf(line) ?? keep(line, body as SentMessage));
  }

  function keep(line: string, activity: SentMessage): readonly [number, unknown] {
    const [method = '', path = ''] = line.split(' ');
    const match = /^conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(path);
    if (match === null) {
      throw new Error(`The fake connector has no ${method} ${path}`);
    }
    const [, conversationId = '', updatedId = ''] = match;
    refuseTemplates(activity);
    const activityId = method === 'PUT' ? updatedId : `m${sent.length + 1}`;
    sent.push({ method, conversationId, activityId, activity });
    return [method === 'PUT' ? 200 : 201, { id: activityId }];
  }

  function pageOf(line: string): readonly [number, unknown] | undefined {
    const asked = /^GET conversations\/([^/]+)\/pagedmembers\?(.*)$/.exec(line);
    if (asked === null) {
      return undefined;
    }
    const query = new URLSearchParams(asked[2]);
    const pages = rosters.get(asked[1] ?? '');
    if (pages === undefined) {
      const code = 'BotNotInConversationRoster';
      return [403, { error: { code, message: 'The bot is not part of the conversation roster.' } }];
    }
    const next = Number(query.get('continuationToken') ?? 0) + 1;
    const page = { members: pages[next - 1] };
    return [200, next < pages.length ? { ...page, continuationToken: String(next) } : page];
  }

  function open(opening: Opening): readonly [number, unknown] {
    opened.push(opening);
    const [member] = opening.members;
    return member === undefined || withoutApp.has(member.id)
      ? [403, { error: { code: 'ForbiddenOperationException', message: 'Not installed.' } }]
      : [201, { id: `a:${member.id}` }];
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}`,
    sent,
    opened,
    requests,
    authorizations,
    rosters,
    failNext: (what, ...list) => faults.push(...list.map((fault) => ({ what, fault }))),
    lacksApp: (userId) => withoutApp.add(userId),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** A moment is for cards alone: nobody fills its template in where words are shown as they are. */
function refuseTemplates({ text = '', summary = '' }: SentMessage): void {
  if (`${text} ${summary}`.includes('{{')) {
    throw new Error(`A plain text holds a template: ${text} ${summary}`);
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
  }
  const body: unknown = text === '' ? {} : JSON.parse(text);
  return body;
}

function bodyOf({ body, code = 'Fault' }: Fault): object {
  return body ?? { error: { code, message: 'As asked.' } };
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

function reply(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  const type = { 'content-type': 'application/json' };
  // Not chained: restify, loaded in the same process, makes every writeHead return nothing.
  response.writeHead(status, { ...type, ...headers });
  response.end(JSON.stringify(body));
}
