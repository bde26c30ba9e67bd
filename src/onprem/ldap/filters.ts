import type { Filter } from 'ldapts';
import { AndFilter, EqualityFilter, NotFilter, OrFilter, PresenceFilter } from 'ldapts';

/**
 * Filters are built of objects only: ldapts sends the bytes of a filter given as text wrongly above 0x7f,
 * so that a SID or a GUID silently matches nothing, and objects cannot be injected into.
 */
export function equal(attribute: string, value: string | Buffer): Filter {
  return new EqualityFilter({ attribute, value });
}

export function allOf(...filters: readonly Filter[]): Filter {
  return new AndFilter({ filters: [...filters] });
}

export function anyOf(filters: readonly Filter[]): Filter {
  const [only] = filters;
  return filters.length === 1 && only !== undefined
    ? only
    : new OrFilter({ filters: [...filters] });
}

export function not(filter: Filter): Filter {
  return new NotFilter({ filter });
}

export function present(attribute: string): Filter {
  return new PresenceFilter({ attribute });
}
