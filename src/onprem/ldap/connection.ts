import type { PeerCertificate } from 'node:tls';
import { checkServerIdentity } from 'node:tls';
import type { Entry, Filter } from 'ldapts';
import { Client, NoSuchAttributeError, NoSuchObjectError } from 'ldapts';
import { Problem } from '../../domain/problem.ts';
import { toDirectoryProblem } from './problems.ts';
import { readRangedValues } from './ranged-values.ts';

export interface ConnectionOptions {
  /** Domain controllers in the order they are tried, `ldaps://` only; put the one that Connect writes to first. */
  readonly urls: readonly string[];
  /** PEM of the authority that signed their certificates; Node's own list where it is absent. */
  readonly ca?: string | undefined;
  /** A DN, or a user principal name. */
  readonly bindDn: string;
  readonly password: string;
  /** Milliseconds of wall time until a connection stands; 5000. */
  readonly connectTimeoutMs?: number;
  /** Milliseconds for one answer; 15000. */
  readonly timeoutMs?: number;
  /** Milliseconds for everything together, over all domain controllers; 30000. */
  readonly deadlineMs?: number;
}

export interface Query {
  readonly base: string;
  readonly filter: Filter;
  readonly attributes: readonly string[];
  readonly binary?: readonly string[];
}

/** One bound connection to one domain controller. */
export interface Connection {
  /** Name of the domain controller, from its certificate. */
  readonly server: string;
  /** Searches the subtree. */
  search(query: Query): Promise<readonly Entry[]>;
  /** Undefined when the group is gone. */
  hasMember(groupDn: string, userDn: string): Promise<boolean | undefined>;
  /** Every member, whatever the size of the group; undefined when it is gone. */
  readMembers(groupDn: string): Promise<readonly string[] | undefined>;
}

/** Seconds a domain controller may spend on one search. */
const timeLimit = 10;
const pageSize = 500;

/** Throws `directory-not-secure` for anything but LDAPS and for an empty password, which AD takes for an anonymous success. */
export function requireSecure({ urls, password }: ConnectionOptions): void {
  if (urls.length === 0) {
    throw new Problem('directory-unreachable', { detail: 'no domain controller is configured' });
  }
  const open = urls.find((url) => !/^ldaps:\/\/[^/]/i.test(url));
  if (open !== undefined) {
    const detail = `${open} is not an ldaps:// address, and passwords are never sent unencrypted`;
    throw new Problem('directory-not-secure', { detail });
  }
  if (password === '') {
    const detail = 'the password is empty, and a bind without one proves nothing';
    throw new Problem('directory-not-secure', { detail });
  }
}

/**
 * Runs the work on a fresh connection, and once more from the start on the next domain controller when one fails.
 * ldapts keeps broken state after an error and hangs when used before it is bound, so no client is used twice.
 * Throws the `directory-…` Problems and `organizational-unit-missing`.
 */
export async function withConnection<T>(
  options: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  requireSecure(options);
  const deadline = AbortSignal.timeout(options.deadlineMs ?? 30_000);
  const failures: Problem[] = [];
  for (const url of options.urls) {
    try {
      return await attempt({ ...options, url, deadline }, work);
    } catch (error) {
      failures.push(keepTrying(error, url));
    }
    if (deadline.aborted) {
      break;
    }
  }
  throw summary(failures);
}

/** Another domain controller may help against silence and a bad certificate; a wrong password it would only lock. */
function keepTrying(error: unknown, url: string): Problem {
  const problem = toDirectoryProblem(error, url);
  const codes = ['directory-unreachable', 'directory-not-secure'];
  if (problem instanceof Problem && codes.includes(problem.code)) {
    return problem;
  }
  throw problem;
}

function summary(failures: readonly Problem[]): Problem {
  const detail = failures.map((failure) => failure.detail).join('; ');
  const secure = failures.some(({ code }) => code === 'directory-unreachable');
  const code = secure ? 'directory-unreachable' : 'directory-not-secure';
  return new Problem(code, { detail, cause: failures[0] });
}

interface Attempt extends ConnectionOptions {
  readonly url: string;
  readonly deadline: AbortSignal;
}

async function attempt<T>(
  options: Attempt,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const identity = { server: new URL(options.url).hostname };
  const client = new Client({
    url: options.url,
    connectTimeout: options.connectTimeoutMs ?? 5000,
    timeout: options.timeoutMs ?? 15_000,
    tlsOptions: {
      ...(options.ca === undefined ? {} : { ca: [options.ca] }),
      checkServerIdentity: (host, certificate) => {
        identity.server = serverName(certificate) ?? host;
        return checkServerIdentity(host, certificate);
      },
    },
  });
  const expiry = expire(options);
  try {
    await Promise.race([client.bind(options.bindDn, options.password), expiry.promise]);
    return await Promise.race([work(toConnection(client, identity.server)), expiry.promise]);
  } finally {
    expiry.cancel();
    client.unbind().catch(() => {});
  }
}

/** A promise that rejects at the deadline, which also ends an answer that trickles in for ever. */
function expire({ url, deadline }: Attempt): {
  readonly promise: Promise<never>;
  readonly cancel: () => void;
} {
  const { promise, reject } = Promise.withResolvers<never>();
  function fail(): void {
    reject(new Error(`no complete answer from ${url} before the deadline`));
  }
  deadline.addEventListener('abort', fail);
  promise.catch(() => {});
  return { promise, cancel: () => deadline.removeEventListener('abort', fail) };
}

function toConnection(client: Client, server: string): Connection {
  return {
    server,
    search: async ({ base, filter, attributes, binary }) => {
      const { searchEntries } = await client.search(base, {
        scope: 'sub',
        filter,
        attributes: [...attributes],
        explicitBufferAttributes: [...(binary ?? [])],
        paged: { pageSize },
        timeLimit,
      });
      return searchEntries;
    },
    hasMember: (groupDn, userDn) => hasMember(client, groupDn, userDn),
    readMembers: (dn) => readRangedValues(client, { dn, attribute: 'member', timeLimit }),
  };
}

async function hasMember(
  client: Client,
  groupDn: string,
  userDn: string,
): Promise<boolean | undefined> {
  try {
    return await client.compare(groupDn, 'member', userDn);
  } catch (error) {
    if (error instanceof NoSuchAttributeError) {
      return false;
    }
    if (error instanceof NoSuchObjectError) {
      return undefined;
    }
    throw error;
  }
}

function serverName({ subject, subjectaltname }: PeerCertificate): string | undefined {
  const alternatives = [...(subjectaltname ?? '').matchAll(/DNS:([^,\s]+)/g)].map(
    ([, name]) => name,
  );
  return [subject?.CN, ...alternatives]
    .flat()
    .find((name) => name !== undefined && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(name));
}
