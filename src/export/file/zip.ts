/** A zip file of texts, stored as they are (PKWARE APPNOTE 6.3.3): the same texts give the same bytes. */
import { part, type Work } from '../../model/work.ts';
import { crc32 } from './png-text.ts';
import { encoding } from './text-blob.ts';

export interface ZipEntry {
  readonly name: string;
  /** Pieces of the text, in order; they are made on the way. */
  readonly lines: Iterable<string>;
  /** About how many they are. */
  readonly count: number;
}

const UTF8_NAMES = 0x0800;
/** Midnight of 1 January 1980, the first moment that the format knows: no clock in a file. */
const FIRST_DAY = 0x21;

/**
 * The file, in small steps.
 * @param entries with different names, below 4 GB in all
 */
export function* zipping(entries: readonly ZipEntry[]): Work<Blob> {
  const whole = entries.reduce((sum, { count }) => sum + count, 0);
  const parts: BlobPart[] = [];
  const directory: Bytes[] = [];
  let offset = 0;
  let done = 0;
  for (const { name: words, lines, count } of entries) {
    const name = new TextEncoder().encode(words);
    const data: Blob[] = [];
    let [size, checksum] = [0, 0];
    const taking = encoding(lines, count, (bytes) => {
      data.push(new Blob([bytes]));
      size += bytes.length;
      checksum = crc32(bytes, checksum);
    });
    yield* part(taking, done / whole, (done + count) / whole);
    done += count;
    // version, flags, method, time, date, checksum, packed and whole size, lengths of name and extra field
    const shared = fields(
      [20, 2],
      [UTF8_NAMES, 2],
      [0, 2],
      [0, 2],
      [FIRST_DAY, 2],
      [checksum, 4],
      [size, 4],
      [size, 4],
      [name.length, 2],
      [0, 2],
    );
    parts.push(fields([0x04034b50, 4]), shared, name, ...data);
    // then: comment, disk, attributes, where the entry begins
    directory.push(fields([0x02014b50, 4], [20, 2]), shared);
    directory.push(fields([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name);
    offset += 4 + shared.length + name.length + size;
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
  return new Blob([...parts, ...directory, end], { type: 'application/zip' });
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Numbers, the least byte first. */
function fields(...numbers: readonly (readonly [value: number, bytes: number])[]): Bytes {
  return Uint8Array.from(
    numbers.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 0xff)),
  );
}
