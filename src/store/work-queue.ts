import type pg from 'pg';
import type { FollowUp } from '../domain/request.ts';

/** A change that was not made yet: SQL, so that what follows from it can become part of the same statement. */
export interface Change {
  /** Tells its SQL from that of other changes, so that each connection plans it once. */
  readonly name: string;
  /** Tables of a `with` clause. The last one, `written`, has a row exactly when the change was made. */
  readonly tables: string;
  readonly values: readonly unknown[];
}

/** Where the store hands over the work that follows from a change. */
export interface WorkQueue {
  /**
   * Makes the change and enqueues its work in one statement, which needs no transaction around it: both exist
   * afterwards or neither. Resolves to whether the change was made; the work of one that was not made is dropped.
   * The same work again changes nothing.
   */
  write(
    pool: pg.Pool,
    change: Change,
    work: readonly [FollowUp, ...(readonly FollowUp[])],
  ): Promise<boolean>;
}
