import type { Entry } from 'ldapts';
import type { OnPremMember } from '../../domain/drift-sides.ts';
import { GroupId } from '../../domain/ids.ts';
import { immutableIdFromBytes, sidFromBytes } from '../ids.ts';
import type { Connection } from './connection.ts';
import { bytesOf, dnKey } from './entry-values.ts';
import { anyOf, equal } from './filters.ts';
import { markedId, markers } from './find-groups.ts';

const dnsInOneQuery = 100;
const binary = ['objectSid', 'objectGUID', 'mS-DS-ConsistencyGuid'];

/** Who the DNs are, in the order given. Of an object that is not below `base` only the DN is known. */
export async function findMembers(
  connection: Connection,
  base: string,
  dns: readonly string[],
): Promise<readonly OnPremMember[]> {
  const members: OnPremMember[] = [];
  for (let start = 0; start < dns.length; start += dnsInOneQuery) {
    const batch = dns.slice(start, start + dnsInOneQuery);
    const entries = await connection.search({
      base,
      filter: anyOf(batch.map((dn) => equal('distinguishedName', dn))),
      attributes: [...binary, ...markers],
      binary,
    });
    const found = new Map(entries.map((entry) => [dnKey(entry.dn), toMember(entry)]));
    for (const dn of batch) {
      members.push(found.get(dnKey(dn)) ?? { dn });
    }
  }
  return members;
}

function toMember(entry: Entry): OnPremMember {
  const sid = bytesOf(entry, 'objectSid');
  const consistencyGuid = bytesOf(entry, 'mS-DS-ConsistencyGuid');
  const anchor = consistencyGuid?.length === 16 ? consistencyGuid : bytesOf(entry, 'objectGUID');
  const groupId = GroupId.safeParse(markedId(entry));
  return {
    dn: entry.dn,
    securityIdentifier: sid && sidFromBytes(sid),
    immutableId: anchor && immutableIdFromBytes(anchor),
    cloudGroupId: groupId.data,
  };
}
