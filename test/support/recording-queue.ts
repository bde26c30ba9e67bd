import assert from 'node:assert/strict';
import type pg from 'pg';
import type { FollowUp } from '../../src/domain/request.ts';
import type { Change, WorkQueue } from '../../src/store/work-queue.ts';

/** Keeps what was enqueued; `failNext` makes the next change fail after it was made, as an engine without its tables would. */
export class RecordingQueue implements WorkQueue {
  readonly work: FollowUp[] = [];
  failNext = false;
  statements = 0;

  async write(
    pool: pg.Pool,
    { tables, values }: Change,
    work: readonly (readonly FollowUp[])[],
  ): Promise<ReadonlySet<number>> {
    this.statements += 1;
    if (this.failNext) {
      this.failNext = false;
      // No row is there to divide for until the change was made.
      const divided = `with ${tables} select 1 / (place - place) from made`;
      await assert.rejects(pool.query(divided, [...values]), /division by zero/);
      throw new Error('the queue is gone');
    }
    const { rows } = await pool.query<{ readonly place: number }>(
      `with ${tables} select place from made`,
      [...values],
    );
    const made = new Set(rows.map(({ place }) => place));
    this.work.push(...work.flatMap((followUps, place) => (made.has(place) ? followUps : [])));
    return made;
  }
}
