import type pg from 'pg';
import type { FollowUp } from '../domain/request.ts';

/** One or more changes that were not made yet: SQL, so that what follows from them can become part of the same statement. */
export interface Change {
  /** Tells its SQL from that of other changes, so that each connection plans it once. */
  readonly name: string;
  /** Tables of a `with` clause. `made` has a row with its `place`, from 0, for each change that is made. */
  readonly tables: string;
  readonly values: readonly unknown[];
}

/** Where the store hands over the work that follows from a change. */
export interface WorkQueue {
  /**
   * Makes the changes and enqueues their work, which is given by place, in one statement, which needs no transaction
   * around it: both exist afterwards or neither. Resolves to the places of those that were made; the work of one
   * that was not made is dropped. The same work again changes nothing.
   */
  write(
    pool: pg.Pool,
    change: Change,
    work: readonly (readonly FollowUp[])[],
  ): Promise<ReadonlySet<number>>;
}
