import { readFileSync } from 'node:fs';

/** Tells how many milliseconds have gone by. */
export type Stopwatch = () => number;

export function wallWatch(): Stopwatch {
  const began = performance.now();
  return () => performance.now() - began;
}

/**
 * Tells how many milliseconds have gone by, without those in which this thread was ready to go on and the machine had
 * no processor for it: a limit then holds for what is tested, however much else goes on there. What blocks or waits
 * counts. Where the system does not tell (other than Linux) all time counts.
 */
export function stopwatch(): Stopwatch {
  const elapsed = wallWatch();
  const keptBefore = keptWaitingMs();
  return () => elapsed() - (keptWaitingMs() - keptBefore);
}

/** Since the thread began. https://docs.kernel.org/scheduler/sched-stats.html#proc-pid-schedstat */
function keptWaitingMs(): number {
  try {
    const [, waitedNs] = readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ');
    return Number(waitedNs ?? 0) / 1e6;
  } catch {
    return 0;
  }
}
