import { z } from 'zod';
import type { CloudMember } from '../domain/drift-sides.ts';
import type { GroupId } from '../domain/ids.ts';
import { Person } from '../domain/person.ts';
import type { CloudInventory } from '../domain/ports.ts';
import { collect } from './collect.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath } from './graph-path.ts';

const pageSize = '999';
const fields =
  'id,displayName,userPrincipalName,onPremisesDistinguishedName,onPremisesSecurityIdentifier,onPremisesImmutableId';

/** A user, a group, or something that never is in Active Directory. https://learn.microsoft.com/graph/api/resources/directoryobject */
const Member = z.object({
  '@odata.type': z.string().optional(),
  id: z.string(),
  displayName: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  onPremisesDistinguishedName: z.string().nullish(),
  onPremisesSecurityIdentifier: z.string().nullish(),
  onPremisesImmutableId: z.string().nullish(),
  preferredLanguage: z.string().nullish(),
});
type Member = z.infer<typeof Member>;

/** Whole groups as Entra lists them, page by page. */
export function cloudInventory(http: GraphHttp): CloudInventory {
  return {
    listMembers: (id) => listMembers(http, id),
    listOwners: (id) => listOwners(http, id),
  };
}

async function listMembers(
  http: GraphHttp,
  id: GroupId,
): Promise<readonly CloudMember[] | undefined> {
  const path = graphPath`/groups/${id}/members?$select=${fields}&$top=${pageSize}`;
  const call = { operation: 'list-group-members', method: 'GET', path } as const;
  const members = await collect(http.list(call, Member));
  return members?.flatMap(toCloudMember);
}

async function listOwners(http: GraphHttp, id: GroupId): Promise<readonly Person[]> {
  const path = graphPath`/groups/${id}/owners?$select=id,displayName,userPrincipalName,preferredLanguage&$top=${pageSize}`;
  const call = { operation: 'list-group-owners', method: 'GET', path } as const;
  const owners = (await collect(http.list(call, Member))) ?? [];
  return owners.flatMap(toOwner);
}

function toCloudMember(member: Member): readonly CloudMember[] {
  const kind = kindOf(member);
  if (kind === undefined) {
    return [];
  }
  const anchors = {
    securityIdentifier: member.onPremisesSecurityIdentifier ?? undefined,
    immutableId: member.onPremisesImmutableId ?? undefined,
    distinguishedName: member.onPremisesDistinguishedName ?? undefined,
  };
  const isOnPremises = Object.values(anchors).some((anchor) => anchor !== undefined);
  return [
    {
      kind,
      id: member.id,
      displayName: member.displayName ?? member.userPrincipalName ?? member.id,
      ...(isOnPremises ? { anchors } : {}),
    },
  ];
}

function toOwner(member: Member): readonly Person[] {
  const { id, displayName, userPrincipalName, preferredLanguage } = member;
  const person = Person.safeParse({
    id,
    displayName: displayName ?? userPrincipalName ?? id,
    userPrincipalName: userPrincipalName ?? undefined,
    ...(preferredLanguage ? { preferredLanguage } : {}),
  });
  return kindOf(member) === 'user' && person.success ? [person.data] : [];
}

function kindOf(member: Member): 'user' | 'group' | undefined {
  switch (member['@odata.type'] ?? '') {
    case '#microsoft.graph.user':
      return 'user';
    case '#microsoft.graph.group':
      return 'group';
    default:
      return undefined;
  }
}
