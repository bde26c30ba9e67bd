import type { GroupId, RequestId, UserId } from './ids.ts';
import type { SyncStart } from './ports.ts';
import type { OnDemandProvisioning } from './provisioning.ts';

type Refused = Extract<SyncStart, { readonly kind: 'refused' }>;

/** What came of asking for a delta cycle. `covers`: it takes all the waiting requests along. */
export type ConnectRun =
  | { readonly kind: 'started'; readonly startedAt: Date; readonly covers: true }
  /** Somebody had started one a moment before. */
  | {
      readonly kind: 'joined';
      readonly startedAt: Date;
      readonly by: UserId;
      readonly covers: true;
    }
  /** A cycle runs; what it does not cover waits for the next one. */
  | {
      readonly kind: 'already-running';
      readonly startedAt?: Date | undefined;
      readonly covers: boolean;
    }
  /** The last start by hand was a moment ago and came too early for some of the requests. */
  | {
      readonly kind: 'too-soon';
      readonly startedAt: Date;
      readonly by: UserId;
      readonly retryAt: Date;
    }
  | Pick<Refused, 'kind' | 'why' | 'retryAfterMs'>;

/** What came of provisioning the waiting people of one group. */
export type CloudSyncRun = { readonly groupId: GroupId; readonly groupName: string } & (
  | { readonly kind: 'asked'; readonly startedAt: Date; readonly result: OnDemandProvisioning }
  /** Somebody had them provisioned a moment before. */
  | { readonly kind: 'joined'; readonly startedAt: Date; readonly by: UserId }
  /** The last one was a moment ago and without some of the people who wait now. */
  | {
      readonly kind: 'too-soon';
      readonly startedAt: Date;
      readonly by: UserId;
      readonly retryAt: Date;
    }
);

/** What came of "sync now". With nothing that waits for a sync nothing is started. */
export interface SyncNowResult {
  /** The requests that were waiting for a sync when it was asked for, and that it is to serve. */
  readonly waiting: readonly RequestId[];
  /** Absent where none of them is written by Entra Connect. */
  readonly connect?: ConnectRun | undefined;
  /** One for each group that Cloud Sync writes. */
  readonly cloudSync: readonly CloudSyncRun[];
}
