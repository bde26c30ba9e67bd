import { refusalOf } from './graph-failure.ts';

/** All items, or the first `limit`; undefined when Graph says that what they belong to does not exist. */
export async function collect<T>(
  items: AsyncIterable<T>,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly T[] | undefined> {
  const collected: T[] = [];
  try {
    for await (const item of items) {
      collected.push(item);
      if (collected.length >= limit) {
        break;
      }
    }
    return collected;
  } catch (error) {
    const refusal = refusalOf(error);
    // A 404 without Graph's error body comes from something in between and says nothing of the object.
    if (refusal?.status === 404 && refusal.code !== undefined) {
      return undefined;
    }
    throw error;
  }
}
