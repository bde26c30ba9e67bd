import { createHash } from 'node:crypto';
import type { BatchOrder } from '../../domain/batch.ts';
import type { Request } from '../../domain/request.ts';

/**
 * SHA-256, base64url, of what the requests of a list would change at this moment. A click brings back the one that its
 * card was drawn with, so that another plan on any line is noticed; votes, claims and reminders are no other plan.
 */
export function plansHashOf(requests: readonly Request[]): string {
  const plans = requests
    .map(({ id, approval }) => `${id} ${approval.planHash}`)
    .toSorted()
    .join('\n');
  return createHash('sha256').update(plans).digest('base64url');
}

/** The plan on each line, for an order to hold on to. */
export function planHashesOf(requests: readonly Request[]): NonNullable<BatchOrder['planHashes']> {
  return requests.map(({ id, approval }) => ({ requestId: id, planHash: approval.planHash }));
}
