import type { WritebackTenant } from '../domain/group.ts';
import type { Directory } from '../domain/ports.ts';
import type { GraphHttp } from './graph-http.ts';
import { groups } from './groups.ts';
import { users } from './users.ts';

/** Users and groups of Entra through Microsoft Graph. */
export function graphDirectory(
  http: GraphHttp,
  getWritebackTenant: () => Promise<WritebackTenant>,
): Directory {
  return { ...users(http), ...groups(http), getWritebackTenant };
}
