import type { Batch } from './batch.ts';
import type { BatchCardKind } from './batch-store.ts';
import type { TenantId } from './ids.ts';
import type { NoticeContent } from './notice.ts';
import type { Person } from './person.ts';
import type { CardKind, Unreachable } from './posted-card.ts';
import type { Request } from './request.ts';

/**
 * What is told beside requests and lists: that one is a deputy or no longer is, looks after a catalog or no longer
 * does, and that Active Directory is not as Entra says.
 */
export type NoticeKind = NoticeContent['kind'];

interface Missing {
  readonly recipient: Person;
  /** Absent for those of before this was noted. */
  readonly since?: Date | undefined;
  /** Absent where Teams did not say. */
  readonly because?: Unreachable | undefined;
}

/** Something that somebody did not get. */
export type Undelivered = Missing &
  (
    | {
        readonly about: 'request';
        readonly kind: CardKind;
        readonly request: Pick<Request, 'id' | 'createdAt'>;
      }
    | {
        readonly about: 'list';
        readonly kind: BatchCardKind;
        readonly batch: Pick<Batch, 'id' | 'createdAt'>;
      }
    | { readonly about: 'notice'; readonly kind: NoticeKind; readonly since: Date }
  );

/** For administrators. */
export interface UndeliveredList {
  /** Those of the newest requests, lists and notices first. */
  listUndelivered(tenantId: TenantId, limit: number): Promise<readonly Undelivered[]>;
}
