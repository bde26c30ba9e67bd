import DataLoader from 'dataloader';

/** So many keys at most are looked for by one statement. */
const mostTogether = 100;

/**
 * Looks for what is asked for at the same moment in one go, because a statement costs a turn more than what it finds.
 * Nothing is kept from one moment to the next. `load` resolves to what it found for each key, in their order; an
 * Error there fails its key alone.
 */
export function loadTogether<K, V>(
  load: (keys: readonly K[]) => Promise<readonly (V | Error)[]>,
): (key: K) => Promise<V> {
  const loader = new DataLoader(load, {
    cache: false,
    maxBatchSize: mostTogether,
    batchScheduleFn: (dispatch) => void setImmediate(dispatch),
  });
  return (key) => loader.load(key);
}
