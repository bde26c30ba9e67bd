/** One element of the Basic Encoding Rules (X.690); its children are decoded when it is constructed. */
export interface Element {
  readonly tag: number;
  readonly content: Buffer;
  readonly children: readonly Element[];
}

const constructed = 0x20;
const deepest = 64;
const longest = 16 * 1024 * 1024;

/** Bytes of the first element in the buffer, or undefined while its header is incomplete. */
export function firstElementLength(buffer: Buffer): number | undefined {
  const header = readHeader(buffer, 0);
  return header === undefined ? undefined : header.start + header.length;
}

/** All elements of the buffer. Throws a RangeError on anything malformed. */
export function decode(buffer: Buffer, depth = 0): readonly Element[] {
  if (depth > deepest) {
    throw new RangeError('elements are nested too deeply');
  }
  const elements: Element[] = [];
  for (let offset = 0; offset < buffer.length; ) {
    const header = readHeader(buffer, offset);
    const end = header === undefined ? Number.NaN : header.start + header.length;
    if (header === undefined || end > buffer.length) {
      throw new RangeError('an element is cut off');
    }
    const content = buffer.subarray(header.start, end);
    const children = (header.tag & constructed) === 0 ? [] : decode(content, depth + 1);
    elements.push({ tag: header.tag, content, children });
    offset = end;
  }
  return elements;
}

/** The child at the position; throws a RangeError where the sender left it out. */
export function child(parent: Element, index: number): Element {
  const found = parent.children[index];
  if (found === undefined) {
    throw new RangeError('an element is missing');
  }
  return found;
}

export function toInteger({ content }: Element): number {
  if (content.length < 1 || content.length > 6) {
    throw new RangeError('an integer has an unusable length');
  }
  return content.readIntBE(0, content.length);
}

export function toText({ content }: Element): string {
  return content.toString('utf8');
}

/** Encodes with the shortest definite length, so that the result is also valid DER. */
export function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) {
    return Buffer.concat([Buffer.from([tag, content.length]), content]);
  }
  const length = minimalUnsigned(content.length);
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content]);
}

export function sequence(...parts: readonly Buffer[]): Buffer {
  return element(0x30, ...parts);
}

export function integer(value: number, tag = 0x02): Buffer {
  const wide = Buffer.alloc(6);
  wide.writeIntBE(value, 0, 6);
  let start = 0;
  while (start < 5 && isSignPadding(wide, start)) {
    start += 1;
  }
  return element(tag, wide.subarray(start));
}

export function octets(value: string | Buffer, tag = 0x04): Buffer {
  return element(tag, typeof value === 'string' ? Buffer.from(value, 'utf8') : value);
}

function isSignPadding(bytes: Buffer, index: number): boolean {
  const next = bytes[index + 1] ?? 0;
  return (bytes[index] === 0 && next < 0x80) || (bytes[index] === 0xff && next >= 0x80);
}

function minimalUnsigned(value: number): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
}

interface Header {
  readonly tag: number;
  readonly start: number;
  readonly length: number;
}

function readHeader(buffer: Buffer, offset: number): Header | undefined {
  const tag = buffer[offset];
  const first = buffer[offset + 1];
  if (tag === undefined || first === undefined) {
    return undefined;
  }
  if (first < 0x80) {
    return { tag, start: offset + 2, length: first };
  }
  const size = first & 0x7f;
  if (size === 0 || size > 4) {
    throw new RangeError('a length is malformed');
  }
  if (offset + 2 + size > buffer.length) {
    return undefined;
  }
  const length = buffer.readUIntBE(offset + 2, size);
  if (length > longest) {
    throw new RangeError('an element is too long');
  }
  return { tag, start: offset + 2 + size, length };
}
