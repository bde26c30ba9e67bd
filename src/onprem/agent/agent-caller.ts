import type { AgentJobs } from '../../domain/agent-jobs.ts';
import type { AgentId } from '../../domain/agent-protocol.ts';
import type { Clock } from '../../domain/ports.ts';
import type { TokenCheck } from './agent-token.ts';
import { TokenRefused } from './agent-token.ts';
import { type AgentPublicKeys, SignatureRefused, verifyRequest } from './request-signature.ts';

export interface CallerRules {
  readonly keys: AgentPublicKeys;
  /** Undefined in the sandbox, where the signature alone counts. */
  readonly checkToken: TokenCheck | undefined;
  /** The wall clock, whatever the sandbox's clock shows. */
  readonly time: Pick<Clock, 'now'>;
}

export interface Call {
  readonly path: string;
  readonly body: string;
  readonly signature: string;
  readonly authorization: string;
}

/** Why a caller is not believed; for the log, never for the caller. */
export class CallerRefused extends Error {
  override readonly name = 'CallerRefused';
}

/** What two clocks may differ. Nonces are remembered for longer. */
const skewMs = 300_000;

/**
 * Resolves to the agent that calls: its token (where there is Entra), its signature over this very request, made
 * within five minutes, and never seen before. Throws `CallerRefused` and `TokenKeysUnreachable`.
 */
export async function identifyCaller(
  rules: CallerRules,
  jobs: Pick<AgentJobs, 'spendNonce'>,
  call: Call,
): Promise<AgentId> {
  try {
    const { agentId, signed } = await verifyRequest(rules.keys, call.signature, call);
    if (Math.abs(rules.time.now().getTime() - signed.iat * 1000) > skewMs) {
      throw new CallerRefused('the clocks differ by more than five minutes');
    }
    await rules.checkToken?.(call.authorization);
    if (!(await jobs.spendNonce(signed.nonce))) {
      throw new CallerRefused('the request was sent before');
    }
    return agentId;
  } catch (error) {
    if (error instanceof SignatureRefused || error instanceof TokenRefused) {
      throw new CallerRefused(error.message, { cause: error });
    }
    throw error;
  }
}
