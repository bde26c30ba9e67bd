import type { UserId } from '../../domain/ids.ts';
import type { SyncStatus } from '../../domain/membership.ts';
import type { SyncControl, SyncStart, SyncTrigger } from '../../domain/ports.ts';
import {
  type AgentCallsOptions,
  type Asked,
  addQuestion,
  answerTo,
  askAgent,
  unexpected,
} from './agent-calls.ts';

/** Between two starts, whichever agents were asked; each agent keeps its own floor besides. */
const floorMs = 300_000;

/** The scheduler of Entra Connect as an agent on premises sees it. Throws `sync-unreachable`. */
export class AgentSync implements SyncControl, SyncTrigger {
  readonly #options: AgentCallsOptions;

  constructor(options: AgentCallsOptions) {
    this.#options = options;
  }

  async status(): Promise<SyncStatus> {
    const asked: Asked = {
      question: { verb: 'sync.status' },
      askedBy: 'writeback',
      silence: 'sync-unreachable',
    };
    const outcome = await askAgent(this.#options, asked);
    if (outcome.kind !== 'sync.status') {
      throw unexpected(asked, outcome.kind);
    }
    return outcome.status;
  }

  /** Those who ask while a start is on its way share it. After `sync-unreachable` a cycle may have begun nevertheless. */
  async startDelta(askedBy: UserId | 'writeback' = 'writeback'): Promise<SyncStart> {
    const since = await this.#options.jobs.sinceLastStart();
    if (since !== undefined && since < floorMs) {
      return tooSoon(since);
    }
    const asked: Asked = {
      question: { verb: 'sync.startDelta' },
      askedBy,
      silence: 'sync-unreachable',
    };
    const added = await addQuestion(this.#options, { ...asked, floorMs });
    if (added.kind === 'too-soon') {
      return tooSoon(added.sinceMs);
    }
    const outcome = await answerTo(this.#options, asked, added.id);
    if (outcome.kind !== 'sync.startDelta') {
      throw unexpected(asked, outcome.kind);
    }
    return outcome.start;
  }
}

function tooSoon(sinceMs: number): SyncStart {
  return { kind: 'refused', why: 'too-soon', retryAfterMs: Math.ceil(floorMs - sinceMs) };
}
