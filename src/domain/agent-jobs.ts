import type {
  AgentId,
  AgentJob,
  AgentOutcome,
  AgentQuestion,
  AgentVerb,
} from './agent-protocol.ts';
import type { UserId } from './ids.ts';

/** There is a new job; or the job with this id was answered. */
export type News = 'job' | `answer:${string}`;

/** How a job stands for whoever asked. */
export type JobState =
  | { readonly state: 'open' }
  | { readonly state: 'answered'; readonly agentId: AgentId; readonly outcome: unknown }
  /** Its time ran out; `taken` tells whether an agent may have done it nevertheless. */
  | { readonly state: 'expired'; readonly taken: boolean };

export interface AgentSeen {
  readonly agentId: AgentId;
  /** Real milliseconds since its last call, by the clock of the database. */
  readonly agoMs: number;
}

export interface NewJob {
  readonly question: AgentQuestion;
  readonly askedBy: UserId | 'writeback';
  /** Real milliseconds from its turn after which nobody waits for the answer and no agent gets the job any more. */
  readonly patienceMs: number;
  /** For a start of a cycle: real milliseconds since the last one within which there is no other. */
  readonly floorMs?: number;
}

export type Added =
  | { readonly kind: 'added'; readonly id: string }
  /** Real milliseconds until a start is taken again. */
  | { readonly kind: 'too-soon'; readonly retryAfterMs: number };

export interface TakeOptions {
  readonly agentId: AgentId;
  readonly verbs: readonly AgentVerb[];
  /** Real milliseconds after which the job goes to whoever asks next. */
  readonly leaseMs: number;
}

/** Proof of who answered: kept beside the answer for ever. */
export interface SignedAnswer {
  readonly agentId: AgentId;
  readonly id: string;
  readonly lease: string;
  readonly outcome: AgentOutcome;
  /** The agent's JWS over the request that carried the answer. */
  readonly signature: string;
}

/**
 * Questions to the agents on premises, in PostgreSQL, so that any instance may hand one out, take its
 * answer, or wait for it. Times are real and by the clock of the database.
 */
export interface AgentJobs {
  /**
   * A start of a cycle that is open already is joined, not asked for twice; one within its `floorMs` of the last that
   * was done, or may have been, is not taken.
   */
  add(job: NewJob): Promise<Added>;
  look(id: string): Promise<JobState>;
  /** Gives the job up, unless it was answered in this moment; resolves to how it stands then. */
  expire(id: string): Promise<JobState>;
  /**
   * Leases the oldest open job that this agent can do. A start of a cycle that was leased once goes to
   * the same agent only, because that one remembers whether it started.
   */
  take(options: TakeOptions): Promise<AgentJob | undefined>;
  /** The job did not reach the agent: it is free again. */
  giveBack(job: AgentJob): Promise<void>;
  /** Stores the first answer under a valid lease; false for every other. Either way the audit trail gets a row. */
  answer(answer: SignedAnswer): Promise<boolean>;
  /** Notes that the agent is there. */
  see(agentId: AgentId, verbs: readonly AgentVerb[]): Promise<void>;
  /** The agent with this verb that called last. */
  lastSeen(verb: AgentVerb): Promise<AgentSeen | undefined>;
  /** False when this nonce was used before. */
  spendNonce(nonce: string): Promise<boolean>;
  /** Resolves at the next such news, after so many real milliseconds, or when aborted. News can be missed. */
  news(news: News, waitMs: number, until: AbortSignal): Promise<void>;
}
