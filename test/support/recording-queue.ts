import type { FollowUp } from '../../src/domain/request.ts';
import type { WorkQueue } from '../../src/store/work-queue.ts';

/** Keeps what was enqueued; `failNext` makes the next call fail, as a lost connection would. */
export class RecordingQueue implements WorkQueue {
  readonly work: FollowUp[] = [];
  failNext = false;

  async enqueue(_: unknown, work: readonly FollowUp[]): Promise<void> {
    if (this.failNext) {
      this.failNext = false;
      throw new Error('the queue is gone');
    }
    this.work.push(...work);
    await Promise.resolve();
  }
}
