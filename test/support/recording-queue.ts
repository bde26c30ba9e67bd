import assert from 'node:assert/strict';
import type pg from 'pg';
import type { FollowUp } from '../../src/domain/request.ts';
import type { Change, WorkQueue } from '../../src/store/work-queue.ts';

/** Keeps what was enqueued; `failNext` makes the next change fail after it was made, as an engine without its tables would. */
export class RecordingQueue implements WorkQueue {
  readonly work: FollowUp[] = [];
  failNext = false;

  async write(
    pool: pg.Pool,
    { tables, values }: Change,
    work: readonly FollowUp[],
  ): Promise<boolean> {
    if (this.failNext) {
      this.failNext = false;
      // Nothing is empty in the table until the change was made.
      const divided = `with ${tables} select 1 / length(left(request_id, 0)) from written`;
      await assert.rejects(pool.query(divided, [...values]), /division by zero/);
      throw new Error('the queue is gone');
    }
    const { rowCount } = await pool.query(`with ${tables} select from written`, [...values]);
    if (rowCount === 0) {
      return false;
    }
    this.work.push(...work);
    return true;
  }
}
