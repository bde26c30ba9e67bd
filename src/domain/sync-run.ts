import { z } from 'zod';
import { GroupId, RequestId, TenantId, UserId } from './ids.ts';

/** What is to be synced: everything that Connect writes, or one group of Cloud Sync. */
export const SyncTarget = z.union([z.literal('connect'), GroupId]);
export type SyncTarget = z.infer<typeof SyncTarget>;

/** `starting` is what a run keeps whose process died in the act; it counts as started. */
export const SyncRunOutcome = z.enum([
  'starting',
  'started',
  'already-running',
  'refused',
  'failed',
]);
export type SyncRunOutcome = z.infer<typeof SyncRunOutcome>;

/** One attempt to sync by hand: who asked, when, for which waiting requests, and what came of it. */
export const SyncRun = z.object({
  id: z.guid(),
  tenantId: TenantId,
  target: SyncTarget,
  startedAt: z.coerce.date(),
  by: UserId,
  requestIds: z.array(RequestId).readonly(),
  outcome: SyncRunOutcome,
  /** Why it was refused or failed, as a code. */
  detail: z.string().optional(),
});
export type SyncRun = z.infer<typeof SyncRun>;

/** The record of syncs by hand, over all instances. */
export interface SyncRuns {
  /** The newest that was started, or whose process died in the act. */
  findLastStarted(tenantId: TenantId, target: SyncTarget): Promise<SyncRun | undefined>;
  /** Before the act, as `starting`; resolves to its id. */
  begin(run: Omit<SyncRun, 'id' | 'outcome' | 'detail'>): Promise<SyncRun['id']>;
  conclude(id: SyncRun['id'], outcome: SyncRunOutcome, detail?: string): Promise<void>;
  /** Newest first. */
  list(tenantId: TenantId, limit: number): Promise<readonly SyncRun[]>;
}
