import assert from 'node:assert/strict';
import { UserId } from '../../src/domain/ids.ts';
import { createGraph, type Graph } from '../../src/graph/create-graph.ts';
import { SandboxClock } from '../../src/sandbox/clock.ts';
import { type FaultOptions, noLags } from '../../src/sandbox/graph/options.ts';
import { type SandboxGraph, startGraph } from '../../src/sandbox/graph/server.ts';
import { Journal } from '../../src/sandbox/journal.ts';
import { people, teamsAppId } from '../../src/sandbox/seed.ts';
import { judgedGraph } from './judged-graph.ts';

/** The simulated Graph, the judge of the traffic before it, and the real adapter before the judge. */
export interface ApproverWorld extends AsyncDisposable {
  readonly sandbox: SandboxGraph;
  readonly graph: Graph;
  /** Sends to the sandbox itself, for what the product never asks; answers the parsed body, if any. */
  send(method: string, path: string, body?: unknown): Promise<unknown>;
}

/** Disposal fails when a request or an answer was not as Microsoft describes it. */
export async function approverWorld(
  options: { readonly faults?: FaultOptions; readonly teamsApp?: false } = {},
): Promise<ApproverWorld> {
  const clock = new SandboxClock({ speed: 300 });
  const { faults } = options;
  const journal = new Journal();
  const sandbox = await startGraph({ journal, clock, lags: noLags, ...(faults && { faults }) });
  const judge = await judgedGraph(sandbox.origin);
  const graph = createGraph({
    origin: judge.origin,
    clock,
    credentials: { kind: 'sandbox' },
    random: () => 0.5,
    ...(options.teamsApp === false ? {} : { teamsApp: { manifestId: teamsAppId } }),
  });
  return {
    sandbox,
    graph,
    send: (method, path, body) => send(`${sandbox.origin}${path}`, method, body),
    [Symbol.asyncDispose]: async () => {
      graph.close();
      await judge.close();
      await sandbox.close();
      assert.deepEqual(judge.errors(), []);
    },
  };
}

/** Object id of a person of the sandbox. */
export function idOf(key: string): UserId {
  const person = people.find((one) => one.key === key) ?? assert.fail(key);
  return UserId.parse(person.objectId);
}

async function send(url: string, method: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  assert.ok(response.ok, `${method} ${url}: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
