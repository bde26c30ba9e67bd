import type { Answer, Call, Route, Version } from './call.ts';
import { entitlementRoot } from './entitlement-query.ts';
import { parseQuery } from './query.ts';
import {
  badRequest,
  insufficientPrivileges,
  missingRole,
  notAuthorized,
  segmentUnknown,
} from './refusal.ts';
import { findRoute } from './router.ts';
import type { World } from './world.ts';

/** A request whose body has been read, from the wire or from within a batch. */
export interface Incoming {
  readonly method: string;
  readonly version: Version;
  /** Path and query behind the version, as they were sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}

/** Splits `/v1.0/groups?$top=1` into the version and the rest. */
export function splitVersion(url: string): { readonly version: Version; readonly target: string } {
  const match = /^\/(v1\.0|beta)(?=[/?]|$)(.*)$/is.exec(url);
  const version = match?.[1]?.toLowerCase();
  if (match === null || (version !== 'v1.0' && version !== 'beta')) {
    throw badRequest('Invalid version.');
  }
  return { version, target: match[2] ?? '' };
}

/** Finds who answers and lets them. Raises a Refusal where the answer is an error. */
export function dispatch(world: World, incoming: Incoming): Answer {
  const at = incoming.target.indexOf('?');
  const path = at < 0 ? incoming.target : incoming.target.slice(0, at);
  if (path === '' || path === '/') {
    throw segmentUnknown('');
  }
  const { route, params } = findRoute(incoming.method, incoming.version, path);
  refuseUngranted(world, route);
  const call: Call = {
    method: incoming.method,
    version: incoming.version,
    path,
    params,
    query: parseQuery(at < 0 ? '' : incoming.target.slice(at + 1)),
    headers: incoming.headers,
    body: incoming.body,
  };
  return route.handle(world, call);
}

function refuseUngranted(world: World, route: Route): void {
  const { licence, missingPermissions } = world.tenant();
  const isGoverned =
    route.path.startsWith(entitlementRoot) ||
    route.path.startsWith('roleManagement/entitlementManagement');
  if (isGoverned && (licence === 'none' || licence === 'P1')) {
    throw notAuthorized('Tenant does not meet license requirement!', 'NoLicense');
  }
  if (route.permission !== undefined && missingPermissions.includes(route.permission)) {
    throw isGoverned ? notAuthorized() : ungranted(route.permission);
  }
}

function ungranted(permission: string): Error {
  const isOfTeams = /^(?:AppCatalog|TeamsAppInstallation)\./.test(permission);
  return isOfTeams ? missingRole(permission) : insufficientPrivileges();
}
