/** What has been read from or will be written as a JSON object. */
export interface JsonObject {
  readonly [name: string]: unknown;
}

/** Lists and null are none. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
