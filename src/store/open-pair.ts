import type { Kysely } from 'kysely';
import { DatabaseError } from 'pg';
import type { TenantId, UserId } from '../domain/ids.ts';
import type { GroupChoice } from '../domain/plan.ts';
import { Problem } from '../domain/problem.ts';
import { groupKey, Request } from '../domain/request.ts';
import { isOpenNow } from './migration-own-requests.ts';
import type { Tables } from './tables.ts';

/** The open request for this group and beneficiary, of which there is one at most. */
export async function findOpenPair(
  db: Kysely<Tables>,
  pair: {
    readonly tenantId: TenantId;
    readonly beneficiaryId: UserId;
    readonly group: GroupChoice;
  },
): Promise<Request | undefined> {
  const row = await db
    .selectFrom('requests')
    .select('data')
    .where('tenant_id', '=', pair.tenantId)
    .where('beneficiary_id', '=', pair.beneficiaryId)
    .where('group_key', '=', groupKey(pair.group))
    .where(isOpenNow)
    .executeTakeFirst();
  return row && Request.parse(row.data);
}

export function isOpenPairTaken(error: unknown): boolean {
  return error instanceof DatabaseError && error.constraint === 'requests_open_pair';
}

export function isFormTaken(error: unknown): boolean {
  return error instanceof DatabaseError && error.constraint === 'requests_form';
}

export function toOpenRequestExists(request: Request, cause: unknown): Problem {
  return new Problem('open-request-exists', {
    detail: `an open request for ${groupKey(request.group)} and ${request.beneficiary.id} exists`,
    cause,
  });
}
