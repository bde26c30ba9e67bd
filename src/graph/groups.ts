import { z } from 'zod';
import type { Group } from '../domain/group.ts';
import type { Directory, NewGroup } from '../domain/ports.ts';
import { isProblem } from '../domain/problem.ts';
import type { GraphCall, GraphOperation } from './graph-call.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath, literal } from './graph-path.ts';
import { graphOrigin } from './graph-transport.ts';
import { GroupAnswer, groupFields } from './group-answer.ts';
import { inClauses } from './in-clauses.ts';

/** Display names are at most so long, so longer text begins none. */
const longestName = 256;
const largestPage = 999;

type NotOfGroups = 'findUser' | 'findUserByName' | 'isMember' | 'getWritebackTenant';

/** https://learn.microsoft.com/graph/api/resources/group */
export function groups(http: GraphHttp): Omit<Directory, NotOfGroups> {
  return {
    searchGroups: (text, limit) => searchGroups(http, text.trim(), limit),
    searchGroupsByWords: (text, limit) => searchByWords(http, text, limit),
    findGroup: (id) => {
      const path = graphPath`/groups/${id}?$select=${groupFields},writebackConfiguration`;
      const call = { operation: 'find-group', method: 'GET', version: 'beta', path } as const;
      return http.find(call, GroupAnswer);
    },
    findGroups: (ids) => findGroups(http, ids),
    findGroupByUniqueName: (uniqueName) => {
      const path = graphPath`/groups(uniqueName=${literal(uniqueName)})?$select=${groupFields}`;
      const call = { operation: 'find-group-by-unique-name', method: 'GET', path } as const;
      return http.find(call, GroupAnswer);
    },
    findGroupByMail: (mail) => findGroupByMail(http, mail.trim()),
    findGroupByMailNickname: async (mailNickname) => {
      const path = graphPath`/groups?$filter=mailNickname eq ${literal(mailNickname)}&$select=${groupFields}`;
      const found = await list(http, 'find-group-by-mail-nickname', path);
      return found.find((group) => group.kind !== 'security');
    },
    createGroupOnce: (wish) => http.run(toUpsert(wish)),
    enableWriteback: (id, onPremisesGroupType) =>
      http.run({
        operation: 'enable-writeback',
        method: 'PATCH',
        version: 'beta',
        path: graphPath`/groups/${id}`,
        body: { writebackConfiguration: { isEnabled: true, onPremisesGroupType } },
      }),
  };
}

async function searchGroups(
  http: GraphHttp,
  text: string,
  limit: number,
): Promise<readonly Group[]> {
  if (text.length > longestName || limit < 1) {
    return [];
  }
  const top = String(Math.min(limit, largestPage));
  const path =
    text === ''
      ? graphPath`/groups?$select=${groupFields}&$top=${top}`
      : graphPath`/groups?$filter=startsWith(displayName,${literal(text)})&$select=${groupFields}&$top=${top}`;
  const found = await list(http, 'search-groups', path);
  return found.slice(0, limit);
}

/**
 * The index that answers this runs behind, wants the header, and trips over some signs; so it gets letters and digits
 * alone. https://learn.microsoft.com/graph/search-query-parameter#using-search-on-directory-object-collections
 */
async function searchByWords(
  http: GraphHttp,
  text: string,
  limit: number,
): Promise<readonly Group[]> {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu)?.join(' ') ?? '';
  if (words === '' || text.length > longestName || limit < 1) {
    return [];
  }
  const search = `"displayName:${words}"`;
  const top = String(Math.min(limit, largestPage));
  const path = graphPath`/groups?$search=${search}&$select=${groupFields}&$top=${top}`;
  try {
    return await list(http, 'search-groups', { path, headers: { ConsistencyLevel: 'eventual' } });
  } catch (error) {
    if (isProblem(error)) {
      return [];
    }
    throw error;
  }
}

async function findGroupByMail(http: GraphHttp, mail: string): Promise<Group | undefined> {
  if (mail === '' || mail.length > longestName) {
    return undefined;
  }
  const path = graphPath`/groups?$filter=mail eq ${literal(mail)}&$select=${groupFields}`;
  const [only, ...others] = await list(http, 'find-group-by-mail', path);
  return others.length === 0 ? only : undefined;
}

async function findGroups(http: GraphHttp, ids: readonly string[]): Promise<readonly Group[]> {
  const found = await Promise.all(
    inClauses(ids).map((some) =>
      list(http, 'find-groups', graphPath`/groups?$filter=id in (${some})&$select=${groupFields}`),
    ),
  );
  return found.flat();
}

/** One page is enough for those who look for a few. */
async function list(
  http: GraphHttp,
  operation: GraphOperation,
  asked: string | Pick<GraphCall, 'path' | 'headers'>,
): Promise<readonly Group[]> {
  const shape = z.object({ value: z.array(GroupAnswer) });
  const what = typeof asked === 'string' ? { path: asked } : asked;
  const { value } = await http.fetch({ operation, method: 'GET', ...what }, shape);
  return value;
}

/** https://learn.microsoft.com/graph/api/group-post-groups#grouptypes-options */
const microsoft365Group = {
  groupTypes: ['Unified'],
  mailEnabled: true,
  securityEnabled: true,
  visibility: 'Private',
} as const;
const securityGroup = { groupTypes: [], mailEnabled: false, securityEnabled: true } as const;

/** https://learn.microsoft.com/graph/api/group-upsert */
function toUpsert(wish: NewGroup): GraphCall {
  return {
    operation: 'create-group',
    method: 'PATCH',
    path: graphPath`/groups(uniqueName=${literal(wish.uniqueName)})`,
    headers: { Prefer: 'create-if-missing' },
    body: {
      displayName: wish.displayName,
      // Graph refuses an empty description, but not a missing one.
      ...(wish.description === '' ? {} : { description: wish.description }),
      mailNickname: wish.mailNickname,
      ...(wish.kind === 'security' ? securityGroup : microsoft365Group),
      'owners@odata.bind': [`${graphOrigin}/v1.0/users/${wish.ownerId}`],
    },
  };
}
