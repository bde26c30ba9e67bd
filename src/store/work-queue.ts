import type pg from 'pg';
import type { FollowUp } from '../domain/request.ts';

/** Where the store hands over the work that follows from a change. */
export interface WorkQueue {
  /**
   * Enqueues within the transaction that is open on `client`: the work exists when that commits and
   * never existed when it rolls back. The same work again changes nothing.
   */
  enqueue(client: pg.ClientBase, work: readonly FollowUp[]): Promise<void>;
}
