import { createHash } from 'node:crypto';
import type { Request } from '../domain/request.ts';

export type Approvable = Pick<
  Request,
  'plan' | 'group' | 'accessPackage' | 'beneficiary' | 'duration'
>;

/**
 * SHA-256, base64url, of what an approval stands for: what is changed, for whom and for how long. The same content
 * has the same hash wherever it comes from, because keys are sorted and absent values left out.
 */
export function planHashOf(subject: Approvable): string {
  const { plan, group, accessPackage, beneficiary, duration } = subject;
  const approved = { plan, group, accessPackage, beneficiaryId: beneficiary.id, duration };
  return createHash('sha256').update(canonical(approved)).digest('base64url');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(byKey))
      : part,
  );
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
