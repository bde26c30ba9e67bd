import type { Domain } from './domain.ts';
import type { AttributeValues } from './messages.ts';
import { pagedResultsOid } from './search.ts';

/** What a domain controller tells about itself to anybody, bound or not ([MS-ADTS] 3.1.1.3.2). */
export function rootDse({ tree, hostName }: Domain): readonly AttributeValues[] {
  const values: Readonly<Record<string, readonly string[]>> = {
    dnsHostName: [hostName],
    defaultNamingContext: [tree.rootDn],
    rootDomainNamingContext: [tree.rootDn],
    namingContexts: [tree.rootDn],
    supportedLDAPVersion: ['3'],
    supportedControl: [pagedResultsOid],
    isSynchronized: ['TRUE'],
  };
  return Object.entries(values).map(([name, texts]) => ({
    name,
    values: texts.map((text) => Buffer.from(text)),
  }));
}
