import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { SandboxClock } from '../../../src/sandbox/clock.ts';
import { Journal } from '../../../src/sandbox/journal.ts';
import {
  type ClockStrip,
  type SandboxTeams,
  startTeams,
  type TeamsOptions,
} from '../../../src/sandbox/teams/server.ts';

export type ReceivedActivity = z.infer<typeof ReceivedActivity>;
const ReceivedActivity = z.looseObject({
  type: z.string(),
  id: z.string(),
  serviceUrl: z.string(),
  text: z.string().optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  replyToId: z.string().optional(),
  from: z.object({ id: z.string(), name: z.string(), aadObjectId: z.string() }),
  conversation: z.looseObject({ id: z.string() }),
  // oxlint-disable-next-line typescript/no-explicit-any -- a test looks into what it expects
  value: z.any().optional(),
});

export interface StubBot {
  readonly endpoint: string;
  readonly received: ReceivedActivity[];
  close(): Promise<void>;
}

/** What to answer, or a promise of it. */
type Answer = (activity: ReceivedActivity) => unknown;

/** A bot of twenty lines: keeps every activity and answers with what the test says. */
export async function startStubBot(answer: Answer = () => undefined): Promise<StubBot> {
  const received: ReceivedActivity[] = [];
  const server = createServer((request, response) => {
    void respond(request, response, (activity) => {
      received.push(activity);
      return answer(activity);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    received,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  try {
    const activity = ReceivedActivity.parse(await json(request));
    const body = await answer(activity);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? {}));
  } catch (error) {
    response.writeHead(500);
    response.end(String(error));
  }
}

export const idleClockStrip: ClockStrip = {
  state: () => ({
    now: new Date('2026-03-02T09:00:00Z'),
    speed: 60,
    nextSyncAt: new Date('2026-03-02T09:20:00Z'),
    inProgress: false,
    paused: false,
  }),
  runCycle: () => undefined,
  skip: () => undefined,
  pause: () => undefined,
  resume: () => undefined,
};

/** Teams in memory in front of a bot, with everything a test does not speak of at its simplest. */
export async function startTeamsFor(
  bot: Pick<StubBot, 'endpoint'>,
  more: Partial<TeamsOptions> = {},
): Promise<SandboxTeams> {
  return startTeams({
    journal: new Journal(),
    clock: new SandboxClock({ speed: 60 }),
    botEndpoint: () => bot.endpoint,
    clockStrip: idleClockStrip,
    ...more,
  });
}

/** Calls the Connector as a bot does. */
export async function callConnector(
  teams: SandboxTeams,
  call: { readonly method: string; readonly path: string; readonly body?: unknown },
): Promise<{
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test looks into what it expects
  readonly body: any;
}> {
  const response = await fetch(`${teams.serviceUrl}v3/${call.path}`, {
    method: call.method,
    headers: { 'content-type': 'application/json' },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** The activities path of a conversation. */
export function activitiesOf(conversationId: string): string {
  return `conversations/${encodeURIComponent(conversationId)}/activities`;
}

export function cardAttachment(
  body: readonly object[],
  more: object = {},
): { readonly contentType: string; readonly content: object } {
  const content = { type: 'AdaptiveCard', version: '1.5', body, ...more };
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}

export function textBlock(text: string): object {
  return { type: 'TextBlock', text, wrap: true };
}

export function cardAnswer(content: object): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: content };
}
