import { z } from 'zod';
import { Problem } from '../domain/problem.ts';
import type { GraphHttp } from './graph-http.ts';
import { graphPath } from './graph-path.ts';

export interface Organization {
  readonly id: string;
  readonly isHybrid: boolean;
  /** When the last cycle of the sync engine ended, as far as it has told the cloud. */
  readonly lastSyncAt?: Date | undefined;
}

const OrganizationAnswer = z.object({
  value: z.array(
    z.object({
      id: z.guid(),
      onPremisesSyncEnabled: z.boolean().nullish(),
      onPremisesLastSyncDateTime: z.coerce.date().nullish(),
    }),
  ),
});

/** https://learn.microsoft.com/graph/api/organization-list */
export async function readOrganization(http: GraphHttp): Promise<Organization> {
  const path = graphPath`/organization?$select=id,onPremisesSyncEnabled,onPremisesLastSyncDateTime`;
  const call = { operation: 'read-organization', method: 'GET', path } as const;
  const { value } = await http.fetch(call, OrganizationAnswer);
  const found = value[0];
  if (found === undefined) {
    throw new Problem('graph-refused', { detail: 'read-organization: the list is empty' });
  }
  return {
    id: found.id,
    isHybrid: found.onPremisesSyncEnabled === true,
    lastSyncAt: found.onPremisesLastSyncDateTime ?? undefined,
  };
}
