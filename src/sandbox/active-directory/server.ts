import { sidToBytes } from '../../onprem/ids.ts';
import type { Journal } from '../journal.ts';
import { domainDn, people, writebackOu } from '../seed.ts';
import { ensureAuthority, issueServerCertificate } from './certificates.ts';
import { DirectoryStore } from './directory-store.ts';
import { DirectoryTree } from './directory-tree.ts';
import type { Domain } from './domain.ts';
import type { Account } from './initial-objects.ts';
import { ensureInitialObjects } from './initial-objects.ts';
import { listen } from './listener.ts';
import type { Issuer } from './new-object.ts';

export interface ActiveDirectoryOptions {
  readonly journal: Journal;
  /** Port of LDAPS; 0 or nothing takes a free one. */
  readonly port?: number;
  /** Offers unencrypted LDAP on a free port as well, where, as in AD, nobody can bind before StartTLS. */
  readonly plain?: boolean;
  /** Entries in one page at most; AD's own default is 1000. */
  readonly maxPageSize?: number;
  /** Values of one attribute at most; AD's own default is 1500. */
  readonly maxValRange?: number;
  /** Told the name of every operation, such as `search`, before it is answered. */
  readonly onRequest?: (operation: string) => void;
  /** The domain controller's name, in its certificate too. */
  readonly hostName?: string;
}

export interface ActiveDirectory {
  /** `ldaps://127.0.0.1:…` */
  readonly url: string;
  readonly plainUrl: string | undefined;
  /** PEM of the authority that signed the server's certificate. */
  readonly ca: string;
  readonly hostName: string;
  readonly administrator: Account;
  /** For the bot: reads, and is refused every write. */
  readonly reader: Account;
  /** For Connect: writes below the writeback OU. */
  readonly writer: Account;
  readonly writebackOu: string;
  readonly searchBase: string;
  close(): Promise<void>;
}

/** Starts a domain controller of corp.contoso.test with the people of seed.ts; its state is in the journal. */
export async function startActiveDirectory(
  options: ActiveDirectoryOptions,
): Promise<ActiveDirectory> {
  const { journal } = options;
  const hostName = options.hostName ?? 'dc1.corp.contoso.test';
  const store = new DirectoryStore(journal);
  const tree = new DirectoryTree(domainDn, store);
  const issuer = toIssuer(store);
  const accounts = ensureInitialObjects(tree, issuer, journal);
  const authority = ensureAuthority(journal);
  const domain: Domain = {
    tree,
    issuer,
    hostName,
    maxPageSize: options.maxPageSize ?? 1000,
    maxValRange: options.maxValRange ?? 1500,
    onRequest: options.onRequest ?? (() => {}),
  };
  const common = { domain, certificate: issueServerCertificate(authority, hostName) };
  const secure = await listen({ ...common, port: options.port ?? 0, encrypted: true });
  const plain =
    options.plain === true ? await listen({ ...common, port: 0, encrypted: false }) : undefined;
  return {
    url: `ldaps://127.0.0.1:${secure.port}`,
    plainUrl: plain === undefined ? undefined : `ldap://127.0.0.1:${plain.port}`,
    ca: authority.certificate,
    hostName,
    ...accounts,
    writebackOu,
    searchBase: domainDn,
    close: async () => {
      await secure.close();
      await plain?.close();
    },
  };
}

function toIssuer(store: DirectoryStore): Issuer {
  const anySid = people.find((person) => person.onPremises !== undefined)?.onPremises?.sid ?? '';
  const domainSid = anySid.slice(0, anySid.lastIndexOf('-'));
  return {
    domainDn,
    nextSid: () => sidToBytes(`${domainSid}-${store.nextRelativeId()}`),
    now: () => new Date(),
  };
}
