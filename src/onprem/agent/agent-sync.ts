import type { UserId } from '../../domain/ids.ts';
import type { SyncStatus } from '../../domain/membership.ts';
import type { SyncControl, SyncStart, SyncTrigger } from '../../domain/ports.ts';
import { type AgentCallsOptions, type Asked, askAgent, unexpected } from './agent-calls.ts';

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
    const asked: Asked = {
      question: { verb: 'sync.startDelta' },
      askedBy,
      silence: 'sync-unreachable',
      floorMs,
    };
    const outcome = await askAgent(this.#options, asked);
    if (outcome.kind !== 'sync.startDelta') {
      throw unexpected(asked, outcome.kind);
    }
    return outcome.start;
  }
}
