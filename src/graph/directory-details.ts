import { z } from 'zod';
import type { GroupId } from '../domain/ids.ts';
import type { DirectoryDetails } from '../domain/ports.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath } from './graph-path.ts';

/** Of the settings object for Microsoft 365 groups. https://learn.microsoft.com/graph/group-directory-settings */
const unifiedTemplateId = '62375ab9-6b52-47ed-826b-58e47e0e304b';

const CountedPage = z.object({ '@odata.count': z.number().int().nonnegative() });
const Settings = z.object({
  value: z.array(
    z.object({
      templateId: z.string().nullish(),
      values: z.array(z.object({ name: z.string(), value: z.string().nullish() })),
    }),
  ),
});

/** What explains why a group is not written, and nothing else needs. */
export function directoryDetails(http: GraphHttp): DirectoryDetails {
  return {
    countMembers: (id) => countMembers(http, id),
    findWritebackDefault: () => findWritebackDefault(http),
  };
}

/** The count comes from Graph's index, which runs some minutes behind and wants to be asked for by a header. */
async function countMembers(http: GraphHttp, id: GroupId): Promise<number> {
  const call = {
    operation: 'count-group-members',
    method: 'GET',
    path: graphPath`/groups/${id}/members?$count=true&$top=1&$select=id`,
    headers: { ConsistencyLevel: 'eventual' },
  } as const;
  const { '@odata.count': count } = await http.fetch(call, CountedPage);
  return count;
}

async function findWritebackDefault(http: GraphHttp): Promise<boolean | undefined> {
  const call = {
    operation: 'read-group-settings',
    method: 'GET',
    path: graphPath`/groupSettings`,
  } as const;
  const { value: settings } = await http.fetch(call, Settings);
  const unified = settings.find(({ templateId }) => templateId === unifiedTemplateId);
  const text = unified?.values.find(
    ({ name }) => name === 'NewUnifiedGroupWritebackDefault',
  )?.value;
  return text === undefined || text === null || text === ''
    ? undefined
    : text.toLowerCase() === 'true';
}
