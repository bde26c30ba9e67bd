import type { AgentJobs, JobState, NewJob } from '../../domain/agent-jobs.ts';
import { type AgentId, AgentOutcome } from '../../domain/agent-protocol.ts';
import { Problem, type ProblemCode } from '../../domain/problem.ts';

export interface AgentCallsOptions {
  readonly jobs: AgentJobs;
  /** Real milliseconds that an answer is waited for; 60000. */
  readonly patienceMs?: number;
  /** Real milliseconds since an agent's last call after which none is believed to be there; 90000. */
  readonly absentAfterMs?: number;
}

export interface Asked extends Omit<NewJob, 'patienceMs'> {
  /** What it means when nobody answers. */
  readonly silence: 'directory-unreachable' | 'sync-unreachable';
}

/** A signal from the database can be lost, so the job is looked at again after this time. */
const lookEveryMs = 5000;

/**
 * Asks whichever agent calls next and waits for its answer, which may come in through another instance. A start of a
 * cycle within `floorMs` of the last is refused as an agent would refuse it. Throws the Problem that the agent met, or
 * `silence`: at once when no agent has called lately, else when patience ends.
 */
export async function askAgent(options: AgentCallsOptions, asked: Asked): Promise<AgentOutcome> {
  const { jobs, patienceMs = 60_000 } = options;
  await requireAgent(options, asked);
  const { silence: _, ...wanted } = asked;
  const added = await jobs.add({ ...wanted, patienceMs });
  if (added.kind === 'too-soon') {
    const { retryAfterMs } = added;
    return { kind: 'sync.startDelta', start: { kind: 'refused', why: 'too-soon', retryAfterMs } };
  }
  const state = await waitFor(jobs, added.id, patienceMs);
  if (state.state !== 'answered') {
    const taken = state.state === 'expired' && state.taken;
    throw silent(
      asked,
      `${asked.question.verb} got no answer in time; ${taken ? 'an agent took it, so it may have been done' : 'no agent took it'}`,
    );
  }
  return readOutcome(asked, state);
}

/** `unexpected` makes an answer to another question a Problem; the store lets none through. */
export function unexpected({ silence, question }: Asked, kind: string): Problem {
  return new Problem(silence, { detail: `an agent answered ${kind} to ${question.verb}` });
}

async function requireAgent(
  { jobs, absentAfterMs = 90_000 }: AgentCallsOptions,
  asked: Asked,
): Promise<void> {
  const seen = await jobs.lastSeen(asked.question.verb);
  if (seen === undefined) {
    throw silent(asked, `no agent for ${asked.question.verb} has ever called`);
  }
  if (seen.agoMs > absentAfterMs) {
    const seconds = Math.round(seen.agoMs / 1000);
    throw silent(asked, `no agent is there; ${seen.agentId} called last, ${seconds} seconds ago`);
  }
}

async function waitFor(jobs: AgentJobs, id: string, patienceMs: number): Promise<JobState> {
  const end = AbortSignal.timeout(patienceMs);
  while (!end.aborted) {
    const looking = new AbortController();
    // Listening begins before looking, so that an answer in between is not missed.
    const news = jobs.news(`answer:${id}`, lookEveryMs, AbortSignal.any([end, looking.signal]));
    const state = await jobs.look(id);
    if (state.state !== 'open') {
      looking.abort();
      return state;
    }
    await news;
  }
  return jobs.expire(id);
}

function readOutcome(
  asked: Asked,
  { agentId, outcome }: { readonly agentId: AgentId; readonly outcome: unknown },
): AgentOutcome {
  const answer = AgentOutcome.parse(outcome);
  if (answer.kind !== 'failed') {
    return answer;
  }
  const code: ProblemCode = answer.code === 'defect' ? asked.silence : answer.code;
  throw new Problem(code, { detail: `the agent ${agentId}: ${answer.detail}` });
}

function silent({ silence }: Asked, detail: string): Problem {
  return new Problem(silence, { detail });
}
