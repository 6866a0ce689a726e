/** A zip file of texts, stored as they are (PKWARE APPNOTE 6.3.3): the same texts give the same bytes. */
import { crc32 } from './png-text.ts';

export interface ZipEntry {
  readonly name: string;
  readonly text: string;
}

const UTF8_NAMES = 0x0800;
/** Midnight of 1 January 1980, the first moment that the format knows: no clock in a file. */
const FIRST_DAY = 0x21;

/** @param entries with different names, below 4 GB in all */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const [name, data] = [encoder.encode(entry.name), encoder.encode(entry.text)];
    // version, flags, method, time, date, checksum, packed and whole size, lengths of name and extra field
    const shared = fields(
      [20, 2],
      [UTF8_NAMES, 2],
      [0, 2],
      [0, 2],
      [FIRST_DAY, 2],
      [crc32(data), 4],
      [data.length, 4],
      [data.length, 4],
      [name.length, 2],
      [0, 2],
    );
    parts.push(fields([0x04034b50, 4]), shared, name, data);
    // then: comment, disk, attributes, where the entry begins
    directory.push(fields([0x02014b50, 4], [20, 2]), shared);
    directory.push(fields([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name);
    offset += 4 + shared.length + name.length + data.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const count = entries.length;
  const end = fields(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [length, 4],
    [offset, 4],
    [0, 2],
  );
  return joined([...parts, ...directory, end]);
}

/** Numbers, the least byte first. */
function fields(...numbers: readonly (readonly [value: number, bytes: number])[]): Uint8Array {
  return Uint8Array.from(
    numbers.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 0xff)),
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
