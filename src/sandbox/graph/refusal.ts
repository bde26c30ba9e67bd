import type { JsonObject } from './json.ts';

/** An answer in Graph's error shape, thrown by whoever finds the reason. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: readonly JsonObject[] | undefined;

  constructor(status: number, code: string, text: { message: string; details?: JsonObject[] }) {
    super(text.message);
    this.status = status;
    this.code = code;
    this.details = text.details;
  }
}

/** Refuses as the directory does. */
export function refuse(status: number, code: string, message: string): Refusal {
  return new Refusal(status, code, { message });
}

/** Refuses as entitlement management does, which always sends `details`. */
export function refuseEntitlement(status: number, code: string, message: string): Refusal {
  return new Refusal(status, code, { message, details: [] });
}

/** 400 Request_BadRequest. */
export function badRequest(message: string): Refusal {
  return refuse(400, 'Request_BadRequest', message);
}

/** 400 for a body that entitlement management does not understand. */
export function invalidModel(): Refusal {
  return refuseEntitlement(400, 'InvalidModel', 'Model is not valid.');
}

/** 404 of the directory, also for what a replica does not know yet. */
export function resourceMissing(id: string): Refusal {
  const message = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
  return refuse(404, 'Request_ResourceNotFound', message);
}

/** 403 of the directory. */
export function insufficientPrivileges(): Refusal {
  const message = 'Insufficient privileges to complete the operation.';
  return refuse(403, 'Authorization_RequestDenied', message);
}

/** 403 of Teams. */
export function missingRole(permission: string): Refusal {
  const message = `Missing role permissions on the request. API requires one of '${permission}'. Roles on the request ''.`;
  return refuse(403, 'Forbidden', message);
}

/** 403 of entitlement management. */
export function notAuthorized(reason = 'Unauthorized', code = 'UnAuthorized'): Refusal {
  const message = `User is not authorized to perform the operation. Reason: ${reason}`;
  return refuseEntitlement(403, code, message);
}

/** 400 Request_UnsupportedQuery. */
export function unsupportedFilter(property: string, resource: string): Refusal {
  const message = `Unsupported or invalid query filter clause specified for property '${property}' of resource '${resource}'.`;
  return refuse(400, 'Request_UnsupportedQuery', message);
}

/** 400 for a path that does not exist. */
export function segmentUnknown(segment: string): Refusal {
  return refuse(400, 'BadRequest', `Resource not found for the segment '${segment}'.`);
}
