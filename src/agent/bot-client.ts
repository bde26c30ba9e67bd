import { randomUUID } from 'node:crypto';
import {
  AgentJob,
  type AgentPoll,
  type AgentResult,
  pollPath,
  resultPath,
  signatureHeader,
} from '../domain/agent-protocol.ts';
import type { Clock } from '../domain/ports.ts';
import { type AgentKey, signRequest } from '../onprem/agent/request-signature.ts';
import type { Authorize } from './credential.ts';

export interface BotClientOptions {
  /** Origin of the bot. */
  readonly url: string;
  readonly key: AgentKey;
  readonly authorize: Authorize;
  readonly clock: Clock;
}

/** The bot did not answer as agreed; `status` is undefined when it did not answer at all. */
export class BotCallFailed extends Error {
  override readonly name = 'BotCallFailed';
  readonly status: number | undefined;

  constructor(message: string, status: number | undefined, cause?: unknown) {
    super(message, { cause });
    this.status = status;
  }
}

/** Longer than the bot holds a poll. */
const pollTimeoutMs = 40_000;
const resultTimeoutMs = 20_000;

/** The agent's way out: HTTPS to the bot and to nobody else; redirects are not followed. */
export class BotClient {
  readonly #options: BotClientOptions;

  constructor(options: BotClientOptions) {
    this.#options = options;
  }

  /** Waits for a job; undefined when there is none for now. Throws `BotCallFailed`. */
  async poll(poll: AgentPoll, signal: AbortSignal): Promise<AgentJob | undefined> {
    const end = AbortSignal.any([signal, AbortSignal.timeout(pollTimeoutMs)]);
    const response = await this.#post(pollPath, poll, end);
    if (response.status === 204) {
      return undefined;
    }
    if (response.status !== 200) {
      throw await refused(pollPath, response);
    }
    const job = AgentJob.safeParse(await readJson(response));
    if (!job.success) {
      throw new BotCallFailed('the bot sent a job that is none', response.status, job.error);
    }
    return job.data;
  }

  /** False when somebody else has the job by now. Throws `BotCallFailed`. */
  async answer(result: AgentResult): Promise<boolean> {
    const response = await this.#post(resultPath, result, AbortSignal.timeout(resultTimeoutMs));
    if (response.status === 409) {
      await response.body?.cancel();
      return false;
    }
    if (response.status !== 204) {
      throw await refused(resultPath, response);
    }
    return true;
  }

  async #post(path: string, message: object, signal: AbortSignal): Promise<Response> {
    const { url, key, authorize, clock } = this.#options;
    const body = JSON.stringify(message);
    try {
      const authorization = await authorize(signal);
      const iat = Math.floor(clock.now().getTime() / 1000);
      const request = { method: 'POST' as const, path, iat, nonce: randomUUID() };
      const headers = {
        'content-type': 'application/json',
        [signatureHeader]: await signRequest(key, request, body),
        ...(authorization === undefined ? {} : { authorization }),
      };
      return await fetch(new URL(path, url), {
        method: 'POST',
        headers,
        body,
        signal,
        redirect: 'error',
      });
    } catch (error) {
      throw new BotCallFailed(`POST ${path} was not answered`, undefined, error);
    }
  }
}

async function refused(path: string, response: Response): Promise<BotCallFailed> {
  await response.body?.cancel();
  return new BotCallFailed(`POST ${path} was answered ${response.status}`, response.status);
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new BotCallFailed('the bot sent no JSON', response.status, error);
  }
}
