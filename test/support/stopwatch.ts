/** Tells how many milliseconds have gone by. */
export type Stopwatch = () => number;

export function wallWatch(): Stopwatch {
  const began = performance.now();
  return () => performance.now() - began;
}

/**
 * Tells how many milliseconds have gone by, without those in which this program was ready to go on and the machine
 * had no processor for it: a limit then holds for what is tested, however much else goes on there.
 */
export function stopwatch(): Stopwatch {
  const elapsed = wallWatch();
  const atFirst = performance.eventLoopUtilization();
  const usedBefore = process.threadCpuUsage();
  return () => {
    const { active } = performance.eventLoopUtilization(atFirst);
    const { user, system } = process.threadCpuUsage(usedBefore);
    const kept = Math.max(0, active - (user + system) / 1000);
    return elapsed() - kept;
  };
}
