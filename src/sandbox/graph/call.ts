import type { JsonObject } from './json.ts';
import type { EffectKind } from './options.ts';
import type { Query } from './query.ts';
import type { World } from './world.ts';

export type Version = 'v1.0' | 'beta';

/** One request, with the path already split and decoded. */
export interface Call {
  readonly method: string;
  readonly version: Version;
  /** The path behind the version as it was sent, without the query. */
  readonly path: string;
  /** The decoded values at the places of the route that are open. */
  readonly params: readonly string[];
  readonly query: Query;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON; undefined without a body. */
  readonly body: unknown;
}

export interface Effect {
  readonly kind: EffectKind;
  readonly id: string;
}

export interface Answer {
  readonly status: number;
  readonly body?: JsonObject;
  readonly effects?: readonly Effect[];
  /** For what takes its time: makes the body. Not in batches. */
  readonly later?: () => Promise<JsonObject>;
}

export interface Route {
  readonly method: string;
  /** Segments separated by slashes; `{}` is an open place, `groups(uniqueName)` takes the key's value. */
  readonly path: string;
  /** Both versions when absent. */
  readonly version?: Version;
  /** The application permission without which the call is refused. */
  readonly permission?: string;
  readonly handle: (world: World, call: Call) => Answer;
}

export const graphOrigin = 'https://graph.microsoft.com';

/** The open place of that number; routes guarantee that it is there. */
export function param(call: Call, index = 0): string {
  return call.params[index] ?? '';
}

/** `@odata.context` of an answer; `tail` is for example `groups/$entity`. */
export function contextOf(version: Version, tail: string): string {
  return `${graphOrigin}/${version}/$metadata#${tail}`;
}
