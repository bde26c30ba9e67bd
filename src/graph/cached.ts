import type { Clock } from '../domain/ports.ts';

/** Keeps what `load` resolved to for some time of the clock. Callers at the same moment share one load; a failure is not kept. */
export function cached<T>(
  load: () => Promise<T>,
  options: { readonly clock: Clock; readonly forMs: number },
): () => Promise<T> {
  let kept: { readonly value: Promise<T>; readonly until: number } | undefined;
  return () => {
    const now = options.clock.now().getTime();
    if (kept !== undefined && now < kept.until) {
      return kept.value;
    }
    const entry = { value: load(), until: now + options.forMs };
    kept = entry;
    void entry.value.catch(() => {
      kept = kept === entry ? undefined : kept;
    });
    return entry.value;
  };
}
