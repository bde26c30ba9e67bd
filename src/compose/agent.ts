import type { Config } from '../config.ts';
import type { AgentAccess } from '../config-agent.ts';
import type { Log } from '../domain/log.ts';
import type { OnPremDirectory } from '../domain/ports.ts';
import type { CallerRules } from '../onprem/agent/agent-caller.ts';
import { AgentDirectory } from '../onprem/agent/agent-directory.ts';
import { type AgentEndpoint, createAgentEndpoint } from '../onprem/agent/agent-endpoint.ts';
import { AgentSync } from '../onprem/agent/agent-sync.ts';
import { createTokenCheck } from '../onprem/agent/agent-token.ts';
import { createAgentJobs } from '../store/agent-jobs.ts';
import { listenForAgents } from '../store/agent-signals.ts';
import type { Database } from '../store/database.ts';
import { wallClock } from './clock.ts';

export interface ComposedAgent {
  /** Undefined when nothing is left to agents. */
  readonly endpoint: AgentEndpoint | undefined;
  /** Defined when AD_MODE is agent. */
  readonly directory: OnPremDirectory | undefined;
  /** Defined when SYNC_MODE is agent; starts cycles too. */
  readonly sync: AgentSync | undefined;
  close(): Promise<void>;
}

/** What the bot leaves to agents on premises. Agents live in real time, whatever the sandbox's clock shows. */
export function composeAgent(
  { ad, sync, agent }: Config,
  { database, log }: { readonly database: Database; readonly log: Log },
): ComposedAgent {
  if (agent.AGENT_AUTH === 'off') {
    return { endpoint: undefined, directory: undefined, sync: undefined, close: async () => {} };
  }
  const signals = listenForAgents(database.url, log);
  const jobs = createAgentJobs(database, signals);
  return {
    endpoint: createAgentEndpoint({ jobs, caller: callerRulesOf(agent), log }),
    directory: ad.AD_MODE === 'agent' ? new AgentDirectory({ jobs }) : undefined,
    sync: sync.SYNC_MODE === 'agent' ? new AgentSync({ jobs }) : undefined,
    close: () => signals.close(),
  };
}

function callerRulesOf(agent: Exclude<AgentAccess, { readonly AGENT_AUTH: 'off' }>): CallerRules {
  const { AGENT_KEYS: keys } = agent;
  if (agent.AGENT_AUTH === 'key') {
    return { keys, checkToken: undefined, time: wallClock };
  }
  const authority = `https://login.microsoftonline.com/${agent.AGENT_TENANT_ID}`;
  const checkToken = createTokenCheck({
    tenantId: agent.AGENT_TENANT_ID,
    audience: agent.AGENT_AUDIENCE,
    clientIds: agent.AGENT_CLIENT_IDS,
    role: agent.AGENT_ROLE,
    issuer: agent.AGENT_TOKEN_ISSUER ?? `${authority}/v2.0`,
    keysUrl: agent.AGENT_TOKEN_KEYS_URL ?? `${authority}/discovery/v2.0/keys`,
    time: wallClock,
  });
  return { keys, checkToken, time: wallClock };
}
