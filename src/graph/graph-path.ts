/**
 * Builds a path with its query. Every interpolated value is percent-encoded, because the client library
 * encodes nothing and cuts the URL at the first `#`; only the fixed parts may speak OData.
 */
export function graphPath(fixed: TemplateStringsArray, ...values: readonly string[]): string {
  let path = '';
  for (const [index, part] of fixed.entries()) {
    const value = values[index];
    path += part.replaceAll(' ', '%20');
    path += value === undefined ? '' : encodeURIComponent(value);
  }
  return path;
}

/** A string literal of OData, its quotes doubled; to be interpolated into a `graphPath`. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
