import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { pino } from 'pino';
import { wallClock } from '../compose/clock.ts';
import { composeDirectory, readText } from '../compose/onprem.ts';
import { ConfigError } from '../config.ts';
import { type AgentKey, readAgentKey, toPublicJwk } from '../onprem/agent/request-signature.ts';
import { type RunningAgent, startAgent } from './agent.ts';
import { BotClient } from './bot-client.ts';
import { type AgentAd, type AgentConfig, type AgentSync, readAgentConfig } from './config.ts';
import { createAuthorize } from './credential.ts';
import type { Abilities } from './execute.ts';
import { createStartFloor } from './start-floor.ts';
import { createSyncScript } from './sync-script.ts';

const envFiles = ['env/.env.agent.user', 'env/.env.agent'];
/** PowerShell gets none of the agent's own settings. */
const ownVariables = /^(?:AGENT|AD|SECRET)_/;

/** The composition root of the agent on premises. Nothing of the bot and of its SDK is loaded. */
async function main(): Promise<void> {
  envFiles.filter((file) => existsSync(file)).forEach((file) => loadEnvFile(file));
  // oxlint-disable-next-line node/no-process-env -- a composition root, like src/main.ts
  const env = process.env;
  const config = readAgentConfig(env);
  const key = await readKey(config);
  if (process.argv.includes('--public-key')) {
    say(JSON.stringify({ keys: [toPublicJwk(key)] }));
    return;
  }
  const log = pino({
    level: config.settings.LOG_LEVEL,
    serializers: { error: pino.stdSerializers.err },
  });
  const agent = startAgent({
    bot: new BotClient({
      url: config.settings.AGENT_BOT_URL,
      key,
      authorize: createAuthorize(config.credential),
      clock: wallClock,
    }),
    abilities: {
      directory: await directoryOf(config.ad),
      sync: composeSync(config, env),
    },
    clock: wallClock,
    log,
    concurrency: config.settings.AGENT_CONCURRENCY,
  });
  stopOnSignal(agent);
  say(`The agent ${config.settings.AGENT_ID} asks ${config.settings.AGENT_BOT_URL} for work.`);
}

async function readKey({ settings }: AgentConfig): Promise<AgentKey> {
  const pem = await readText('AGENT_KEY_FILE', settings.AGENT_KEY_FILE);
  try {
    return readAgentKey(settings.AGENT_ID, pem);
  } catch {
    throw new ConfigError(
      'Wrong settings of the agent:\n  AGENT_KEY_FILE: must be a private key in PEM: Ed25519, P-256 or RSA',
    );
  }
}

async function directoryOf(ad: AgentAd): Promise<Abilities['directory']> {
  return ad.AD_MODE === 'none' ? undefined : composeDirectory(ad, wallClock, undefined);
}

function composeSync(
  { settings, sync }: { readonly settings: AgentConfig['settings']; readonly sync: AgentSync },
  env: NodeJS.ProcessEnv,
): Abilities['sync'] {
  if (sync.AGENT_SYNC === 'none') {
    return undefined;
  }
  const script = createSyncScript({
    powershell: sync.AGENT_POWERSHELL,
    script: sync.AGENT_SYNC_SCRIPT,
    computer: sync.AGENT_SYNC_COMPUTER,
    timeoutMs: sync.AGENT_SYNC_TIMEOUT_SECONDS * 1000,
    env: Object.fromEntries(Object.entries(env).filter(([name]) => !ownVariables.test(name))),
  });
  const { AGENT_STATE_FILE: stateFile } = settings;
  return {
    status: () => script.status(),
    startDelta: createStartFloor({ stateFile, script, clock: wallClock }),
  };
}

function stopOnSignal(agent: RunningAgent): void {
  let isStopping = false;
  async function stop(): Promise<void> {
    if (isStopping) {
      process.exit(1);
    }
    isStopping = true;
    await agent.stop();
    process.exit(0);
  }
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

try {
  await main();
} catch (error) {
  const explained = error instanceof ConfigError ? error.message : String(error);
  process.stderr.write(`${explained}\n`);
  process.exit(1);
}
