import type { z } from 'zod';
import { AgentAccess } from './config-agent.ts';
import { BotCredential, ChannelMode, CloudSettings, complainOfCloud } from './config-channel.ts';
import { complaintOf } from './config-complaint.ts';
import { AdMode, GraphCredential, GraphMode, Settings, SyncMode } from './config-schema.ts';

export interface Config {
  readonly settings: Settings;
  readonly channel: ChannelConfig;
  readonly graph: GraphConfig;
  readonly ad: AdMode;
  readonly sync: SyncMode;
  readonly agent: AgentAccess;
}

export type ChannelConfig =
  | Extract<ChannelMode, { readonly CHANNEL_MODE: 'sandbox' }>
  | (Extract<ChannelMode, { readonly CHANNEL_MODE: 'teams' }> & {
      readonly credential: BotCredential;
      readonly cloud: CloudSettings;
    });

export type GraphConfig =
  | Extract<GraphMode, { readonly GRAPH_MODE: 'sandbox' }>
  | (Extract<GraphMode, { readonly GRAPH_MODE: 'graph' }> & {
      readonly credential: GraphCredential;
    });

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads every setting once. Each part of the world is chosen on its own, `sandbox` where nothing is said; whatever
 * is real must be complete. The ConfigError names all wrong variables at once and none of their values.
 */
export function readConfig(env: Variables): Config {
  const given = withoutBlanks(env);
  const complaints: string[] = [];
  const settings = parse(Settings, given, complaints);
  const channel = readChannel(given, complaints);
  const graph = readGraph(given, complaints);
  const ad = parse(AdMode, given, complaints);
  const sync = parse(SyncMode, given, complaints);
  const agent = readAgent(given, complaints);
  complaints.push(
    ...complainOfTogether(settings, channel),
    ...complainOfAgent(agent, channel),
    ...complainOfInstalling(settings, graph),
  );
  const config = { settings, channel, graph, ad, sync, agent };
  if (!isComplete(config) || complaints.length > 0) {
    const lines = complaints.map((line) => `  ${line}`).join('\n');
    throw new ConfigError(
      `Wrong settings:\n${lines}\nEvery variable is described in env/.env.example.`,
    );
  }
  return config;
}

function isComplete(
  config: { readonly [K in keyof Config]: Config[K] | undefined },
): config is Config {
  return Object.values(config).every((part) => part !== undefined);
}

function readChannel(given: Variables, complaints: string[]): ChannelConfig | undefined {
  const mode = parse(ChannelMode, given, complaints);
  if (given['CHANNEL_MODE'] !== 'teams') {
    return mode?.CHANNEL_MODE === 'sandbox' ? mode : undefined;
  }
  const credential = parse(BotCredential, given, complaints);
  const cloud = readCloud(given, complaints);
  return mode?.CHANNEL_MODE !== 'teams' || credential === undefined || cloud === undefined
    ? undefined
    : { ...mode, credential, cloud };
}

function readCloud(given: Variables, complaints: string[]): CloudSettings | undefined {
  const cloud = parse(CloudSettings, given, complaints);
  const complaint = cloud && complainOfCloud(cloud);
  if (complaint !== undefined) {
    complaints.push(complaint);
  }
  return cloud;
}

/** Only asked for where something is left to an agent. */
function readAgent(given: Variables, complaints: string[]): AgentAccess | undefined {
  return given['AD_MODE'] === 'agent' || given['SYNC_MODE'] === 'agent'
    ? parse(AgentAccess, given, complaints)
    : { AGENT_AUTH: 'off' };
}

function complainOfAgent(
  agent: AgentAccess | undefined,
  channel: ChannelConfig | undefined,
): readonly string[] {
  return agent?.AGENT_AUTH === 'key' && channel?.CHANNEL_MODE === 'teams'
    ? ['AGENT_AUTH: must be entra while CHANNEL_MODE is teams']
    : [];
}

/** Microsoft Graph installs an app by its id. */
function complainOfInstalling(
  settings: Settings | undefined,
  graph: GraphConfig | undefined,
): readonly string[] {
  const isWanted = settings?.APP_INSTALL === 'graph' && graph?.GRAPH_MODE === 'graph';
  return isWanted && graph.TEAMS_APP_ID === undefined
    ? ['TEAMS_APP_ID: is missing while APP_INSTALL is graph']
    : [];
}

function readGraph(given: Variables, complaints: string[]): GraphConfig | undefined {
  const mode = parse(GraphMode, given, complaints);
  if (given['GRAPH_MODE'] !== 'graph') {
    return mode?.GRAPH_MODE === 'sandbox' ? mode : undefined;
  }
  const credential = parse(GraphCredential, given, complaints);
  return mode?.GRAPH_MODE !== 'graph' || credential === undefined
    ? undefined
    : { ...mode, credential };
}

/** Undefined, and one complaint for each wrong variable, when the variables do not fit. */
export function parse<T>(
  schema: z.ZodType<T>,
  env: Variables,
  complaints: string[],
): T | undefined {
  const result = schema.safeParse(env);
  if (result.success) {
    return result.data;
  }
  for (const issue of result.error.issues) {
    const name = String(issue.path[0]);
    const complaint = `${name}: ${env[name] === undefined ? 'is missing' : complaintOf(issue)}`;
    if (!complaints.includes(complaint)) {
      complaints.push(complaint);
    }
  }
  return undefined;
}

/** What is right alone and wrong together. */
function complainOfTogether(
  settings: Settings | undefined,
  channel: ChannelConfig | undefined,
): readonly string[] {
  if (settings === undefined || channel === undefined) {
    return [];
  }
  if (channel.CHANNEL_MODE === 'sandbox') {
    return isLoopback(settings.HOST)
      ? []
      : [
          'HOST: must be 127.0.0.1 while CHANNEL_MODE is sandbox, because nobody is authenticated there',
        ];
  }
  const needed = settings.APPROVAL_POLICY_FILE === undefined ? (['APPROVERS'] as const) : [];
  return [...needed, 'ADMINISTRATORS' as const]
    .filter((name) => settings[name].length === 0)
    .map((name) => `${name}: is missing`);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** A variable that is set to nothing counts as not set, as Teams Toolkit writes them. */
export function withoutBlanks(env: Variables): Variables {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''));
}
