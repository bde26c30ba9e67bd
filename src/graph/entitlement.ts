import type { EntitlementManagement } from '../domain/ports.ts';
import { accessPackages } from './access-packages.ts';
import { assignments } from './assignments.ts';
import { catalogs } from './catalogs.ts';
import type { GraphHttp } from './graph-http.ts';
import { policies } from './policies.ts';

/** Entitlement management through Microsoft Graph v1.0. */
export function graphEntitlement(http: GraphHttp): EntitlementManagement {
  return { ...catalogs(http), ...accessPackages(http), ...policies(http), ...assignments(http) };
}
