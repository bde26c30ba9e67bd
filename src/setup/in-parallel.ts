/** Does the work for every item, at most so many at once. Rejects with the first error, when nothing is left running. */
export async function inParallel<T>(
  atOnce: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const workers = Array.from({ length: Math.min(atOnce, items.length) }, async () => {
    // Workers share the iterator, so each item is taken once.
    for (const item of waiting) {
      await work(item);
    }
  });
  const settled = await Promise.allSettled(workers);
  const failed = settled.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') {
    throw failed.reason;
  }
}
