import { z } from 'zod';
import type { Variables } from './config.ts';
import { AgentAccess } from './config-agent.ts';
import { BotCredential, ChannelMode, CloudSettings } from './config-channel.ts';
import { AdMode, GraphCredential, GraphMode, Settings, SyncMode } from './config-schema.ts';
import { slipsBetween } from './domain/slips.ts';

const schemas = [
  Settings,
  ChannelMode,
  BotCredential,
  CloudSettings,
  GraphMode,
  GraphCredential,
  AdMode,
  SyncMode,
  AgentAccess,
];
const names = new Set(schemas.flatMap(namesIn));
/** A shorter name is two letters away from too many others. */
const shortest = 6;
const furthest = 2;

/**
 * Variables that are set, that nothing reads, and whose names are at most two letters away from one that is read:
 * `APROVERS (APPROVERS?)`. No values.
 */
export function findMisspelt(env: Variables): readonly string[] {
  const known = [...names].filter((name) => name.length >= shortest);
  return Object.keys(env)
    .filter((name) => !names.has(name))
    .flatMap((name) => {
      const meant = known.find((one) => isNear(name.toUpperCase(), one.toUpperCase()));
      return meant === undefined ? [] : [`${name} (${meant}?)`];
    });
}

function namesIn(schema: unknown): readonly string[] {
  if (schema instanceof z.ZodObject) {
    return Object.keys(schema.shape);
  }
  if (schema instanceof z.ZodPipe) {
    return [...namesIn(schema.in), ...namesIn(schema.out)];
  }
  return schema instanceof z.ZodDiscriminatedUnion ? schema.options.flatMap(namesIn) : [];
}

function isNear(one: string, other: string): boolean {
  return Math.abs(one.length - other.length) <= furthest && slipsBetween(one, other) <= furthest;
}
