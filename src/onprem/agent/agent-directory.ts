import { largestCheck } from '../../domain/agent-protocol.ts';
import type { MembershipPair, MembershipVerdict } from '../../domain/membership.ts';
import type { OnPremDirectory } from '../../domain/ports.ts';
import { type AgentCallsOptions, type Asked, askAgent, unexpected } from './agent-calls.ts';

/** Active Directory as an agent on premises sees it. Times of verdicts are by the agent's clock. */
export class AgentDirectory implements OnPremDirectory {
  readonly #options: AgentCallsOptions;

  constructor(options: AgentCallsOptions) {
    this.#options = options;
  }

  /** One verdict per pair, in order. Throws the `directory-…` Problems and `organizational-unit-missing`. */
  async check(pairs: readonly MembershipPair[]): Promise<readonly MembershipVerdict[]> {
    const verdicts: MembershipVerdict[] = [];
    for (let start = 0; start < pairs.length; start += largestCheck) {
      verdicts.push(...(await this.#checkBatch(pairs.slice(start, start + largestCheck))));
    }
    return verdicts;
  }

  async #checkBatch(pairs: MembershipPair[]): Promise<readonly MembershipVerdict[]> {
    const asked: Asked = {
      question: { verb: 'membership.check', pairs },
      askedBy: 'writeback',
      silence: 'directory-unreachable',
    };
    const outcome = await askAgent(this.#options, asked);
    if (outcome.kind !== 'membership.check' || outcome.verdicts.length !== pairs.length) {
      throw unexpected(asked, outcome.kind);
    }
    return outcome.verdicts;
  }
}
