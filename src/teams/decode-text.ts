/**
 * A text file as Excel and editors write it: UTF-8 or UTF-16 where a mark says so, UTF-8 without a mark where it is
 * that, and else Windows-1252, which Excel writes for "CSV" in western Europe and in which no byte is wrong.
 * https://encoding.spec.whatwg.org/#windows-1252
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if (first === 0xfe && second === 0xff) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) {
      return new TextDecoder('windows-1252').decode(bytes);
    }
    throw error;
  }
}
