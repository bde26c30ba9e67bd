import type { Route, Version } from './call.ts';
import { refuse, segmentUnknown } from './refusal.ts';
import { routes } from './routes.ts';

export interface Match {
  readonly route: Route;
  readonly params: readonly string[];
}

interface Compiled {
  readonly route: Route;
  readonly segments: readonly string[];
}

const bySize = new Map<number, Compiled[]>();
for (const route of routes) {
  const segments = route.path.split('/');
  const known = bySize.get(segments.length) ?? [];
  known.push({ route, segments });
  bySize.set(segments.length, known);
}

/** Finds who answers a path behind the version. Raises 400 for an unknown path, 405 for a wrong method. */
export function findRoute(method: string, version: Version, path: string): Match {
  const segments = splitPath(path);
  let isPathKnown = false;
  for (const { route, segments: pattern } of bySize.get(segments.length) ?? []) {
    const params = matchSegments(pattern, segments);
    if (params === undefined || (route.version ?? version) !== version) {
      continue;
    }
    if (route.method === method) {
      return { route, params };
    }
    isPathKnown = true;
  }
  if (isPathKnown) {
    throw refuse(
      405,
      'Request_BadRequest',
      'Specified HTTP method is not allowed for the request target.',
    );
  }
  throw segmentUnknown(segments.map((segment) => segment.name).at(-1) ?? '');
}

interface Segment {
  readonly name: string;
  /** The value of an alternate key, `groups(uniqueName='…')`. */
  readonly key?: string;
}

/** Splits and decodes; `users('id')` is the same as `users/id`. */
function splitPath(path: string): readonly Segment[] {
  const segments: Segment[] = [];
  for (const raw of path.split('/')) {
    if (raw === '') {
      continue;
    }
    const text = decode(raw);
    const keyed = /^(\w+)\((?:(\w+)=)?'(.*)'\)$/s.exec(text);
    if (keyed?.[1] === undefined || keyed[3] === undefined) {
      segments.push({ name: text });
    } else if (keyed[2] === undefined) {
      segments.push({ name: keyed[1] }, { name: unquote(keyed[3]) });
    } else {
      segments.push({ name: `${keyed[1]}(${keyed[2]})`, key: unquote(keyed[3]) });
    }
  }
  return segments;
}

function decode(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    throw refuse(400, 'BadRequest', 'The request URI is not properly encoded.');
  }
}

function unquote(text: string): string {
  return text.replaceAll("''", "'");
}

function matchSegments(
  pattern: readonly string[],
  segments: readonly Segment[],
): readonly string[] | undefined {
  const params: string[] = [];
  for (const [index, wanted] of pattern.entries()) {
    const segment = segments[index];
    if (segment === undefined || (wanted !== '{}' && wanted !== segment.name)) {
      return undefined;
    }
    if (wanted === '{}') {
      params.push(segment.name);
    }
    if (segment.key !== undefined) {
      params.push(segment.key);
    }
  }
  return params;
}
