import { randomInt } from 'node:crypto';
import type { AgentJob, AgentOutcome } from '../domain/agent-protocol.ts';
import type { Log } from '../domain/log.ts';
import type { Clock } from '../domain/ports.ts';
import { BotCallFailed, type BotClient } from './bot-client.ts';
import { type Abilities, execute, verbsOf } from './execute.ts';

export interface AgentOptions {
  readonly bot: BotClient;
  readonly abilities: Abilities;
  readonly clock: Clock;
  readonly log: Log;
  /** Jobs at the same time. */
  readonly concurrency: number;
}

export interface RunningAgent {
  /** Asks for nothing more and resolves when what runs has been answered. */
  stop(): Promise<void>;
}

const longestPauseMs = 30_000;
const answerTries = 6;

/** Asks the bot for work, does it, and answers, until it is stopped. Silence of the bot is waited out. */
export function startAgent(options: AgentOptions): RunningAgent {
  const stopping = new AbortController();
  const loops = Array.from({ length: options.concurrency }, () => work(options, stopping.signal));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

async function work(options: AgentOptions, stopping: AbortSignal): Promise<void> {
  const { bot, abilities, log } = options;
  const verbs = verbsOf(abilities);
  let failures = 0;
  while (!stopping.aborted) {
    try {
      const job = await bot.poll({ verbs }, stopping);
      failures = 0;
      if (job !== undefined) {
        await doJob(options, job);
      }
    } catch (error) {
      if (stopping.aborted) {
        return;
      }
      if (!(error instanceof BotCallFailed)) {
        throw error;
      }
      failures += 1;
      log.warn({ reason: reasonOf(error), failures }, 'the bot gives no work; asking again soon');
      await pause(options.clock, failures, stopping);
    }
  }
}

async function doJob(options: AgentOptions, job: AgentJob): Promise<void> {
  const { verb } = job.question;
  const outcome = await execute(options.abilities, job, options.log);
  const isAccepted = await answer(options, job, outcome);
  options.log.info({ job: job.id, verb, outcome: outcome.kind, isAccepted }, 'a job is done');
}

/** The same answer is sent until the bot has it or does not want it; the lease limits how long that makes sense. */
async function answer(
  { bot, clock, log }: AgentOptions,
  { id, lease }: AgentJob,
  outcome: AgentOutcome,
): Promise<boolean> {
  for (let tries = 1; tries < answerTries; tries += 1) {
    try {
      return await bot.answer({ id, lease, outcome });
    } catch (error) {
      if (!(error instanceof BotCallFailed)) {
        throw error;
      }
      log.warn({ job: id, reason: reasonOf(error) }, 'an answer did not reach the bot');
      if (error.status !== undefined && error.status < 500) {
        return false;
      }
      await pause(clock, tries, undefined);
    }
  }
  return false;
}

/** From about 0.2 to 30 seconds, never twice the same, so that agents do not come back all at once. */
async function pause(
  clock: Clock,
  failures: number,
  stopping: AbortSignal | undefined,
): Promise<void> {
  const most = Math.min(longestPauseMs, 200 * 2 ** Math.min(failures, 10));
  try {
    await clock.sleep(randomInt(Math.ceil(most / 2), most + 1), stopping);
  } catch (error) {
    if (stopping?.aborted !== true) {
      throw error;
    }
  }
}

function reasonOf(error: BotCallFailed): string {
  const { cause } = error;
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const why = inner instanceof Error ? ` (${inner.message})` : '';
  return `${error.message}${why}`;
}
