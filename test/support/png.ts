import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';

export interface Pixel {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Row by row from the top left. */
  readonly pixels: readonly Pixel[];
}

const signature = '89504e470d0a1a0a';

/** Reads a PNG of eight bits a channel, RGB or RGBA, not interlaced. https://www.w3.org/TR/png-3/ */
export function readPng(file: Buffer): Pixels {
  assert.equal(file.subarray(0, 8).toString('hex'), signature, 'not a PNG');
  const chunks = readChunks(file);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? assert.fail('no IHDR');
  const [depth, colourType, , , interlace] = header.subarray(8);
  assert.equal(depth, 8);
  assert.equal(interlace, 0);
  assert.ok(colourType === 2 || colourType === 6, `colour type ${colourType}`);
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const channels = colourType === 6 ? 4 : 3;
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  const bytes = unfilter(inflateSync(Buffer.concat(data)), {
    rowBytes: width * channels,
    channels,
  });
  return { width, height, pixels: toPixels(bytes, channels) };
}

function readChunks(file: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const chunks = [];
  let at = 8;
  while (at < file.length) {
    const length = file.readUInt32BE(at);
    const data = file.subarray(at + 8, at + 8 + length);
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data });
    at += length + 12;
  }
  return chunks;
}

interface Layout {
  readonly rowBytes: number;
  readonly channels: number;
}

/** Undoes the filter that each row names in its first byte. */
function unfilter(filtered: Buffer, { rowBytes, channels }: Layout): Buffer {
  const rows: Buffer[] = [];
  for (let at = 0; at < filtered.length; at += rowBytes + 1) {
    const above = rows.at(-1) ?? Buffer.alloc(rowBytes);
    const row = Buffer.from(filtered.subarray(at + 1, at + 1 + rowBytes));
    for (const column of row.keys()) {
      const left = byteAt(row, column - channels);
      const upLeft = byteAt(above, column - channels);
      const predicted = predict(filtered[at] ?? 0, [left, byteAt(above, column), upLeft]);
      row[column] = byteAt(row, column) + predicted;
    }
    rows.push(row);
  }
  return Buffer.concat(rows);
}

/** What lies beyond the edge counts as 0. */
function byteAt(row: Buffer, column: number): number {
  return row[column] ?? 0;
}

function predict(filter: number, [left, up, upLeft]: readonly [number, number, number]): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return Math.floor((left + up) / 2);
    case 4:
      return paeth([left, up, upLeft]);
    default:
      return assert.fail(`unknown filter ${filter}`);
  }
}

function paeth([left, up, upLeft]: readonly [number, number, number]): number {
  const guess = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((value) => Math.abs(guess - value));
  if (toLeft === undefined || toUp === undefined || toUpLeft === undefined) {
    return 0;
  }
  if (toLeft <= toUp && toLeft <= toUpLeft) {
    return left;
  }
  return toUp <= toUpLeft ? up : upLeft;
}

function toPixels(bytes: Buffer, channels: number): readonly Pixel[] {
  const pixels: Pixel[] = [];
  for (let at = 0; at < bytes.length; at += channels) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = bytes.subarray(at, at + channels);
    pixels.push({ red, green, blue, alpha });
  }
  return pixels;
}
