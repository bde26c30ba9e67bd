import { existsSync } from 'node:fs';
import type { Server } from 'node:http';

/** Microsoft's published description of Graph as a judge; it lies beside the project, and not everywhere. */
const folder = new URL('../../../shared/graph-conformance/', import.meta.url);
export const isConformanceThere = existsSync(folder);

export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, unknown>>;
  readonly requestBody?: string | undefined;
  readonly status?: number;
}

export interface Violation {
  readonly side: 'request' | 'response';
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

/** What the proxy says of one exchange. */
export interface Checked {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly violations?: readonly Violation[];
}

interface Checker {
  checkExchange(exchange: Exchange, options: object): { readonly violations: readonly Violation[] };
}

interface Proxy {
  createProxy(
    this: void,
    options: {
      readonly target: string;
      readonly strict: boolean;
      readonly onExchange: (checked: Checked) => void;
    },
  ): Server;
}

export async function loadProxy(): Promise<Proxy> {
  return (await import(new URL('proxy.mjs', folder).href)) as Proxy;
}

/** Resolves to the errors that the request of this exchange makes; none where the judge is missing. */
export async function requestErrors(exchange: Exchange): Promise<readonly string[]> {
  if (!isConformanceThere) {
    return [];
  }
  const checker = (await import(new URL('lib/checker.mjs', folder).href)) as Checker;
  const known = { ...exchange, url: toKnownPath(exchange.url) };
  const { violations } = checker.checkExchange(known, { strict: true });
  return violations
    .filter(({ side, severity }) => side === 'request' && severity === 'error')
    .map(({ message }) => `${exchange.method} ${exchange.url}: ${message}`);
}

/** The judge's list of paths lacks the documented alternate key of groups, so it sees the same call by id. */
export function toKnownPath(url: string): string {
  const byKey = /\/groups\(uniqueName='(?:[^']|'')*'\)/;
  return url.replace(byKey, '/groups/bbbbbbbb-0000-4000-8000-00000000ffff');
}
