import type { Locks } from '../domain/ports.ts';
import { withLock } from './advisory-lock.ts';
import type { Database } from './database.ts';

/**
 * Locks that hold over all instances, kept by PostgreSQL. Each that is held takes one connection, so
 * no more work may hold locks at once than the pool can spare.
 */
export function createLocks({ pool }: Database): Locks {
  return { exclusively: (name, work) => withLock(pool, `writeback:lock:${name}`, work) };
}
